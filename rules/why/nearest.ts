import type { Answers } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { begin } from '../decide/run.ts'
import type { Alternatives } from './alternatives.ts'
import { without } from './situation.ts'
import type { Step } from './steps.ts'
import type { KnownTarget, TargetState } from './target.ts'

export type SearchLimits = {
  /** Most answers changed together. */
  readonly fields: number
  /** Most decisions looked at. */
  readonly decisions: number
}
export const usualLimits: SearchLimits = { fields: 4, decisions: 60_000 }

export type Found = { readonly steps: readonly Step[]; readonly distance: number }

/**
 * What the search came to: the nearest change (`isNearest` unless the limits cut the search short); none, because no
 * answers the form accepts make a difference; or none found, which proves nothing.
 */
export type SearchResult =
  | { readonly outcome: 'found'; readonly found: Found; readonly isNearest: boolean }
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'gave-up' }

/** Changes that leave a question empty come last, then the shortest way counts. */
function isNearer(a: Found, b: Found): boolean {
  const emptied = ({ steps }: Found): number => steps.filter(({ to }) => to === null).length
  return emptied(a) - emptied(b) < 0 || (emptied(a) === emptied(b) && a.distance < b.distance)
}

export const opposite: Readonly<Record<TargetState, TargetState>> = {
  holds: 'fails',
  fails: 'holds',
  open: 'open',
}

class Search {
  private readonly compiled: CompiledBundle
  private readonly target: KnownTarget
  private readonly situation: Answers
  private readonly stepsOf: ReadonlyMap<string, readonly Step[]>
  private readonly wanted: TargetState
  private left: number
  best: Found | undefined

  constructor(
    compiled: CompiledBundle,
    target: KnownTarget,
    situation: Answers,
    stepsOf: ReadonlyMap<string, readonly Step[]>,
    wanted: TargetState,
    decisions: number,
  ) {
    this.compiled = compiled
    this.target = target
    this.situation = situation
    this.stepsOf = stepsOf
    this.wanted = wanted
    this.left = decisions
  }

  get isExhausted(): boolean {
    return this.left <= 0
  }

  state(answers: Answers): TargetState {
    this.left--
    return this.target.state(begin(this.compiled, answers, 'unknown'))
  }

  /** Whether some answers to `fields` could make the difference, as far as three-valued logic sees it. */
  mayFlip(answers: Answers): boolean {
    const state = this.state(answers)
    return state === 'open' || state === this.wanted
  }

  /** Every choice of `count` of the fields from `from` on. */
  choose(fields: readonly string[], count: number, chosen: readonly string[] = [], from = 0): void {
    if (this.isExhausted) return
    if (chosen.length === count) {
      const open = without(this.situation, chosen)
      if (this.mayFlip(open)) this.assign(chosen, open, [])
      return
    }
    for (let index = from; index <= fields.length - (count - chosen.length); index++) {
      const field = fields[index]
      if (field !== undefined) this.choose(fields, count, [...chosen, field], index + 1)
    }
  }

  /** Tries the steps of the first of `fields`, the others still open, and goes on where that leaves a way. */
  private assign(fields: readonly string[], answers: Answers, taken: readonly Step[]): void {
    const [field, ...others] = fields
    for (const step of (field !== undefined && this.stepsOf.get(field)) || []) {
      if (this.isExhausted) return
      const steps = [...taken, step]
      const found = { steps, distance: steps.reduce((sum, one) => sum + one.distance, 0) }
      if (this.best && !isNearer(found, this.best)) continue
      const changed = { ...answers, [step.field]: step.to }
      if (others.length > 0) {
        if (this.mayFlip(changed)) this.assign(others, changed, steps)
      } else if (this.state(changed) === this.wanted) this.best = found
    }
  }
}

/**
 * The change of answers that turns the target round: the fewest answers, then as few as possible left empty, then the
 * shortest way. Sets of answers are looked at only where three-valued logic leaves them a chance. `behind`: all
 * questions the target can hang on, those without alternatives too.
 */
export function nearestChange(
  compiled: CompiledBundle,
  target: KnownTarget,
  situation: Answers,
  behind: readonly string[],
  { steps, isExhaustive }: Alternatives,
  limits: SearchLimits,
): SearchResult {
  const wanted = opposite[target.state(begin(compiled, situation, 'unknown'))]
  const search = new Search(compiled, target, situation, steps, wanted, limits.decisions)
  if (!search.mayFlip(without(situation, behind))) return { outcome: 'impossible' }
  const fields = [...steps.keys()]
  for (let count = 1; count <= Math.min(limits.fields, fields.length) && !search.isExhausted; count++) {
    search.choose(fields, count)
    if (search.best) return { outcome: 'found', found: search.best, isNearest: !search.isExhausted }
  }
  const sawAll = isExhaustive && !search.isExhausted && fields.length <= limits.fields
  return { outcome: sawAll ? 'impossible' : 'gave-up' }
}
