import type { BundleDocument, Condition, Effect, Field, Rule, Table } from '../../../schemas/index.ts'
import type { Random } from '../../bench/random.ts'
import { smallDocument } from '../../support/documents.ts'
import {
  choices,
  dates,
  randomCondition,
  randomRootCondition,
  texts,
  type Vocabulary,
} from './random-conditions.ts'

const text = (one: string) => ({ 'zh-CN': one, en: one })
const titles = Object.fromEntries(choices.map((choice) => [choice, text(choice)]))

/** A question of any kind. */
export function randomField(random: Random, index: number): Field {
  const title = text(`问题${index}`)
  const required = random.chance(0.5)
  const base = { title, ...(required ? { required } : {}) }
  switch (random.between(0, 9)) {
    case 0:
    case 1:
    case 2:
      return { ...base, schema: { type: 'boolean' } }
    case 3:
    case 4:
      return { ...base, schema: { type: 'string', enum: [...choices] }, choices: titles }
    case 5:
      return { ...base, schema: { type: 'integer', minimum: 0, maximum: random.between(3, 15) } }
    case 6:
      return {
        ...base,
        schema: { type: 'number', minimum: 0, ...(random.chance(0.3) ? { multipleOf: 0.5 } : {}) },
      }
    case 7:
      return {
        ...base,
        schema: {
          type: 'array',
          items: { type: 'string', enum: [...choices] },
          uniqueItems: true,
          minItems: random.between(0, 2),
          maxItems: random.between(2, 4),
        },
        choices: titles,
      }
    case 8:
      return { ...base, schema: { type: 'string', format: 'date' } }
    default:
      return random.chance(0.7)
        ? { ...base, schema: { type: 'string', maxLength: 10 } }
        : {
            ...base,
            schema: { type: 'object', properties: { part: { type: 'boolean' } } },
            parts: { part: { title } },
          }
  }
}

function randomFields(random: Random, parameters: Vocabulary['parameters']): Record<string, Field> {
  const fields: Record<string, Field> = {}
  const count = random.between(4, 9)
  for (let index = 0; index < count; index++) {
    const vocabulary = { fields: { ...fields }, facts: [], parameters, named: [] }
    const field = randomField(random, index)
    fields[`f${index}`] = {
      ...field,
      ...(index > 1 && random.chance(0.25) ? { showWhen: randomCondition(random, vocabulary) } : {}),
      ...(index > 0 && !field.required && random.chance(0.15)
        ? { requireWhen: randomCondition(random, vocabulary) }
        : {}),
    }
  }
  fields.n0 = { title: text('数'), schema: { type: 'number', minimum: 0, maximum: 20 }, required: true }
  return fields
}

const amounts = [0, 10, 20] as const

function randomEffect(random: Random): Effect {
  const message = text(`说明${random.between(0, 3)}`)
  const material = random.pick(['m0', 'm1', 'm2'])
  switch (random.between(0, 11)) {
    case 0:
      return { type: 'reject', params: { message } }
    case 1:
      return { type: 'refer', params: { message } }
    case 2:
      return { type: 'warn', params: { message } }
    case 3:
      return { type: 'inform', params: { message } }
    case 4:
    case 5:
      return { type: 'include-item', params: { item: random.pick(['i0', 'i1']) } }
    case 6:
    case 7:
      return { type: 'require-material', params: { material } }
    case 8:
      return { type: 'waive-material', params: { material } }
    case 9:
      return {
        type: 'route-task',
        params: { department: 'CG', level: '4', stage: random.between(1, 2), mode: text('办') },
      }
    case 10:
      return { type: 'set-limit', params: { days: random.between(1, 4) * 5 } }
    default: {
      const formula = { '*': [{ var: 'n0' }, random.between(1, 2)] }
      const amount = random.chance(0.3) ? formula : random.pick(amounts)
      return random.chance(0.7)
        ? { type: 'charge-fee', params: { fee: 'fee', amount } }
        : { type: 'estimate', params: { estimate: 'estimate', amount: amount ?? 0 } }
    }
  }
}

function randomRule(random: Random, vocabulary: Vocabulary, id: string): Rule {
  return {
    id,
    name: text(id),
    ...(random.chance(0.2) ? { priority: random.between(1, 3) } : {}),
    conditions: random.chance(0.07) ? { all: [] } : randomRootCondition(random, vocabulary),
    event: randomEffect(random),
  }
}

function randomTable(random: Random, vocabulary: Vocabulary, id: string): Table {
  const facts = Object.keys(vocabulary.fields).filter(() => random.chance(0.3))
  const columns = (facts.length > 0 ? facts : ['n0']).slice(0, 3).map((fact) => ({ fact }))
  const kind = random.between(0, 2)
  const event: Table['event'] =
    kind === 0
      ? { type: 'set-limit', params: {} }
      : kind === 1
        ? { type: 'charge-fee', params: { fee: 'fee' } }
        : { type: 'include-item', params: {} }
  const cellFor = (fact: string): Table['rows'][number]['cells'][number] => {
    if (random.chance(0.3)) return null
    const field = vocabulary.fields[fact]
    const only = { ...vocabulary, fields: field ? { [fact]: field } : {}, facts: [], named: [] }
    for (;;) {
      const condition = randomCondition(random, only, 2)
      if ('operator' in condition && condition.fact === fact)
        return { operator: condition.operator, value: condition.value }
    }
  }
  const params = (): Record<string, unknown> =>
    kind === 0
      ? { days: random.between(1, 4) * 5 }
      : kind === 1
        ? { amount: random.pick(amounts) }
        : { item: random.pick(['i0', 'i1']) }
  return {
    id,
    name: text(id),
    hitPolicy: random.pick(['first', 'unique', 'collect']),
    columns,
    event,
    rows: Array.from({ length: random.between(1, 5) }, (_, row) => ({
      id: `row${row}`,
      cells: columns.map(({ fact }) => cellFor(fact)),
      params: params(),
    })),
  }
}

