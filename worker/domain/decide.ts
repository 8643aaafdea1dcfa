import {
  type CompiledBundle,
  type DecideOptions,
  decide,
  deriveAnswers,
  dropHidden,
  explain,
} from '../../rules/index.ts'
import type { Answers, DecideRequest, DecideResponse } from '../../schemas/index.ts'
import { checkAnswers, normaliseAnswers } from './answers.ts'
import { beijingDate } from './beijing.ts'
import type { Library } from './library.ts'
import { Refusal } from './refusal.ts'

/**
 * Answers as rules read them: checked, in their one spelling, derived fields worked out for today, hidden ones
 * dropped. `dropped` names the hidden fields that were sent.
 *
 * @throws Refusal `invalid-input` with a fault for every unknown field and wrong value.
 */
export function readAnswers(
  compiled: CompiledBundle,
  sent: Answers,
  now: Date,
  unanswered: DecideOptions['unanswered'],
): { answers: Answers; dropped: string[] } {
  const normal = normaliseAnswers(compiled.document, sent)
  const errors = checkAnswers(compiled.document, normal)
  if (errors.length > 0) throw new Refusal('invalid-input', { errors })
  const derived = deriveAnswers(compiled.document, normal, beijingDate(now))
  const { answers, dropped } = dropHidden(compiled, derived, unanswered)
  return { answers, dropped: dropped.filter((field) => Object.hasOwn(sent, field)) }
}

/**
 * Decides one bundle for the given answers, which need not be whole.
 *
 * @throws Refusal `unknown-bundle`, `unknown-version` or `invalid-input`.
 */
export async function decideBundle(
  library: Library,
  bundle: string,
  request: DecideRequest,
  now: Date,
): Promise<DecideResponse> {
  const { version, compiled } = await library.open(bundle, request.version)
  const unanswered = request.unanswered ?? 'unknown'
  const { answers, dropped } = readAnswers(compiled, request.answers, now, unanswered)
  return {
    version: version.number,
    hash: version.hash,
    decision: decide(compiled, answers, { unanswered }),
    dropped,
    ...(request.explain ? { explanations: explain(compiled, answers, { unanswered }) } : {}),
  }
}
