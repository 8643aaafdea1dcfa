import type { FieldSchema, PartSchema } from '../../../schemas/index.ts'

type AnySchema = FieldSchema | PartSchema

/** Whether `value` answers a field of `schema`, told from the seven shapes themselves and from nothing of typebox. */
export function fits(schema: AnySchema, value: unknown): boolean {
  switch (schema.type) {
    case 'boolean':
      return value === true || value === false
    case 'number':
    case 'integer':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        value >= (schema.minimum ?? -Infinity) &&
        value <= (schema.maximum ?? Infinity)
      )
    case 'string':
      if (typeof value !== 'string') return false
      if ('enum' in schema) return schema.enum.includes(value)
      return (
        [...value].length >= (schema.minLength ?? 0) &&
        [...value].length <= (schema.maxLength ?? Infinity) &&
        (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value))
      )
    case 'array':
      return Array.isArray(value) && fitsList(schema, value)
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        (schema.required ?? []).every((key) => Object.hasOwn(value, key)) &&
        Object.entries(value).every(([key, part]) => {
          const partSchema = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
          return partSchema === undefined || fits(partSchema, part)
        })
      )
  }
}

function fitsList(schema: Extract<FieldSchema, { type: 'array' }>, list: readonly unknown[]): boolean {
  const distinct = 'uniqueItems' in schema ? new Set(list).size === list.length : true
  return (
    distinct &&
    list.length >= (schema.minItems ?? 0) &&
    list.length <= (schema.maxItems ?? Infinity) &&
    list.every((entry) => fits(schema.items, entry))
  )
}
