import type { Answers } from '../../schemas/index.ts'
import type { Found } from './nearest.ts'
import type { Step } from './steps.ts'

const halvings = 60
const fraction = 0.01

/** Answers with all of a change's steps taken. */
export function taken(answers: Answers, steps: readonly Step[]): Answers {
  return { ...answers, ...Object.fromEntries(steps.map(({ field, to }) => [field, to])) }
}

/**
 * Brings numbers that no rule compares as they stand (they go into a formula) as near to what was given as they still
 * make the difference, by halving the way.
 */
export function refined(
  { steps }: Found,
  answers: Answers,
  gridOf: (field: string) => number | undefined,
  flips: (answers: Answers) => boolean,
): Step[] {
  let current = [...steps]
  for (const [index, step] of steps.entries()) {
    const given = answers[step.field]
    if (step.side || typeof step.to !== 'number' || typeof given !== 'number') continue
    const grid = gridOf(step.field) ?? fraction
    const at = (place: number): Step[] =>
      current.map((one, place_) =>
        place_ === index ? { ...one, to: Number((place * grid).toPrecision(12)) } : one,
      )
    let [near, far] = [Math.round(given / grid), Math.round(step.to / grid)]
    for (let halving = 0; halving < halvings && Math.abs(far - near) > 1; halving++) {
      const middle = Math.round((near + far) / 2)
      if (flips(taken(answers, at(middle)))) far = middle
      else near = middle
    }
    const nearer = at(far)
    if (flips(taken(answers, nearer))) current = nearer
  }
  return current
}
