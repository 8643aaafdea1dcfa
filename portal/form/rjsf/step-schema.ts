import type { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils'
import type { DerivedForm } from '../../../rules/index.ts'
import type { Answers, Fault, Language } from '../../../schemas/index.ts'
import { isJsonObject, textIn } from '../../../schemas/index.ts'
import { decodePointer } from '../state/session.ts'

function pick(from: unknown, keys: readonly string[]): { [key: string]: object } {
  if (!isJsonObject(from)) return {}
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = Object.hasOwn(from, key) ? from[key] : undefined
      return isJsonObject(value) ? [[key, value]] : []
    }),
  )
}

/** The part of a derived form that one step asks for, as @rjsf/core renders it. */
export function stepSchema(
  { schema, uiSchema }: DerivedForm,
  fields: readonly string[],
): { schema: RJSFSchema; uiSchema: UiSchema } {
  const { properties, required }: { properties?: unknown; required?: unknown } = schema
  return {
    schema: {
      type: 'object',
      properties: pick(properties, fields),
      required: Array.isArray(required) ? required.filter((id) => fields.includes(id)) : [],
    },
    uiSchema: { ...pick(uiSchema, fields), 'ui:order': [...fields] },
  }
}

/** The answers of one step as @rjsf/core holds them: what is empty is not there. */
export function stepValues(answers: Answers, fields: readonly string[]): Answers {
  const given = fields.map((id) => [id, answers[id]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined))
}

/** Faults as @rjsf/core hangs them onto fields. */
export function errorSchema(faults: readonly Fault[], language: Language): ErrorSchema<Answers> {
  const root: ErrorTree = {}
  for (const fault of faults) {
    let here = root
    for (const segment of decodePointer(fault.pointer)) {
      here.parts ??= new Map()
      const part = here.parts.get(segment) ?? {}
      here.parts.set(segment, part)
      here = part
    }
    here.errors = [...(here.errors ?? []), textIn(fault.message, language)]
  }
  return schemaOf(root)
}

interface ErrorTree {
  errors?: string[]
  parts?: Map<string, ErrorTree>
}

function schemaOf({ errors, parts }: ErrorTree): ErrorSchema<Answers> {
  const own = errors ? { __errors: errors } : {}
  return { ...own, ...Object.fromEntries([...(parts ?? [])].map(([key, part]) => [key, schemaOf(part)])) }
}
