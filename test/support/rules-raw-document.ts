import type { Condition, Field, JsonValue, Rule, Table } from '../../schemas/index.ts'
import { smallDocument } from './documents.ts'
import type { RawRules } from './rules-raw.ts'

const title = { 'zh-CN': '名称', en: 'Name' }

/** One question of every kind, so that each kind of column meets every operator. */
export const kindsOfField: readonly Field['schema'][] = [
  { type: 'number' },
  { type: 'boolean' },
  { type: 'string', enum: ['x', 'xy', '9', '430321', '430321101'] },
  { type: 'string', format: 'date' },
  { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['x', 'xy', '9', '10'] } },
  { type: 'object', properties: { a: { type: 'number' }, b: { type: 'string' }, list: { type: 'boolean' } } },
  { type: 'string' },
]

const isCondition = (value: unknown): value is Condition => typeof value === 'object' && value !== null
const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

function choicesOf(schema: Field['schema']): Pick<Field, 'choices'> {
  const values =
    schema.type === 'string' && 'enum' in schema
      ? schema.enum
      : schema.type === 'array' && schema.items.type === 'string'
        ? schema.items.enum
        : []
  return values.length > 0 ? { choices: Object.fromEntries(values.map((value) => [value, title])) } : {}
}

const partsOf = (schema: Field['schema']): Pick<Field, 'parts'> =>
  schema.type === 'object'
    ? { parts: Object.fromEntries(Object.keys(schema.properties).map((id) => [id, { title }])) }
    : {}

/**
 * A document around rules that have none: each plain rule includes an item of its own, so that every rule shows in
 * the decision; rules that set a fact set it by value, or by a formula over the facts before it. Where
 * `hidden` is set, `b` is shown only where `a` was answered, and `d` only where `b` was not.
 */
export function documentAround(
  rules: RawRules,
  kinds: readonly Field['schema'][],
  options: { readonly hidden: boolean; readonly formula: boolean; readonly hitPolicy: Table['hitPolicy'] },
): unknown {
  const parameterId = (name: string): string => name.replace('param.', '')
  const ids = rules.facts.filter((fact) => !/^s\d$/.test(fact))
  const derived = rules.facts.filter((fact) => /^s\d$/.test(fact))
  const hidden = (id: string): Pick<Field, 'showWhen'> =>
    options.hidden && (id === 'b' || id === 'd')
      ? { showWhen: { fact: id === 'b' ? 'a' : 'b', operator: 'isPresent', value: id === 'b' } }
      : {}
  const fields = Object.fromEntries(
    ids.map((id, index): [string, Field] => {
      const schema = kinds[index % kinds.length] ?? { type: 'number' }
      return [id, { schema, title, ...choicesOf(schema), ...partsOf(schema), ...hidden(id) }]
    }),
  )
  const made: Rule[] = []
  rules.layers.flat().forEach(({ conditions, priority, sets }, place) => {
    if (!isCondition(conditions)) return
    const base = { id: `r${place}`, name: title, conditions, priority }
    if (!sets) made.push({ ...base, event: { type: 'include-item', params: { item: `i${place}` } } })
    else if (options.formula) {
      const value = { '+': [{ var: 'a' }, { var: derived[derived.indexOf(sets.fact) - 1] ?? 'b' }, place] }
      made.push({ ...base, event: { type: 'set-fact', params: { fact: sets.fact, value } } })
    } else if (isScalar(sets.value))
      made.push({ ...base, event: { type: 'set-fact', params: { fact: sets.fact, value: sets.value } } })
  })
  const plain = made.filter(({ event }) => event.type === 'include-item')
  const small = smallDocument()
  const item = small.items.stall
  return {
    ...small,
    form: { steps: [{ id: 'all', title, fields: ids }], fields },
    parameters: Object.fromEntries(
      Object.entries(rules.parameters).map(([name, value]: [string, JsonValue]) => [
        parameterId(name),
        { title, value },
      ]),
    ),
    facts: Object.fromEntries(derived.map((id) => [id, { title, type: 'string' }])),
    conditions: Object.fromEntries(rules.conditions.map(({ name, when }) => [name, { title, when }])),
    items: {
      ...small.items,
      ...Object.fromEntries(
        plain.map(({ event }) => [event.type === 'include-item' ? event.params.item : '', item]),
      ),
    },
    rules: made,
    tables: [
      {
        id: 'limits',
        name: title,
        hitPolicy: options.hitPolicy,
        columns: [{ fact: 'a' }, { fact: 'c' }],
        event: { type: 'set-limit', params: {} },
        rows: [
          { id: 'few', cells: [{ operator: 'lessThan', value: 5 }, null], params: { days: 3 } },
          {
            id: 'some',
            cells: [
              { operator: 'greaterThan', value: 1 },
              { operator: 'notEqual', value: 'x' },
            ],
            params: { days: 5 },
          },
          { id: 'rest', cells: [null, { operator: 'isPresent', value: true }], params: { days: 9 } },
        ],
      },
    ],
    scenarios: [],
  }
}
