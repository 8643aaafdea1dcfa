import type { ValueShape } from '../../../rules/operators/operator.ts'
import { resolveOperator } from '../../../rules/operators/resolve.ts'
import type { Fact, FactKind } from '../facts/fact.ts'

/**
 * An operator as a person chooses it: the operator's name, or name and value together where the value is part of what
 * is said (`isEmpty=true`: is left empty).
 */
export type OperatorChoice = { readonly key: string; readonly operator: string; readonly fixed?: boolean }

const plain = (operator: string): OperatorChoice => ({ key: operator, operator })
const fixed = (operator: string, value: boolean): OperatorChoice => ({
  key: `${operator}=${value}`,
  operator,
  fixed: value,
})

const presence = [fixed('isEmpty', false), fixed('isEmpty', true)]
const comparisons = ['lessThanInclusive', 'lessThan', 'greaterThanInclusive', 'greaterThan'].map(plain)

/** What makes sense for each kind, the most frequent first. */
const sensible: Readonly<Record<FactKind, readonly OperatorChoice[]>> = {
  boolean: [...['equal', 'notEqual'].map(plain), ...presence],
  choice: [...['equal', 'notEqual', 'in', 'notIn'].map(plain), ...presence],
  choices: [
    ...['contains', 'doesNotContain', 'containsAny', 'containsAll', 'containsNone'].map(plain),
    ...presence,
  ],
  number: [...comparisons, ...['equal', 'notEqual', 'between'].map(plain), ...presence],
  date: [
    ...['dateOnOrAfter', 'dateAfter', 'dateOnOrBefore', 'dateBefore', 'dateBetween'].map(plain),
    ...presence,
  ],
  text: [...presence, ...['equal', 'notEqual', 'in', 'notIn', 'regionWithin'].map(plain)],
  group: presence,
}

export function sensibleOperators(kind: FactKind): readonly OperatorChoice[] {
  return sensible[kind]
}

/** The choice that stands for an operator with this value. */
export function operatorChoice(operator: string, value: unknown): OperatorChoice {
  return (operator === 'isEmpty' || operator === 'isPresent') && typeof value === 'boolean'
    ? fixed(operator, value)
    : plain(operator)
}

/** The choice with this key; operators that are unusual for the fact can be read back too. */
export function operatorByKey(key: string): OperatorChoice {
  const [operator = '', value] = key.split('=')
  return value === undefined ? plain(operator) : fixed(operator, value === 'true')
}

/** What the right side of an operator has to be; undefined for an unknown operator or one with decorators. */
export function shapeOf(operator: string): ValueShape | undefined {
  const resolved = resolveOperator(operator)
  return resolved && resolved.decorators.length === 0 ? resolved.operator.value : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isPairOf = (value: unknown, holds: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((one) => one === null || holds(one))

/** Whether the controls for this fact and operator can show the value as it is, without changing it. */
export function isShowable(fact: Fact, operator: string, value: unknown): boolean {
  const ofKind = fact.kind === 'number' ? isNumber : isText
  switch (shapeOf(operator)) {
    case 'scalar':
      if (fact.kind === 'group') return false
      return fact.kind === 'boolean' ? typeof value === 'boolean' : ofKind(value) || value === ''
    case 'number-or-text':
      return fact.kind === 'number' && (isNumber(value) || value === null)
    case 'number':
      return isNumber(value) || value === null
    case 'boolean':
      return typeof value === 'boolean'
    case 'list':
      return !['group', 'boolean'].includes(fact.kind) && Array.isArray(value) && value.every(ofKind)
    case 'range':
      return isPairOf(value, isNumber)
    case 'date':
      return value === null || isText(value)
    case 'date-range':
      return isPairOf(value, isText)
    case 'region':
      return isText(value) || (Array.isArray(value) && value.every(isText))
    default:
      return false
  }
}

function firstScalar(fact: Fact, value: unknown): unknown {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (fact.kind === 'boolean') return typeof one === 'boolean' ? one : true
  if (fact.kind === 'number') return isNumber(one) ? one : ''
  if (isText(one) && one !== '') return one
  return fact.choices[0]?.value ?? ''
}

/**
 * The value nearest to `value` that the operator can have. What is still to be filled in is null or empty text, which
 * the checks refuse, so that a half-finished comparison never decides anything.
 */
export function fittingValue(fact: Fact, operator: string, value: unknown): unknown {
  if (isShowable(fact, operator, value)) return value
  const one: unknown = Array.isArray(value) ? value[0] : value
  switch (shapeOf(operator)) {
    case 'boolean':
      return true
    case 'number':
    case 'number-or-text':
      return isNumber(one) ? one : null
    case 'list': {
      const first = firstScalar(fact, value)
      return first === '' ? [] : [first]
    }
    case 'range':
      return isNumber(one) ? [one, null] : [null, null]
    case 'date':
      return isText(one) ? one : null
    case 'date-range':
      return isText(one) ? [one, null] : [null, null]
    case 'region':
      return isText(one) ? [one] : []
    default:
      return firstScalar(fact, value)
  }
}
