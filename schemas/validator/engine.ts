import type { Static, TSchema } from 'typebox'
import { Check, Errors } from 'typebox/schema'
import { Settings } from 'typebox/system'
import { registerFormats } from '../formats/registry.ts'

/**
 * typebox stops collecting here. A union reports the errors of all its branches, so this has to be well above the
 * number of faults we report.
 */
const mostRawErrors = 10_000

// The same path on every runtime: workerd and a strict CSP refuse generated code.
Settings.Set({ useAcceleration: false, maxErrors: mostRawErrors })
registerFormats()

/** One error as typebox reports it, in the shape of AJV's. */
export interface RawError {
  readonly keyword: string
  readonly schemaPath: string
  readonly instancePath: string
  readonly params: object
}

/** Whether `value` fits `schema`. */
export function conforms<T extends TSchema>(schema: T, value: unknown): value is Static<T>
export function conforms(schema: object, value: unknown): boolean
export function conforms(schema: object, value: unknown): boolean {
  return Check(schema, value)
}

/** What does not fit, as typebox says it. */
export function rawErrors(schema: object, value: unknown): readonly RawError[] {
  return Errors(schema, value)[1]
}
