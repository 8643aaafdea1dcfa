import type { BundleDocument, FieldSchema, JsonValue } from '../../schemas/index.ts'

/** A fact that conditions may read. `value` is set for parameters, which are constants of a version. */
export type FactEntry = {
  readonly kind: 'field' | 'parameter' | 'derived'
  readonly value?: JsonValue
  readonly schema?: FieldSchema
}

export const parameterPrefix = 'param.'

/** Whether a field or derived fact may not have this name: it is a parameter's, or one that every object inherits. */
export function isReservedName(name: string): boolean {
  return name.startsWith(parameterPrefix) || name in Object.prototype
}

/** Every fact of a document by the name that conditions use. */
export function factsOf(document: BundleDocument): ReadonlyMap<string, FactEntry> {
  const facts = new Map<string, FactEntry>()
  for (const [id, field] of Object.entries(document.form.fields))
    facts.set(id, { kind: 'field', schema: field.schema })
  for (const [id, parameter] of Object.entries(document.parameters)) {
    facts.set(`${parameterPrefix}${id}`, { kind: 'parameter', value: parameter.value })
  }
  for (const id of Object.keys(document.facts)) facts.set(id, { kind: 'derived' })
  return facts
}

/** A reference to another fact on the right side of a comparison. */
export type FactReference = { readonly fact: string; readonly path?: string }

export function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact')
}
