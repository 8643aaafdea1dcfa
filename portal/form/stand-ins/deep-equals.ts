/** Whether a value is compared by what it holds. Elements of the page and class instances are what they are. */
function isPlain(value: unknown): value is { [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const isElement = Object.hasOwn(value, 'constructor')
  return (prototype === Object.prototype || prototype === null) && !isElement
}

/**
 * Stands in for @rjsf/utils' deep comparison, which needs all of fast-equals. The same answers for what a form holds:
 * JSON, functions (all alike, as @rjsf/core has it) and instances; rendered elements are not walked through.
 */
export default function deepEquals(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a === 'function') return typeof b === 'function'
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => deepEquals(value, b[index]))
  }
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && deepEquals(a[key], b[key]))
  )
}
