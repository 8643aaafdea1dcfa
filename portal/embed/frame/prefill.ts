import { type CompiledBundle, fieldSchema, fieldStates } from '../../../rules/index.ts'
import type { Answers, Field } from '../../../schemas/index.ts'
import { isJsonObject } from '../../../schemas/index.ts'
import { checkJson, validate } from '../../../schemas/validator/index.ts'
import { longestText, type Refused } from '../protocol.ts'

export interface Prefill {
  readonly answers: Answers
  readonly refused: readonly Refused[]
}

/** More names than any form has fields; what comes after is not even looked at. */
const mostNames = 500

const nothing = (reason: string): Prefill => ({ answers: {}, refused: [{ name: '', reason }] })

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSensitive({ sensitive, parts }: Field): boolean {
  return sensitive === true || Object.values(parts ?? {}).some((part) => part.sensitive)
}

/** Why a host page may not give this answer, whatever the others are; undefined where it may. */
function objection(field: Field | undefined, value: unknown): string | undefined {
  if (!field) return 'unknown'
  if (field.derive) return 'computed'
  if (isSensitive(field)) return 'sensitive'
  if (checkJson(value).length > 0 || validate(fieldSchema(field, 'zh-CN'), value).length > 0) return 'invalid'
  return undefined
}

/** A name that may be reported: one a field could have. */
function reportable(name: string): string {
  return /^[\w.-]{1,80}$/.test(name) ? name : ''
}

/**
 * The answers a host page gives beforehand, as far as the form takes them: to fields it has, that are asked for, not
 * sensitive (those never stand in an address) and not hidden by the other answers, in the field's own shape. The rest
 * is named with the reason, never with its value.
 */
export function readPrefill(compiled: CompiledBundle, text: string): Prefill {
  if (text === '') return { answers: {}, refused: [] }
  const given = text.length <= longestText ? read(text) : undefined
  if (!isJsonObject(given)) return nothing(text.length <= longestText ? 'malformed' : 'too-long')
  const { fields } = compiled.document.form
  const judged = Object.entries(given)
    .slice(0, mostNames)
    .map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      return { name, value, reason: objection(field, value) }
    })
  const fitting = judged.filter(({ reason }) => !reason).map(({ name, value }) => [name, value])
  const states = fieldStates(compiled, Object.fromEntries(fitting))
  const shown = new Set(states.filter((state) => state.shown !== false).map(({ id }) => id))
  return {
    answers: Object.fromEntries(fitting.filter(([name]) => shown.has(String(name)))),
    refused: judged.flatMap(({ name, reason = shown.has(name) ? undefined : 'hidden' }) =>
      reason ? [{ name: reportable(name), reason }] : [],
    ),
  }
}
