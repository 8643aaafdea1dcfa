/**
 * Whether a value from outside is an object with keys. As isJsonObject of schemas, which would be a file of its own for
 * browsers to load if the form and this room shared it.
 */
export function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
