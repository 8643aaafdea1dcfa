import type { Answers, Decision, Message } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { ask } from './ask.ts'
import { contestedState } from './contested.ts'
import { rulesBehind } from './open-rules.ts'
import { chargesOf, inclusionsOf, limitOf, outcomesOf, type StateOf } from './outcomes.ts'
import { begin, type Run, stateOf, type Unanswered } from './run.ts'

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

/** What the rules of `run`'s bundle say. `plain` decides each rule; verify passes json-rules-engine's results instead. */
export function conclude(run: Run, plain: StateOf = (rule) => stateOf(run, rule.start)): Decision {
  const { compiled } = run
  const contest = compiled.contested.length > 0 ? contestedState(run, plain) : undefined
  const state = contest?.state ?? plain
  const rejections = outcomesOf(compiled.rejections, state)
  const referrals = outcomesOf(compiled.referrals, state)
  if (contest) referrals.push(...contest.referrals)
  const warnings = outcomesOf(compiled.warnings, state)
  const notices = outcomesOf(compiled.notices, state)
  const items = inclusionsOf(compiled.items, state)
  const materials = inclusionsOf(compiled.materials, state)
  const tasks = outcomesOf(compiled.tasks, state)
  const limit = limitOf(compiled.limits, state)
  const fees = chargesOf(run, compiled.fees, state)
  const estimates = chargesOf(run, compiled.estimates, state)
  const complete =
    !run.partial ||
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
    hidden: [...run.hidden],
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
