import type { Answers, Field } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { isFalse, isTrue } from '../compile/states.ts'
import { nodeState } from '../decide/ask.ts'
import { begin, stateOf, type Unanswered } from '../decide/run.ts'

/** A field as the given answers make it: `shown` is undefined while that depends on a question not yet answered. */
export type FieldState = {
  readonly id: string
  readonly field: Field
  readonly shown: boolean | undefined
  readonly required: boolean
}

/** Every field in the form's order, with whether it applies and has to be answered. */
export function fieldStates(
  compiled: CompiledBundle,
  answers: Answers,
  unanswered: Unanswered = 'unknown',
): FieldState[] {
  const run = begin(compiled, answers, unanswered)
  const shown = new Map(
    compiled.fields.map((field) => {
      const state = field.show ? nodeState(compiled, field.show.node) : isTrue
      return [field.id, state === isTrue ? true : state === isFalse ? false : undefined] as const
    }),
  )
  return compiled.document.form.steps
    .flatMap((step) => step.fields)
    .flatMap((id) => {
      const field = compiled.document.form.fields[id]
      if (!field) return []
      const requireWhen = compiled.requireWhen.get(id)
      const required =
        field.required === true || (requireWhen !== undefined && stateOf(run, requireWhen.start) === isTrue)
      return [{ id, field, shown: shown.get(id), required }]
    })
}

/**
 * The answers without those of fields that do not apply. `dropped` names the fields whose answer was not empty. A
 * field whose visibility is still open keeps its answer.
 */
export function dropHidden(
  compiled: CompiledBundle,
  answers: Answers,
  unanswered: Unanswered = 'unknown',
): { readonly answers: Answers; readonly dropped: string[] } {
  const hidden = new Set(
    fieldStates(compiled, answers, unanswered).flatMap(({ id, shown }) => (shown === false ? [id] : [])),
  )
  const entries = Object.entries(answers)
  return {
    answers: Object.fromEntries(entries.filter(([id]) => !hidden.has(id))),
    dropped: entries
      .filter(([id, value]) => hidden.has(id) && value !== null && value !== undefined)
      .map(([id]) => id),
  }
}
