import type { Answers } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { isTrue } from '../compile/states.ts'
import { begin, stateOf } from '../decide/run.ts'
import { type Random, randomFrom } from '../random.ts'

/** Weight lists by field, as in FieldModel. */
export type Weights = ReadonlyMap<string, readonly (readonly number[])[]>

/** One application with the choices it was drawn from. */
export type Drawing = { readonly answers: Answers; readonly choices: ReadonlyMap<string, readonly number[]> }

const rounds = 8
const sampleSize = 300
/** Enough applications pass: no more rounds. */
const enough = 0.7
const fewestKept = 30
/** How much of the old weights stays in a round, and what no weight falls below: rare, never impossible. */
const inertia = 0.3
const leastShare = 0.03

/** How many rules turn an application away. */
export function rejectionsOf(compiled: CompiledBundle, answers: Answers): number {
  const run = begin(compiled, answers, 'absent')
  return compiled.rejections.filter(({ start }) => stateOf(run, start) === isTrue).length
}

function reweighted(weights: readonly number[], chosen: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mixed = weights.map((weight, choice) => {
    const share = chosen.filter((one) => one === choice).length / chosen.length
    return Math.max(leastShare, (inertia * weight) / total + (1 - inertia) * share)
  })
  return mixed
}

/**
 * People who apply mostly qualify. Weights under which most applications are not turned away, found by drawing,
 * keeping those turned away least, and drawing again like them (the cross-entropy method). Only weights of `fields`,
 * those a rejection depends on, are touched.
 */
export function calibrate(
  compiled: CompiledBundle,
  weights: Weights,
  fields: ReadonlySet<string>,
  draw: (weights: Weights, random: Random) => Drawing,
): { readonly weights: Weights; readonly rejectedShare: number } {
  const random = randomFrom(sampleSize)
  let current = weights
  let rejectedShare = 0
  for (let round = 0; round < rounds; round++) {
    const drawn = Array.from({ length: sampleSize }, () => draw(current, random))
      .map((drawing) => ({ ...drawing, rejections: rejectionsOf(compiled, drawing.answers) }))
      .sort((a, b) => a.rejections - b.rejections)
    const passing = drawn.filter(({ rejections }) => rejections === 0).length
    rejectedShare = 1 - passing / sampleSize
    if (passing >= enough * sampleSize) break
    const kept = drawn.slice(0, Math.max(passing, fewestKept))
    current = new Map(
      [...current].map(([id, lists]) => [
        id,
        fields.has(id)
          ? lists.map((list, index) =>
              reweighted(
                list,
                kept.map(({ choices }) => choices.get(id)?.[index] ?? 0),
              ),
            )
          : lists,
      ]),
    )
  }
  return { weights: current, rejectedShare }
}
