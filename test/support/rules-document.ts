import { parseDocument } from '../../rules/document/parse.ts'
import type {
  BundleDocument,
  Condition,
  Effect,
  Estimate,
  Fee,
  Field,
  Item,
  Material,
  Rule,
} from '../../schemas/index.ts'

export const title = { 'zh-CN': '名称', en: 'name' }
const figures = { items: 1, steps: 1, visits: 1, days: 1, materials: 1 }

export const item: Item = {
  name: title,
  type: '01',
  department: 'D',
  level: '4',
  handling: '2',
  legalDays: 20,
  promisedDays: 10,
  stage: 1,
  dependsOn: [],
  specialProcedures: [],
  commitment: false,
}
export const material: Material = {
  name: title,
  source: 'applicant',
  sourceCode: '10',
  issuer: title,
  usedByItems: [],
  type: '1',
  medium: 'electronic',
  originals: 1,
  copies: 0,
  necessity: '1',
  deferrable: false,
}
export const fee: Fee = { title, unit: title }
export const estimate: Estimate = { title, unit: title }

/** A document that asks one question and decides nothing. */
export const emptyDocument: BundleDocument = {
  id: 'test',
  code: 'T-1',
  title,
  citizenTitle: title,
  keywords: [],
  category: { id: 'test', title },
  audience: ['1'],
  lead: 'D',
  level: '4',
  departments: [{ code: 'D', name: title, level: '4' }],
  form: {
    steps: [{ id: 'only', title, fields: ['area'] }],
    fields: { area: { schema: { type: 'number' }, title } },
  },
  parameters: {},
  facts: {},
  conditions: {},
  items: { item },
  materials: { material },
  fees: { fee },
  estimates: { estimate },
  rules: [],
  tables: [],
  stages: [],
  baseline: figures,
  announced: figures,
  faq: [],
  provenance: [],
  scenarios: [],
  embed: { origins: [] },
}

/** The same entry under several names. */
export function named<T>(names: readonly string[], entry: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, entry]))
}

export const amount: Field = { schema: { type: 'number' }, title }
export const yesNo: Field = { schema: { type: 'boolean' }, title }
export const day: Field = { schema: { type: 'string', format: 'date' }, title }

export function oneOf(...choices: string[]): Field {
  return { schema: { type: 'string', enum: choices }, title, choices: named(choices, title) }
}

export function someOf(...choices: string[]): Field {
  const schema = { type: 'array', uniqueItems: true, items: { type: 'string', enum: choices } } as const
  return {
    schema: { ...schema, items: { type: 'string', enum: [...choices] } },
    title,
    choices: named(choices, title),
  }
}

/** A form of one step. */
export function formOf(fields: Record<string, Field>): BundleDocument['form'] {
  return { steps: [{ id: 'only', title, fields: Object.keys(fields) }], fields }
}

export const always: Condition = { all: [] }
export const is = (fact: string, value: unknown): Condition => ({ fact, operator: 'equal', value })
export const all = (...conditions: Condition[]): Condition => ({ all: conditions })

export function rule(id: string, conditions: Condition, event: Effect, priority?: number): Rule {
  return { id, name: title, conditions, event, ...(priority === undefined ? {} : { priority }) }
}
export const warn: Effect = { type: 'warn', params: { message: title } }

/** A document that has passed every check, from parts laid over the empty one. */
export function documentWith(parts: Partial<BundleDocument>): BundleDocument {
  return parseDocument({ ...emptyDocument, ...parts })
}
