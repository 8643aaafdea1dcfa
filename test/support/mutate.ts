import { DocumentError, parseDocument } from '../../rules/publishing.ts'
import { randomFrom } from '../../rules/random.ts'
import type { BundleDocument, Condition, Field, Rule } from '../../schemas/index.ts'

type Random = ReturnType<typeof randomFrom>

const turned: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
  in: 'notIn',
  contains: 'doesNotContain',
  isEmpty: 'isPresent',
}

/** The condition with something different about it. */
function otherCondition(condition: Condition, random: Random): Condition {
  if ('all' in condition) {
    if (condition.all.length > 1 && random.chance(0.3)) return { any: condition.all }
    return { all: condition.all.map((child) => (random.chance(0.5) ? otherCondition(child, random) : child)) }
  }
  if ('any' in condition) {
    if (condition.any.length > 1 && random.chance(0.3)) return { all: condition.any }
    return { any: condition.any.map((child) => (random.chance(0.5) ? otherCondition(child, random) : child)) }
  }
  if ('not' in condition || 'condition' in condition) return { not: condition }
  if (random.chance(0.3)) return { not: condition }
  if (random.chance(0.2)) return { ...condition, operator: `not:${condition.operator}` }
  return { ...condition, operator: turned[condition.operator] ?? condition.operator }
}

const rooted = (condition: Condition): Condition =>
  'operator' in condition ? { all: [condition] } : condition

function otherRule(rule: Rule, random: Random): Rule[] {
  const chance = random.next()
  if (chance < 0.1) return []
  if (chance < 0.4) return [{ ...rule, conditions: rooted(otherCondition(rule.conditions, random)) }]
  const { event } = rule
  if (event.type === 'set-limit')
    return [{ ...rule, event: { ...event, params: { ...event.params, days: event.params.days + 1 } } }]
  if (event.type === 'charge-fee' && typeof event.params.amount === 'number' && chance < 0.7)
    return [
      { ...rule, event: { ...event, params: { ...event.params, amount: event.params.amount * 2 + 1 } } },
    ]
  if (event.type === 'require-material' && chance < 0.45)
    return [
      rule,
      {
        ...rule,
        id: `${rule.id}-waiver`,
        conditions: rooted(otherCondition(rule.conditions, random)),
        event: { type: 'waive-material', params: event.params },
      },
    ]
  if (event.type === 'reject' && chance < 0.5)
    return [{ ...rule, event: { type: 'refer', params: event.params } }]
  return [rule]
}

function otherField(field: Field, random: Random): Field {
  if (!field.showWhen || random.chance(0.6)) return field
  if (random.chance(0.5)) return { ...field, showWhen: { not: field.showWhen } }
  const { showWhen: _, ...shown } = field
  return shown
}

/**
 * A draft of `document` in which parameters, conditions, visibility, limits and fees differ here and there, tables
 * change their hit policy, and new derived facts are read. Always a document that can be decided; the same for the
 * same seed.
 */
export function mutated(document: BundleDocument, seed: number): BundleDocument {
  for (let attempt = 0; ; attempt++) {
    try {
      return parseDocument(structuredClone(draft(document, randomFrom(seed * 1000 + attempt))))
    } catch (error) {
      if (!(error instanceof DocumentError) || attempt > 50) throw error
    }
  }
}

function draft(document: BundleDocument, random: Random): BundleDocument {
  const parameters = Object.fromEntries(
    Object.entries(document.parameters).map(([id, parameter]) => {
      const { value } = parameter
      return [
        id,
        typeof value === 'number' && random.chance(0.4) ? { ...parameter, value: value * 1.5 } : parameter,
      ]
    }),
  )
  const conditions = Object.fromEntries(
    Object.entries(document.conditions).map(([id, named]) => [
      id,
      random.chance(0.2) ? { ...named, when: rooted(otherCondition(named.when, random)) } : named,
    ]),
  )
  const fields = Object.fromEntries(
    Object.entries(document.form.fields).map(([id, field]) => [id, otherField(field, random)]),
  )
  const tables = document.tables.map((table) =>
    random.chance(0.3) && table.event.type !== 'set-fact'
      ? { ...table, hitPolicy: random.pick(['unique', 'first', 'collect'] as const) ?? 'first' }
      : table,
  )
  return {
    ...document,
    parameters,
    conditions,
    form: { ...document.form, fields },
    tables,
    rules: document.rules.flatMap((rule) => otherRule(rule, random)),
  }
}
