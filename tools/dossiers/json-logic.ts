import { isJsonObject, type JsonValue } from '../../schemas/index.ts'

export type Facts = Readonly<Record<string, unknown>>

const compare: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}
const calculate: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

function isLogic(value: unknown): value is JsonValue {
  return value !== undefined
}

/**
 * The dossiers' JsonLogic, which differs from the usual one: a missing fact is null, and comparing or calculating with
 * null gives false and null.
 */
export function evaluate(logic: JsonValue, facts: Facts): unknown {
  if (!isJsonObject(logic)) return logic
  const [operation = '', content] = Object.entries(logic)[0] ?? []
  const operands = (Array.isArray(content) ? content : [content]).filter(isLogic)
  const value = (index: number): unknown => evaluate(operands[index] ?? null, facts)
  const numbers = (): [number, number] | null => {
    const [a, b] = [value(0), value(1)]
    return typeof a === 'number' && typeof b === 'number' ? [a, b] : null
  }
  const comparison = compare[operation]
  if (comparison) {
    const pair = numbers()
    return pair !== null && comparison(...pair)
  }
  const calculation = calculate[operation]
  if (calculation) {
    const pair = numbers()
    return pair && calculation(...pair)
  }
  switch (operation) {
    case 'var':
      return facts[String(operands[0])] ?? null
    case '==':
      return value(0) === value(1)
    case '!=':
      return value(0) !== value(1)
    case '!':
      return !value(0)
    case 'and':
      return operands.every((one) => evaluate(one, facts))
    case 'or':
      return operands.some((one) => evaluate(one, facts))
    case 'in': {
      const list = operands[1]
      const members = Array.isArray(list) ? list : evaluate(list ?? null, facts)
      return Array.isArray(members) && members.includes(value(0))
    }
    case 'len': {
      const list = value(0)
      return Array.isArray(list) ? list.length : null
    }
    case 'num':
      return value(0) === null ? null : Number(value(0))
    case 'if':
      for (let index = 0; index + 1 < operands.length; index += 2) if (value(index)) return value(index + 1)
      return operands.length % 2 === 1 ? value(operands.length - 1) : null
    default:
      throw new Error(`The dossiers' JsonLogic has no operation “${operation}”.`)
  }
}
