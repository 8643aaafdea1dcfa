import type { BundleDocument, Condition, Effect, Field, Rule } from '../../schemas/index.ts'
import { type Random, randomFrom } from './random.ts'

/** The work measured: bundles × rules × facts, 2–6 comparisons a rule. */
export const size = {
  bundles: 102,
  rules: 24,
  facts: 26,
  leastComparisons: 2,
  mostComparisons: 6,
  people: 48,
} as const

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const choices = ['a', 'b', 'c', 'd', 'e'] as const

const schemas: readonly Field['schema'][] = [
  { type: 'boolean' },
  { type: 'string', enum: [...choices] },
  { type: 'number', minimum: 0, maximum: 200 },
]

/** How many of a bundle's questions are the county's common ones (elements), and how many of those there are. */
export type Sharing = { readonly shared: number; readonly pool: number }
/** Every bundle asks the same 26 questions: one person answers them once. */
export const allShared: Sharing = { shared: size.facts, pool: size.facts }
/** Half of a bundle's questions are its own. */
export const halfShared: Sharing = { shared: size.facts / 2, pool: 40 }
const schemaOf = (index: number): Field['schema'] => schemas[index % schemas.length] ?? { type: 'boolean' }

function fieldsOf(random: Random, { shared, pool }: Sharing): Record<string, Field> {
  const fields: Record<string, Field> = {}
  const field = (index: number, element?: string): Field => ({
    schema: schemaOf(index),
    title: text('问题', 'question'),
    ...(schemaOf(index).type === 'string'
      ? { choices: Object.fromEntries(choices.map((one) => [one, text(one, one)])) }
      : {}),
    required: true,
    ...(element ? { element } : {}),
  })
  while (Object.keys(fields).length < shared) {
    const index = random.between(0, pool - 1)
    fields[`common${index}`] = field(index, `element${index}`)
  }
  for (let index = 0; Object.keys(fields).length < size.facts; index++) fields[`own${index}`] = field(index)
  return fields
}

function comparison(random: Random, fields: readonly (readonly [string, Field])[]): Condition {
  const [fact, { schema }] = fields[random.between(0, fields.length - 1)] ?? [
    '',
    { schema: { type: 'boolean' } },
  ]
  if (schema.type === 'boolean') return { fact, operator: 'equal', value: random.chance(0.6) }
  if (schema.type === 'string') {
    if (random.chance(0.3)) return { fact, operator: 'in', value: choices.filter(() => random.chance(0.6)) }
    return { fact, operator: random.pick(['equal', 'equal', 'notEqual']), value: random.pick(choices) }
  }
  const operator = random.pick(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])
  return { fact, operator, value: random.between(1, 19) * 10 }
}

/** `count` comparisons below one all or any, now and then in a group of their own or turned round by a not. */
function condition(
  random: Random,
  fields: readonly (readonly [string, Field])[],
  count: number,
  kind: 'all' | 'any',
): Condition {
  const children: Condition[] = []
  let left = count
  while (left > 0) {
    const grouped = left >= 2 && left < count && random.chance(0.4) ? random.between(2, left) : 1
    const child =
      grouped > 1
        ? condition(random, fields, grouped, kind === 'all' ? 'any' : 'all')
        : comparison(random, fields)
    children.push(random.chance(0.1) ? { not: child } : child)
    left -= grouped
  }
  return kind === 'all' ? { all: children } : { any: children }
}

const message = text('说明', 'message')
/** The mix of effects the county's own bundles have, on average. */
const effects: readonly Effect[] = [
  ...Array.from({ length: 3 }, (): Effect => ({ type: 'reject', params: { message } })),
  { type: 'refer', params: { message } },
  ...Array.from({ length: 2 }, (): Effect => ({ type: 'warn', params: { message } })),
  { type: 'inform', params: { message } },
  ...Array.from(
    { length: 5 },
    (_, index): Effect => ({ type: 'include-item', params: { item: `item${index % 4}` } }),
  ),
  ...Array.from(
    { length: 7 },
    (_, index): Effect => ({ type: 'require-material', params: { material: `material${index % 5}` } }),
  ),
  { type: 'waive-material', params: { material: 'material0' } },
  ...Array.from(
    { length: 2 },
    (_, stage): Effect => ({
      type: 'route-task',
      params: { department: 'D', level: '4', stage, mode: message },
    }),
  ),
  { type: 'set-limit', params: { days: 10 } },
  { type: 'charge-fee', params: { fee: 'fee', amount: 80 } },
]

