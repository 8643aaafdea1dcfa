import type { Static, TSchema } from 'typebox'
import type { Fault } from '../fault.ts'
import { pointerTo } from '../json.ts'
import { settleUnions } from './closest-branch.ts'
import { conforms, rawErrors } from './engine.ts'
import { mostFaults, overlongFaults, shortened } from './input-limits.ts'
import { InvalidInputError } from './invalid-input-error.ts'
import { type LocatedError, locate, valueAt } from './located.ts'
import { messageFor } from './messages.ts'

/** Keywords whose errors typebox adds to those of the single keys or branches. */
const summaries = new Set(['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'if'])

/** Faults that say less than another one at the same place: keyword, and the keywords that outdo it. */
const outdoneBy: Record<string, readonly string[]> = {
  type: ['const', 'enum'],
  pattern: ['format'],
  minLength: ['format'],
  maxLength: ['format'],
}

/**
 * Everything wrong with `value` (at most 200 faults), empty where it fits. One fault for each missing property and one
 * for each unknown one, each at the place of that property; of a union only the branch that comes closest is reported.
 *
 * @param schema a JSON Schema 2020-12, such as a TypeBox type; trusted, unlike the value
 */
export function validate(schema: object, value: unknown): Fault[] {
  if (conforms(schema, value)) return []
  const overlong = overlongFaults(value)
  if (overlong.length > 0) return overlong
  const faults = settleUnions(rawErrors(schema, value).map((raw) => locate(raw))).flatMap((error) =>
    faultsOf(error, value),
  )
  return faults.length > 0
    ? withoutOutdone(faults).slice(0, mostFaults)
    : [{ pointer: '', keyword: 'schema', message: messageFor('schema', {}) }]
}

/**
 * `value`, known to fit `schema`.
 *
 * @throws InvalidInputError with everything that is wrong.
 */
export function parse<T extends TSchema>(schema: T, value: unknown): Static<T> {
  if (conforms(schema, value)) return value
  throw new InvalidInputError(validate(schema, value))
}

function faultsOf(error: LocatedError, value: unknown): Fault[] {
  const { keyword, params } = error.raw
  if (summaries.has(keyword)) return []
  if (keyword === 'required' && 'requiredProperties' in params && Array.isArray(params.requiredProperties)) {
    return params.requiredProperties.map((name) =>
      fault([...error.instance, String(name)], keyword, messageFor(keyword, {})),
    )
  }
  // A schema that is `false` allows nothing there: an unknown key, by far.
  const broken = keyword === 'boolean' ? 'additionalProperties' : keyword
  return [fault(error.instance, broken, messageFor(broken, params, valueAt(value, error.instance)))]
}

function fault(instance: readonly string[], keyword: string, message: Fault['message']): Fault {
  return { pointer: shortened(pointerTo(...instance)), keyword, message }
}

function withoutOutdone(faults: readonly Fault[]): Fault[] {
  const places = new Set(faults.map(({ pointer, keyword }) => `${keyword} ${pointer}`))
  const seen = new Set<string>()
  return faults.filter(({ pointer, keyword }) => {
    const place = `${keyword} ${pointer}`
    if (seen.has(place)) return false
    seen.add(place)
    return !outdoneBy[keyword]?.some((better) => places.has(`${better} ${pointer}`))
  })
}
