import type { BundleDocument, Field } from '../../schemas/index.ts'
import { constantsByFact, numbersAmong } from '../conditions/constants.ts'
import { dateOf, dayOf } from '../days.ts'

const sampleDates = ['1990-01-01', '2026-11-01']

const isDate = (value: unknown): value is string => typeof value === 'string' && dayOf(value) !== undefined
const isText = (value: unknown): value is string => typeof value === 'string'

/** Both sides of every boundary and the boundary itself, as far as the field allows them, and its own bounds. */
function numbersFor(
  schema: Extract<Field['schema'], { type: 'number' | 'integer' }>,
  constants: readonly unknown[],
): number[] {
  const { minimum = -Infinity, maximum = Infinity } = schema
  const step = schema.multipleOf ?? (schema.type === 'integer' ? 1 : 0.5)
  const around = numbersAmong(constants).flatMap((value) => [value - step, value, value + step])
  const all = [...around, schema.minimum ?? 0, schema.maximum ?? 0]
  return [...new Set(all)].filter((value) => value >= minimum && value <= maximum)
}

function datesFor(constants: readonly unknown[]): string[] {
  const around = constants.filter(isDate).flatMap((date) => {
    const day = dayOf(date) ?? 0
    return [dateOf(day - 1), date, dateOf(day + 1)]
  })
  return [...new Set([...sampleDates, ...around])]
}

/**
 * Values worth trying for a field: every choice, both sides of every boundary, its bounds, and, where it is optional,
 * null (left empty).
 */
export function candidatesOf(field: Field, constants: readonly unknown[]): unknown[] {
  const { schema } = field
  const empty: unknown[] = field.required ? [] : [null]
  if (schema.type === 'boolean') return [...empty, true, false]
  if (schema.type === 'string') {
    if ('enum' in schema) return [...empty, ...schema.enum]
    return [...empty, ...(schema.format === 'date' ? datesFor(constants) : constants.filter(isText))]
  }
  if (schema.type === 'array') {
    const { items, minItems = 0, maxItems = Infinity } = schema
    if (items.type !== 'string') return empty
    const lists = [[], ...items.enum.map((choice) => [choice]), items.enum]
    return [...empty, ...lists.filter(({ length }) => length >= minItems && length <= maxItems)]
  }
  return schema.type === 'object' ? empty : [...empty, ...numbersFor(schema, constants)]
}

/** The values worth trying for every field of a document. */
export function candidatesByField(document: BundleDocument): ReadonlyMap<string, readonly unknown[]> {
  const constants = constantsByFact(document)
  return new Map(
    Object.entries(document.form.fields).map(([id, field]) => [
      id,
      candidatesOf(field, constants.get(id) ?? []),
    ]),
  )
}
