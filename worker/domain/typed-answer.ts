import { fieldSchema } from '../../rules/index.ts'
import { normaliseAnswer, readNumber } from '../../schemas/formats/index.ts'
import type { Fault, Field, PartSchema } from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/index.ts'

/** Name of the control that asks for a whole answer; parts of groups have names below it, such as `answer/0/name`. */
export const controlName = 'answer'

/** What native controls sent, by name. */
export type Typed = Pick<URLSearchParams, 'get' | 'getAll'>

/** The value of one control; undefined where nothing was typed or chosen. What does not fit is kept as it was typed. */
function readPart(schema: PartSchema, text: string | null): unknown {
  const written = text?.trim() ?? ''
  if (written === '') return undefined
  if (schema.type === 'boolean') return written === 'true' ? true : written === 'false' ? false : written
  if (schema.type === 'number' || schema.type === 'integer') return readNumber(written)
  return written
}

function readGroup(
  properties: Readonly<Record<string, PartSchema>>,
  typed: Typed,
  name: string,
): Record<string, unknown> | undefined {
  const parts = Object.entries(properties)
    .map(([id, schema]) => [id, readPart(schema, typed.get(`${name}/${id}`))] as const)
    .filter(([, value]) => value !== undefined)
  return parts.length > 0 ? Object.fromEntries(parts) : undefined
}

/**
 * The answer that native controls hold for a field, in its one spelling; undefined where nothing was typed or chosen.
 * What does not fit is kept as it was typed, so that it can be shown again with what is wrong about it.
 */
export function readTyped({ schema }: Field, typed: Typed): unknown {
  if (schema.type === 'object')
    return normaliseAnswer(schema, readGroup(schema.properties, typed, controlName))
  if (schema.type !== 'array') return normaliseAnswer(schema, readPart(schema, typed.get(controlName)))
  const { items } = schema
  if (items.type === 'string') {
    const chosen = [...new Set(typed.getAll(controlName))].filter((value) => value !== '')
    return chosen.length > 0 ? chosen : undefined
  }
  const { properties } = items
  const rows = Array.from({ length: schema.maxItems ?? 0 }, (_, row) =>
    readGroup(properties, typed, `${controlName}/${row}`),
  ).filter((row) => row !== undefined)
  return rows.length > 0 ? normaliseAnswer(schema, rows) : undefined
}

/** What is wrong with an answer as typed (undefined: left empty); pointers start below the answer. */
export function checkTyped(field: Field, value: unknown, required: boolean): Fault[] {
  if (value === undefined && !required) return []
  const schema = {
    type: 'object',
    properties: { [controlName]: fieldSchema(field, 'zh-CN') },
    required: [controlName],
  }
  const whole = value === undefined ? {} : { [controlName]: value }
  return validate(schema, whole).map((fault) => ({
    ...fault,
    pointer: fault.pointer.slice(controlName.length + 1),
  }))
}
