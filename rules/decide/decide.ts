import type { Answers, Decision, Message } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { ask } from './ask.ts'
import { settleContested } from './contested.ts'
import { rulesBehind } from './open-rules.ts'
import { chargesOf, inclusionsOf, limitOf, outcomesOf } from './outcomes.ts'
import { begin, type Run, statesOf, type Unanswered } from './run.ts'

export type DecideOptions = {
  /** What a field without an answer means: `unknown` (still to be asked, the default) or `absent` (left empty). */
  readonly unanswered?: Unanswered
}

const isOpen = (outcome: { readonly certainty: string }): boolean => outcome.certainty === 'open'

const openAmong = (list: readonly { readonly certainty: string }[]): boolean => {
  for (const outcome of list) if (isOpen(outcome)) return true
  return false
}
const certainAmong = (list: readonly { readonly certainty: string }[]): boolean => {
  for (const outcome of list) if (!isOpen(outcome)) return true
  return false
}

function eligibilityOf(
  rejections: readonly Message[],
  referrals: readonly Message[],
): Decision['eligibility'] {
  if (certainAmong(rejections)) return 'rejected'
  if (rejections.length > 0) return 'open'
  if (certainAmong(referrals)) return 'refer'
  return referrals.length > 0 ? 'open' : 'eligible'
}

type Lists = Pick<Decision, keyof CompiledBundle['combined']>

/** Where nothing is open, the same rules always come to the same lists. */
function settledLists({ combined }: CompiledBundle, states: Uint8Array): Lists {
  return {
    rejections: combined.rejections.of(states),
    referrals: combined.referrals.of(states),
    warnings: combined.warnings.of(states),
    notices: combined.notices.of(states),
    items: combined.items.of(states),
    materials: combined.materials.of(states),
    tasks: combined.tasks.of(states),
  }
}

function listsOf(compiled: CompiledBundle, states: Uint8Array): Lists {
  return {
    rejections: outcomesOf(compiled.rejections, states),
    referrals: outcomesOf(compiled.referrals, states),
    warnings: outcomesOf(compiled.warnings, states),
    notices: outcomesOf(compiled.notices, states),
    items: inclusionsOf(compiled.items, states),
    materials: inclusionsOf(compiled.materials, states),
    tasks: outcomesOf(compiled.tasks, states),
  }
}

/** What the rules of `run`'s bundle say. `states` holds how each came out; verify passes json-rules-engine's results. */
export function conclude(run: Run, states: Uint8Array = statesOf(run)): Decision {
  const { compiled } = run
  const { isPartial } = compiled.table
  const contests = compiled.contested.length > 0 ? settleContested(run, states) : []
  const lists = isPartial ? listsOf(compiled, states) : settledLists(compiled, states)
  const referrals = contests.length > 0 ? [...lists.referrals, ...contests] : lists.referrals
  const limit = limitOf(compiled.limits, states)
  const fees = chargesOf(run, compiled.fees, states)
  const estimates = chargesOf(run, compiled.estimates, states)
  const complete =
    !isPartial ||
    !(
      isOpen(limit) ||
      openAmong(referrals) ||
      openAmong(fees) ||
      openAmong(estimates) ||
      Object.values(lists).some(openAmong)
    )
  const decision: Decision = {
    bundle: compiled.document.id,
    complete,
    eligibility: eligibilityOf(lists.rejections, referrals),
    rejections: lists.rejections,
    referrals,
    warnings: lists.warnings,
    notices: lists.notices,
    items: lists.items,
    materials: lists.materials,
    tasks: lists.tasks,
    limit,
    fees,
    estimates,
    hidden: run.hidden,
    ask: [],
  }
  return complete ? decision : { ...decision, ask: ask(run, rulesBehind(compiled, decision)) }
}

/**
 * Decides a bundle for the given answers: pure, synchronous, the same in worker, browser, editor and tests.
 *
 * A value is known; null is absent (left empty, or not applicable); a missing key is as `unanswered` says. Answers of
 * hidden fields count as absent. Whatever is `certain` stays so however the open questions are answered. Days are
 * working days, amounts in the unit of the fee or estimate. Never throws for answers of any type: a value that does
 * not fit a comparison makes it false, as json-rules-engine has it.
 */
export function decide(compiled: CompiledBundle, answers: Answers, options: DecideOptions = {}): Decision {
  return conclude(begin(compiled, answers, options.unanswered ?? 'unknown'))
}
