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

function eligibilityOf(
  rejections: readonly Message[],
  referrals: readonly Message[],
): Decision['eligibility'] {
  if (rejections.some((one) => !isOpen(one))) return 'rejected'
  if (rejections.length > 0) return 'open'
  if (referrals.some((one) => !isOpen(one))) return 'refer'
  return referrals.length > 0 ? 'open' : 'eligible'
}

/** What the rules of `run`'s bundle say. `states` holds how each came out; verify passes json-rules-engine's results. */
export function conclude(run: Run, states: Uint8Array = statesOf(run)): Decision {
  const { compiled } = run
  const contests = compiled.contested.length > 0 ? settleContested(run, states) : undefined
  const rejections = outcomesOf(compiled.rejections, states)
  const referrals = outcomesOf(compiled.referrals, states)
  if (contests) referrals.push(...contests)
  const warnings = outcomesOf(compiled.warnings, states)
  const notices = outcomesOf(compiled.notices, states)
  const items = inclusionsOf(compiled.items, states)
  const materials = inclusionsOf(compiled.materials, states)
  const tasks = outcomesOf(compiled.tasks, states)
  const limit = limitOf(compiled.limits, states)
  const fees = chargesOf(run, compiled.fees, states)
  const estimates = chargesOf(run, compiled.estimates, states)
  const complete =
    !compiled.table.isPartial ||
    !(
      isOpen(limit) ||
      [rejections, referrals, warnings, notices, items, materials, tasks, fees, estimates].some((list) =>
        list.some(isOpen),
      )
    )
  const decision: Decision = {
    bundle: compiled.document.id,
    complete,
    eligibility: eligibilityOf(rejections, referrals),
    rejections,
    referrals,
    warnings,
    notices,
    items,
    materials,
    tasks,
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