function setters(random: Random, vocabulary: Vocabulary): Rule[] {
  const without = { ...vocabulary, facts: [] }
  const setter = (
    id: string,
    priority: number,
    fact: string,
    value: Extract<Effect, { type: 'set-fact' }>['params']['value'],
  ): Rule => ({
    id,
    name: text(id),
    priority,
    conditions: randomRootCondition(random, without),
    event: { type: 'set-fact', params: { fact, value } },
  })
  return [
    setter('set-high', 2, 'kind', 'high'),
    setter('set-low', 1, 'kind', 'low'),
    setter('set-sum', 2, 'sum', { '+': [{ var: 'n0' }, 1] }),
    setter('set-some', 1, 'sum', random.between(0, 40)),
  ]
}

/** A document with a bit of everything the checker has to understand. The same seed gives the same document. */
export function randomDocument(random: Random, rules = 14): BundleDocument {
  const parameters = { low: random.between(0, 9), high: random.between(10, 20) }
  const fields = randomFields(random, parameters)
  const hasFacts = random.chance(0.6)
  const base: Vocabulary = { fields, facts: hasFacts ? ['kind', 'sum'] : [], parameters, named: [] }
  const conditions: Record<string, Condition> = {
    first: randomRootCondition(random, { ...base, facts: [] }),
    second: randomRootCondition(random, { ...base, facts: [], named: ['first'] }),
  }
  const vocabulary = { ...base, named: Object.keys(conditions) }
  const { items, materials, ...template } = smallDocument()
  const item = Object.values(items)[0]
  const material = Object.values(materials)[0]
  if (!item || !material) throw new Error('the small document has an item and a material')
  return {
    ...template,
    form: {
      steps: [{ id: 'all', title: text('全部'), fields: Object.keys(fields) }],
      fields,
    },
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([id, value]) => [id, { title: text(id), value }]),
    ),
    facts: hasFacts
      ? { kind: { title: text('kind'), type: 'string' }, sum: { title: text('sum'), type: 'number' } }
      : {},
    conditions: Object.fromEntries(
      Object.entries(conditions).map(([id, when]) => [id, { title: text(id), when }]),
    ),
    items: { i0: { ...item, promisedDays: 5 }, i1: { ...item, promisedDays: 15 } },
    materials: Object.fromEntries(['m0', 'm1', 'm2'].map((id) => [id, { ...material, usedByItems: [] }])),
    fees: { fee: { title: text('费'), unit: text('元') } },
    estimates: { estimate: { title: text('估'), unit: text('元') } },
    rules: [
      ...(hasFacts ? setters(random, { ...vocabulary, named: [] }) : []),
      ...Array.from({ length: rules }, (_, index) => randomRule(random, vocabulary, `r${index}`)),
    ],
    tables: Array.from({ length: random.between(0, 2) }, (_, index) =>
      randomTable(random, vocabulary, `t${index}`),
    ),
    stages: [{ stage: 1, title: text('办理'), days: 10 }],
    scenarios: [],
  }
}

/** A possible answer to a question. */
export function randomAnswer(random: Random, { schema }: Field): unknown {
  if (schema.type === 'boolean') return random.chance(0.5)
  if (schema.type === 'integer') return random.between(schema.minimum ?? 0, schema.maximum ?? 20)
  if (schema.type === 'number') return random.between(0, 2 * (schema.maximum ?? 21)) / 2
  if (schema.type === 'object') return {}
  if (schema.type === 'array') {
    const count = random.between(schema.minItems ?? 0, Math.min(4, schema.maxItems ?? 4))
    const members = choices.toSorted(() => random.next() - 0.5).slice(0, count)
    return choices.filter((choice) => members.includes(choice))
  }
  if ('enum' in schema) return schema.enum[random.between(0, schema.enum.length - 1)]
  if ('format' in schema && schema.format === 'date')
    return random.pick([...dates, '2023-01-01', '2024-05-05', '2030-12-31'] as const)
  return random.pick([...texts, '甲'] as const)
}

/** Answers at random, by the schemas alone; questions that do not apply may be answered too. */
export function randomAnswers(random: Random, document: BundleDocument): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const [id, field] of Object.entries(document.form.fields)) {
    const mayBeEmpty = !field.required || field.showWhen !== undefined
    if (mayBeEmpty && random.chance(field.requireWhen ? 0.1 : 0.25)) continue
    answers[id] = randomAnswer(random, field)
  }
  return answers
}
