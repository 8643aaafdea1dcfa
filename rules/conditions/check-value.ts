import { type Fault, isJsonObject } from '../../schemas/index.ts'
import type { ValueShape } from '../operators/operator.ts'
import type { ResolvedOperator } from '../operators/resolve.ts'
import { refusal } from './refused.ts'

const isScalar = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const isNumber = (value: unknown): boolean => typeof value === 'number'
const isPair = (value: unknown, holds: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(holds)

const shapes: Record<
  Exclude<ValueShape, 'scalar' | 'number-or-text' | 'list'>,
  (value: unknown) => boolean
> = {
  number: isNumber,
  boolean: (value) => typeof value === 'boolean',
  range: (value) => isPair(value, isNumber),
  date: isDate,
  'date-range': (value) => isPair(value, isDate),
  region: (value) => [value].flat().every((code) => typeof code === 'string' && /^\d{2,12}$/.test(code)),
}

type Side = 'fact' | readonly unknown[]

const members = (side: Side): Side => (side === 'fact' ? side : side.filter(Array.isArray).flat())

/**
 * Follows the decorators from left to right and says what reaches the operator's right side: the literals that stand
 * there, or the fact or its members (after `swap`). Undefined where json-rules-engine would fail, because it goes
 * through the members of something that is, or may be, no list.
 */
function rightSide(resolved: ResolvedOperator, value: unknown): Side | undefined {
  let left: Side = 'fact'
  let right: Side = [value]
  for (const decorator of resolved.decorators) {
    if (decorator === 'swap') [left, right] = [right, left]
    else if (decorator === 'someFact' || decorator === 'everyFact') left = members(left)
    else if (decorator === 'someValue' || decorator === 'everyValue') {
      if (right === 'fact' || !right.every(Array.isArray)) return undefined
      right = members(right)
    }
  }
  return right
}

/** Checks the literal right side of a comparison. `value` has parameters already put in. */
export function checkValue(
  resolved: ResolvedOperator,
  name: string,
  value: unknown,
  pointer: string,
): Fault[] {
  if (Array.isArray(value) && value.some(isJsonObject)) return [refusal('reference-in-list', pointer)]
  const side = rightSide(resolved, value)
  if (side === undefined) return [refusal('list-expected', pointer, name)]
  const { value: shape } = resolved.operator
  if (side === 'fact') return shape === 'list' ? [refusal('list-expected', pointer, name)] : []
  for (const operand of side) {
    if (shape === 'list') {
      if (!Array.isArray(operand)) return [refusal('list-expected', pointer, name)]
    } else if (shape === 'scalar') {
      if (!isScalar(operand)) return [refusal('structure-equality', pointer, name)]
    } else if (shape === 'number-or-text') {
      if (operand === null) return [refusal('null-comparison', pointer)]
      if (typeof operand !== 'number' && typeof operand !== 'string')
        return [refusal('value-shape', pointer, name)]
    } else if (!shapes[shape](operand)) {
      return [refusal('value-shape', pointer, name)]
    }
  }
  return []
}
