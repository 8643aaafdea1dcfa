import { type CompiledBundle, deriveAnswers, fieldStates } from '../../rules/index.ts'
import { normaliseAnswer } from '../../schemas/formats/index.ts'
import type { Answers, BundleDocument } from '../../schemas/index.ts'
import { isJsonObject } from '../../schemas/index.ts'
import { checkAnswer } from './answers.ts'
import type { Walk } from './walk.ts'

/**
 * Answers with everything that is worked out from them on `today` (Beijing date). Where a source was left empty, so is
 * what would follow from it.
 */
export function withDerived(document: BundleDocument, answers: Answers, today: string): Answers {
  const derived = deriveAnswers(document, answers, today)
  for (const [id, { derive }] of Object.entries(document.form.fields)) {
    if (derive && answers[derive.from] === null && derived[id] === undefined) derived[id] = null
  }
  return derived
}

/**
 * Of answers that were carried along from page to page, those the bundle takes: to its own questions, in their shape,
 * and not hidden by the others. The rest is left out without a word: the document may have changed since, and whoever
 * tampers gets nothing for it. What is worked out is left out too.
 */
export function keptAnswers(compiled: CompiledBundle, sent: unknown, today: string): Answers {
  if (!isJsonObject(sent)) return {}
  const { document } = compiled
  const fitting: Record<string, unknown> = {}
  for (const [id, field] of Object.entries(document.form.fields)) {
    if (field.derive || !Object.hasOwn(sent, id)) continue
    const value = normaliseAnswer(field.schema, sent[id])
    if (checkAnswer(field, value, '').length === 0) fitting[id] = value
  }
  const asked = askedFields(compiled, withDerived(document, fitting, today))
  return Object.fromEntries(Object.entries(fitting).filter(([id]) => asked.has(id)))
}

/** The fields that are asked for, or may be: not worked out, and not certainly hidden by the answers as rules read them. */
export function askedFields(compiled: CompiledBundle, read: Answers): Set<string> {
  const states = fieldStates(compiled, read)
  const { fields } = compiled.document.form
  return new Set(states.filter(({ id, shown }) => shown !== false && !fields[id]?.derive).map(({ id }) => id))
}

/**
 * A walk through questions with only what the bundle takes. Answers that came from elsewhere stand behind those given in
 * turn.
 */
export function keptWalk(
  compiled: CompiledBundle,
  sent: unknown,
  trail: readonly string[],
  today: string,
): Walk {
  const answers = keptAnswers(compiled, sent, today)
  const asked = askedFields(compiled, withDerived(compiled.document, answers, today))
  const dealtWith = trail.filter((id) => asked.has(id))
  return { answers, trail: [...new Set([...dealtWith, ...Object.keys(answers)])] }
}
