import type { BundleDocument, Condition, Field } from '../../schemas/index.ts'
import { lower } from '../compile/lower.ts'
import { isReference, parameterPrefix } from '../conditions/vocabulary.ts'

/** Constants a document's conditions compare each field with, parameters put in. */
export function constantsByFact(document: BundleDocument): Map<string, unknown[]> {
  const constants = new Map<string, unknown[]>()
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('not' in condition) visit(condition.not)
    else if ('operator' in condition) {
      const { fact, value } = condition
      const constant = isReference(value)
        ? document.parameters[value.fact.slice(parameterPrefix.length)]?.value
        : value
      constants.set(fact, [...(constants.get(fact) ?? []), ...[constant].flat()])
    }
  }
  const lowered = lower(document)
  for (const { conditions } of lowered.rules) visit(conditions)
  for (const condition of lowered.conditions.values()) visit(condition)
  return constants
}

const sampleDates = ['1990-01-01', '2026-11-01']

/** Values worth trying for a field: every choice, both sides of every boundary, its bounds, and, where it is optional, null (left empty). */
export function candidatesOf(field: Field, constants: readonly unknown[]): unknown[] {
  const { schema } = field
  const values: unknown[] = field.required ? [] : [null]
  if (schema.type === 'boolean') values.push(true, false)
  else if (schema.type === 'number' || schema.type === 'integer') {
    const step = schema.type === 'integer' ? 1 : 0.5
    const numbers = constants.filter((value) => typeof value === 'number')
    const around = numbers.flatMap((value) => [value - step, value, value + step])
    const inside = [...around, schema.minimum ?? 0, schema.maximum].filter(
      (value) =>
        value !== undefined &&
        value >= (schema.minimum ?? -Infinity) &&
        value <= (schema.maximum ?? Infinity),
    )
    values.push(...new Set(inside))
  } else if (schema.type === 'string') {
    if ('enum' in schema) values.push(...schema.enum)
    else if (schema.format === 'date')
      values.push(...sampleDates, ...constants.filter((value) => typeof value === 'string'))
    else values.push(...constants.filter((value) => typeof value === 'string'))
  } else if (schema.type === 'array' && schema.items.type === 'string') {
    values.push([], ...schema.items.enum.map((choice) => [choice]), schema.items.enum)
  }
  return values
}
