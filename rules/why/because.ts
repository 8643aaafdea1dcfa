import type { Answers } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { isFalse, isTrue } from '../compile/states.ts'
import { settleContested } from '../decide/contested.ts'
import { begin, statesOf } from '../decide/run.ts'
import { without } from './situation.ts'
import type { KnownTarget } from './target.ts'

/**
 * Answers that settle the target on their own, whatever the others: none of them can be left out. Answers given late
 * in the form are dropped first, so that what remains is what was asked first.
 */
export function decisiveFields(
  compiled: CompiledBundle,
  { state }: KnownTarget,
  situation: Answers,
  candidates: readonly string[],
): string[] {
  const settledBy = (answers: Answers) => state(begin(compiled, answers, 'unknown'))
  const settled = settledBy(situation)
  const others = Object.keys(situation).filter((id) => !candidates.includes(id))
  let kept: Answers = without(situation, others)
  for (const id of candidates.toReversed()) {
    const fewer = without(kept, [id])
    if (settledBy(fewer) === settled) kept = fewer
  }
  return candidates.filter((id) => id in kept)
}

/**
 * The rules that make the target what it is: those that fire, for the reason that matters, where it stands; where it
 * falls, those that could have made it stand and do not.
 */
export function decisiveRules(
  compiled: CompiledBundle,
  target: KnownTarget,
  answers: Answers,
): CompiledRule[] {
  const run = begin(compiled, answers, 'unknown')
  const states = statesOf(run)
  settleContested(run, states)
  const firing = target.rules.filter(({ index }) => states[index] === isTrue)
  if (firing.length > 0) return firing
  return target.rules.filter(({ index }) => states[index] === isFalse)
}
