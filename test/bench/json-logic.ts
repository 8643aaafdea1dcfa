import type { Condition } from '../../schemas/index.ts'

const operations: Readonly<Record<string, string>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
}

/** A condition in JsonLogic, for json-logic-engine. */
export function toJsonLogic(condition: Condition): unknown {
  if ('all' in condition) return { and: condition.all.map(toJsonLogic) }
  if ('any' in condition) return { or: condition.any.map(toJsonLogic) }
  if ('not' in condition) return { '!': [toJsonLogic(condition.not)] }
  if ('condition' in condition) throw new Error('the bench has no named conditions')
  const operation = operations[condition.operator]
  if (!operation) throw new Error(`no JsonLogic for ${condition.operator}`)
  return { [operation]: [{ var: condition.fact }, condition.value] }
}