const figures = { items: 4, steps: 1, visits: 1, days: 10, materials: 5 }
const record = <T>(prefix: string, count: number, value: T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, value]))

function documentOf(random: Random, index: number, sharing: Sharing): BundleDocument {
  const fields = fieldsOf(random, sharing)
  const entries = Object.entries(fields)
  const rules = effects.map((event, position): Rule => {
    const count = random.between(size.leastComparisons, size.mostComparisons)
    return {
      id: `r${position}`,
      name: message,
      conditions: condition(random, entries, count, random.pick(['all', 'all', 'any'])),
      event,
    }
  })
  return {
    id: `bundle-${index + 1}`,
    code: `B${index + 1}`,
    title: text('套餐', 'bundle'),
    citizenTitle: text('套餐', 'bundle'),
    keywords: [],
    category: { id: 'bench', title: text('测量', 'bench') },
    audience: ['1'],
    lead: 'D',
    level: '4',
    departments: [{ code: 'D', name: text('部门', 'department'), level: '4' }],
    form: { steps: [{ id: 'all', title: text('全部', 'everything'), fields: Object.keys(fields) }], fields },
    parameters: {},
    facts: {},
    conditions: {},
    items: record('item', 4, {
      name: message,
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
    }),
    materials: record('material', 5, {
      name: message,
      source: 'applicant',
      sourceCode: '10',
      issuer: message,
      usedByItems: [],
      type: '1',
      medium: 'electronic',
      originals: 1,
      copies: 0,
      necessity: '1',
      deferrable: false,
    }),
    fees: { fee: { title: message, unit: text('元', 'yuan') } },
    estimates: {},
    rules,
    tables: [],
    stages: [],
    baseline: figures,
    announced: figures,
    faq: [],
    provenance: [],
    scenarios: [],
    embed: { origins: [] },
  }
}

/** The bundles, the same for the same seed. */
export function documents(seed: number, sharing: Sharing = halfShared): BundleDocument[] {
  const random = randomFrom(seed)
  return Array.from({ length: size.bundles }, (_, index) => documentOf(random, index, sharing))
}

function answer(random: Random, { schema }: Field): unknown {
  if (schema.type === 'boolean') return random.chance(0.5)
  return schema.type === 'string' ? random.pick(choices) : random.between(0, 200)
}

export type Person = {
  /** Everything answered, in the keys of all bundles at once. */
  readonly catalogue: Readonly<Record<string, unknown>>
  /** The same answers bundle by bundle, in the order of the documents. */
  readonly bundles: readonly Readonly<Record<string, unknown>>[]
}

/** People who answer every question of every bundle; a common question has one answer. */
export function people(
  bundles: readonly BundleDocument[],
  keyOf: (document: BundleDocument, field: string) => string,
  seed: number,
): Person[] {
  const random = randomFrom(seed)
  return Array.from({ length: size.people }, () => {
    const catalogue: Record<string, unknown> = {}
    const own = bundles.map((document) => {
      const answers: Record<string, unknown> = {}
      for (const [id, field] of Object.entries(document.form.fields)) {
        const key = keyOf(document, id)
        if (!Object.hasOwn(catalogue, key)) catalogue[key] = answer(random, field)
        answers[id] = catalogue[key]
      }
      return answers
    })
    // As a request brings them: parsed from JSON.
    return JSON.parse(JSON.stringify({ catalogue, bundles: own }))
  })
}
