import type { FieldSchema, PartSchema } from '../bundle/field.ts'
import { isJsonObject } from '../json.ts'
import { formatNamed } from './registry.ts'

/**
 * An answer with every formatted text in its one spelling (`Format.normalise`), to be stored and compared: identity
 * numbers with a capital X, telephone numbers without spaces. Whatever does not fit the schema is left as it is.
 */
export function normaliseAnswer(schema: FieldSchema | PartSchema, value: unknown): unknown {
  if (typeof value === 'string') {
    return (
      (schema.type === 'string' && 'format' in schema && formatNamed(schema.format)?.normalise(value)) ||
      value
    )
  }
  if (schema.type === 'array' && Array.isArray(value)) {
    return value.map((entry) => normaliseAnswer(schema.items, entry))
  }
  if (schema.type === 'object' && isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const partSchema = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
        return [key, partSchema ? normaliseAnswer(partSchema, part) : part]
      }),
    )
  }
  return value
}
