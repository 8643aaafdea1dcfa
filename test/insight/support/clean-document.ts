import type { BundleDocument, Condition, Effect, Field, Rule, Table } from '../../../schemas/index.ts'
import { smallDocument } from '../../support/documents.ts'

export const text = (zh: string, en = zh) => ({ 'zh-CN': zh, en })

export const is = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value })
export const all = (...conditions: readonly Condition[]): Condition => ({ all: [...conditions] })

export function rule(id: string, conditions: Condition, event: Effect, more: Partial<Rule> = {}): Rule {
  return { id, name: text(`规则${id}`, `Rule ${id}`), basis: '某办法', conditions, event, ...more }
}

export const require = (material: string): Effect => ({ type: 'require-material', params: { material } })
export const limit = (days: number): Effect => ({ type: 'set-limit', params: { days } })
export const reject = (message: string): Effect => ({ type: 'reject', params: { message: text(message) } })

export const boolean = (title: string, more: Partial<Field> = {}): Field => ({
  schema: { type: 'boolean' },
  title: text(title),
  required: true,
  ...more,
})
export const choice = (title: string, choices: readonly string[], more: Partial<Field> = {}): Field => ({
  schema: { type: 'string', enum: [...choices] },
  title: text(title),
  choices: Object.fromEntries(choices.map((one) => [one, text(one)])),
  required: true,
  ...more,
})
export const number = (title: string, more: Partial<Field> = {}): Field => ({
  schema: { type: 'number', minimum: 0, maximum: 1000 },
  title: text(title),
  required: true,
  ...more,
})

export function table(
  id: string,
  hitPolicy: Table['hitPolicy'],
  columns: readonly string[],
  rows: readonly (readonly [cells: readonly Table['rows'][number]['cells'][number][], days: number])[],
): Table {
  return {
    id,
    name: text(`决策表${id}`, `Table ${id}`),
    basis: '某办法',
    hitPolicy,
    columns: columns.map((fact) => ({ fact })),
    event: { type: 'set-limit', params: {} },
    rows: rows.map(([cells, days], index) => ({
      id: `row${index + 1}`,
      cells: [...cells],
      params: { days },
    })),
  }
}

export function withFields(
  document: BundleDocument,
  fields: Readonly<Record<string, Field>>,
): BundleDocument {
  const merged = { ...document.form.fields, ...fields }
  return {
    ...document,
    form: { steps: [{ id: 'all', title: text('全部'), fields: Object.keys(merged) }], fields: merged },
  }
}

/** A stall of some area, with a sign or not: a document about which there is nothing to say. */
export function cleanDocument(): BundleDocument {
  const { items, materials, fees: _, ...small } = smallDocument()
  const [item, material] = [items.stall, materials.photo]
  if (!item || !material) throw new Error('the small document has a stall and a photo')
  const document: BundleDocument = {
    ...small,
    form: { steps: [], fields: {} },
    parameters: {
      largest: { title: text('面积上限'), value: 100, verified: { by: '县城管局', on: '2026-01-05' } },
    },
    items: { stall: item },
    materials: { photo: { ...material, basis: '某办法第三条' } },
    fees: {},
    rules: [
      rule('too-large', all(is('area', 'greaterThan', { fact: 'param.largest' })), reject('面积太大')),
      rule('permit', all(), { type: 'include-item', params: { item: 'stall' } }),
      rule('photo', all(is('hasSign', 'equal', true)), require('photo')),
      rule('task', all(), {
        type: 'route-task',
        params: { department: 'CG', level: '4', stage: 1, mode: text('现场查验') },
      }),
      rule('ten-days', all(), limit(10)),
    ],
    stages: [],
    scenarios: [
      {
        name: '有招牌',
        origin: 'hand-written',
        answers: { area: 6, hasSign: true },
        expect: { eligible: true },
      },
      {
        name: '太大',
        origin: 'hand-written',
        answers: { area: 200, hasSign: false },
        expect: { eligible: false },
      },
    ],
  }
  return withFields(document, { area: number('面积'), hasSign: boolean('是否设招牌') })
}

/** The clean document with its rules (and more) changed; scenarios for new rules are left out. */
export function changed(change: (document: BundleDocument) => void): BundleDocument {
  const document = structuredClone(cleanDocument())
  change(document)
  return document
}
