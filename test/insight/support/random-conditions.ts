import { resolveOperator } from '../../../rules/operators/resolve.ts'
import type { Condition, Field, JsonValue } from '../../../schemas/index.ts'
import type { Random } from '../../bench/random.ts'

/** What random conditions may read, and the parameters they may compare with. */
export type Vocabulary = {
  readonly fields: Readonly<Record<string, Field>>
  readonly facts: readonly string[]
  readonly parameters: Readonly<Record<string, JsonValue>>
  readonly named: readonly string[]
}

export const choices = ['a', 'b', 'c', 'd'] as const
export const dates = ['2024-02-28', '2024-02-29', '2024-06-30', '2025-01-01'] as const
export const texts = ['', 'x', 'y', '5', '430321'] as const

const pickFrom = <T>(random: Random, list: readonly T[]): T => {
  const picked = list[random.between(0, list.length - 1)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

const some = (random: Random, list: readonly string[]): string[] => list.filter(() => random.chance(0.4))

function numberComparison(random: Random): { operator: string; value: unknown } {
  const value = random.chance(0.15) ? random.between(0, 19) + 0.5 : random.between(-1, 20)
  const operator = pickFrom(random, [
    'equal',
    'notEqual',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
    'between',
    'in',
    'notIn',
  ])
  if (operator === 'between') return { operator, value: [value, value + random.between(0, 8)] }
  return { operator, value: operator.toLowerCase().endsWith('in') ? [value, value + 1] : value }
}

function comparisonOf(random: Random, field: Field): { operator: string; value: unknown } {
  const { schema } = field
  if (random.chance(0.08))
    return { operator: pickFrom(random, ['isPresent', 'isEmpty']), value: random.chance(0.5) }
  if (schema.type === 'boolean')
    return { operator: pickFrom(random, ['equal', 'equal', 'notEqual']), value: random.chance(0.5) }
  if (schema.type === 'number' || schema.type === 'integer') return numberComparison(random)
  if (schema.type === 'array' && schema.items.type === 'string') {
    const operator = pickFrom(random, [
      'contains',
      'contains',
      'doesNotContain',
      'containsAny',
      'containsAll',
      'containsNone',
      'someFact:equal',
      'everyFact:in',
    ])
    const isList = /Any|All|None|:in$/.test(operator)
    return { operator, value: isList ? some(random, choices) : pickFrom(random, choices) }
  }
  if (schema.type !== 'string') return { operator: 'isPresent', value: random.chance(0.5) }
  if ('enum' in schema) {
    if (random.chance(0.4))
      return { operator: pickFrom(random, ['in', 'notIn']), value: some(random, schema.enum) }
    return { operator: pickFrom(random, ['equal', 'notEqual']), value: pickFrom(random, schema.enum) }
  }
  if (schema.format === 'date') {
    const operator = pickFrom(random, [
      'dateBefore',
      'dateOnOrAfter',
      'dateAfter',
      'equal',
      'lessThan',
      'dateBetween',
    ])
    const day = pickFrom(random, dates)
    return { operator, value: operator === 'dateBetween' ? [dates[0], day] : day }
  }
  const operator = pickFrom(random, ['equal', 'notEqual', 'in', 'equal', 'regionWithin', 'greaterThan'])
  if (operator === 'regionWithin') return { operator, value: '4303' }
  return { operator, value: operator === 'in' ? some(random, texts) : pickFrom(random, texts) }
}

/** Now and then a comparison that no author would write but that is accepted. */
function oddComparison(random: Random): { operator: string; value: unknown } {
  const operator = pickFrom(random, [
    'equal',
    'notEqual',
    'in',
    'contains',
    'doesNotContain',
    'lessThan',
    'greaterThanInclusive',
    'between',
    'dateBefore',
    'containsAny',
  ])
  const decorator = pickFrom(random, ['', 'not:', 'swap:', 'someFact:', 'everyFact:', 'not:someFact:'])
  const shape = resolveOperator(operator)?.operator.value
  const scalar = pickFrom<unknown>(random, [1, 5, 'a', 'x', '5', true, null, '2024-02-29'])
  if (shape === 'list')
    return { operator: decorator.replace('swap:', '') + operator, value: [scalar, 'b', 3] }
  if (shape === 'range') return { operator: decorator + operator, value: [2, 7] }
  if (shape === 'date') return { operator: decorator + operator, value: '2024-06-30' }
  if (shape === 'number-or-text')
    return { operator: decorator + operator, value: pickFrom<unknown>(random, [3, '4', 'a']) }
  return { operator: decorator + operator, value: scalar }
}

function comparison(random: Random, vocabulary: Vocabulary): Condition {
  const ids = Object.keys(vocabulary.fields)
  if (random.chance(0.15) && vocabulary.facts.length > 0) {
    const fact = pickFrom(random, vocabulary.facts)
    return fact === 'kind'
      ? {
          fact,
          operator: pickFrom(random, ['equal', 'notEqual']),
          value: pickFrom(random, ['high', 'low', null]),
        }
      : { fact, operator: pickFrom(random, ['lessThan', 'greaterThan']), value: random.between(0, 40) }
  }
  const fact = pickFrom(random, ids)
  const field = vocabulary.fields[fact]
  if (!field) throw new Error(fact)
  if (random.chance(0.06)) return { fact, ...oddComparison(random) }
  const isNumber = field.schema.type === 'number' || field.schema.type === 'integer'
  if (isNumber && random.chance(0.2))
    return {
      fact,
      operator: pickFrom(random, ['lessThan', 'greaterThanInclusive']),
      value: { fact: `param.${pickFrom(random, Object.keys(vocabulary.parameters))}` },
    }
  if (isNumber && random.chance(0.05)) {
    const other = ids.find((id) => id !== fact && vocabulary.fields[id]?.schema.type === 'number')
    if (other) return { fact, operator: 'lessThan', value: { fact: other } }
  }
  return { fact, ...comparisonOf(random, field) }
}

/** A random condition, three levels deep at most. */
export function randomCondition(random: Random, vocabulary: Vocabulary, depth = 0): Condition {
  const kind = random.between(0, 9)
  const children = (): Condition[] =>
    Array.from({ length: random.between(1, 3) }, () => randomCondition(random, vocabulary, depth + 1))
  if (depth < 2 && kind < 3) return { all: children() }
  if (depth < 2 && kind < 5) return { any: children() }
  if (depth < 2 && kind === 5) return { not: randomCondition(random, vocabulary, depth + 1) }
  if (kind === 6 && vocabulary.named.length > 0) return { condition: pickFrom(random, vocabulary.named) }
  return comparison(random, vocabulary)
}

/** As a rule needs it: never a bare comparison. */
export function randomRootCondition(random: Random, vocabulary: Vocabulary): Condition {
  const condition = randomCondition(random, vocabulary)
  return 'operator' in condition ? { all: [condition] } : condition
}
