import {
  addWorkingDays,
  anonymous,
  type CompiledBundle,
  chinaCalendar,
  decide,
  explain,
  UncoveredYearError,
} from '../../rules/index.ts'
import type { Decision, Explanation, Limit } from '../../schemas/index.ts'
import { keptWalk, withDerived } from './kept-answers.ts'
import type { Walk } from './walk.ts'

/** By when something accepted today is done. `uncovered`: the holidays of the year it leads into are not announced yet. */
export type Due = { kind: 'unknown' } | { kind: 'date'; date: string } | { kind: 'uncovered'; year: number }

/** 明白卡 for given answers. */
export interface ClearCard {
  walk: Walk
  decision: Decision
  /** Of everything that holds or is open. */
  explanations: Explanation[]
  /** Beijing date. */
  today: string
  due: Due
}

/** By when something accepted on `today` (Beijing date) is done. */
function dueOn({ days, certainty }: Limit, today: string): Due {
  if (certainty === 'open' || days === null) return { kind: 'unknown' }
  try {
    return { kind: 'date', date: addWorkingDays(today, days, chinaCalendar) }
  } catch (error) {
    if (error instanceof UncoveredYearError) return { kind: 'uncovered', year: error.year }
    throw error
  }
}

/**
 * 明白卡: all that these answers mean, why, and by when. Answers that the bundle does not take are left out; questions
 * without an answer are open.
 *
 * @param carried what came along from the page before; nothing about it is trusted
 * @param today Beijing date
 */
export function clearCard(
  bundle: CompiledBundle,
  carried: { answers: unknown; trail: readonly string[] },
  today: string,
): ClearCard {
  const compiled = anonymous(bundle)
  const walk = keptWalk(compiled, carried.answers, carried.trail, today)
  const answers = withDerived(compiled.document, walk.answers, today)
  const decision = decide(compiled, answers)
  return {
    walk,
    decision,
    explanations: explain(compiled, answers).filter(({ outcome }) => outcome.state !== 'fails'),
    today,
    due: dueOn(decision.limit, today),
  }
}
