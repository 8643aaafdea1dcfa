import type { Operator, Test } from './operator.ts'

/**
 * json-rules-engine's own ten operators, to the letter: `===` for equality, `indexOf` for membership, raw `<` behind
 * a `parseFloat` check of the fact alone. See docs/adr/0003-two-evaluators.md.
 */
type Primitive = string | number | boolean | null | undefined

/** What JavaScript compares where a list or an object stands: its text. NaN where it has none, so that nothing holds. */
function primitiveOf(value: unknown): Primitive {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || value === null) return value === null ? null : undefined
  try {
    return String(value)
  } catch {
    return Number.NaN
  }
}

const isNumeric = (fact: Primitive): boolean => !Number.isNaN(Number.parseFloat(String(fact)))

/** A fact as a number, as it is when compared with one; NaN where every such comparison is false. */
export function numberOf(fact: unknown): number {
  if (typeof fact === 'number') return fact
  if (typeof fact !== 'string' && typeof fact !== 'object') return Number.NaN
  const primitive = primitiveOf(fact)
  return isNumeric(primitive) ? Number(primitive) : Number.NaN
}

type Comparable = number
/** JavaScript's own `<`, whatever stands on both sides: text against text is compared as text. */
const compare = (holds: (fact: Comparable, value: Comparable) => boolean): Test => {
  return (fact, value) => {
    const left = primitiveOf(fact)
    return isNumeric(left) && holds(left as Comparable, primitiveOf(value) as Comparable)
  }
}

const isMember: Test = (fact, value) => Array.isArray(value) && value.indexOf(fact) > -1
const includes: Test = (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1
const excludes: Test = (fact, value) => Array.isArray(fact) && fact.indexOf(value) === -1

const stock = (name: string, value: Operator['value'], test: Test): Operator => ({
  name,
  value,
  test,
  stock: true,
})

export const stockOperators: readonly Operator[] = [
  stock('equal', 'scalar', (fact, value) => fact === value),
  stock('notEqual', 'scalar', (fact, value) => fact !== value),
  stock('in', 'list', isMember),
  stock('notIn', 'list', (fact, value) => Array.isArray(value) && value.indexOf(fact) === -1),
  stock('contains', 'scalar', includes),
  stock('doesNotContain', 'scalar', excludes),
  stock(
    'lessThan',
    'number-or-text',
    compare((fact, value) => fact < value),
  ),
  stock(
    'lessThanInclusive',
    'number-or-text',
    compare((fact, value) => fact <= value),
  ),
  stock(
    'greaterThan',
    'number-or-text',
    compare((fact, value) => fact > value),
  ),
  stock(
    'greaterThanInclusive',
    'number-or-text',
    compare((fact, value) => fact >= value),
  ),
]
