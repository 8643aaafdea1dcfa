import type { Answers } from '../../../schemas/index.ts'
import { decide } from '../../decide/decide.ts'
import { fieldStates } from '../../form/visible.ts'
import { randomFrom } from '../../random.ts'
import { drawAnswers, isAdmissible } from '../regions/draw.ts'
import type { Regions } from '../regions/regions.ts'
import { compiledOf } from '../regions/true-for.ts'
import type { Decided } from './outcome.ts'

/** One version's decision for complete answers. */
export function decidedBy(regions: Regions, answers: Answers): Decided {
  const compiled = compiledOf(regions)
  const decision = decide(compiled, answers, { unanswered: 'absent' })
  return { decision, states: () => fieldStates(compiled, answers, 'absent') }
}

/** An applicant as both versions decide them. */
export type Compared = { readonly answers: Answers; readonly before: Decided; readonly after: Decided }

export function compareOne(before: Regions, after: Regions, answers: Answers): Compared {
  return { answers, before: decidedBy(before, answers), after: decidedBy(after, answers) }
}

/** Random applicants compared where an outcome is not analysed in full. */
export const sampleSize = 2000

/** The same two versions are always compared on the same applicants. */
const seed = 1

/** Random applicants whom both forms let pass. */
export function sampleApplicants(before: Regions, after: Regions): Compared[] {
  const { next } = randomFrom(seed)
  const sample: Compared[] = []
  for (let tries = 0; tries < sampleSize * 4 && sample.length < sampleSize; tries++) {
    const answers = drawAnswers([before, after], next)
    if (isAdmissible(before, answers) && isAdmissible(after, answers))
      sample.push(compareOne(before, after, answers))
  }
  return sample
}
