import type { Operator, Test } from './operator.ts'

/**
 * json-rules-engine's own ten operators, to the letter: `===` for equality, `indexOf` for membership, raw `<` behind
 * a `parseFloat` check of the fact alone. See docs/adr/0003-two-evaluators.md.
 */
const isNumeric = (fact: unknown): boolean =>
  typeof fact === 'number' ? !Number.isNaN(fact) : !Number.isNaN(Number.parseFloat(String(fact)))

type Comparable = number
/** JavaScript's own `<`, whatever stands on both sides: text against text is compared as text. */
const compare = (holds: (fact: Comparable, value: Comparable) => boolean): Test => {
  return (fact, value) => isNumeric(fact) && holds(fact as Comparable, value as Comparable)
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
