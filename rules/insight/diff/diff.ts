import type { BundleDocument, LocalText } from '../../../schemas/index.ts'
import { fill, say } from '../../explain/speaker.ts'
import { Space } from '../cells/space.ts'
import { Regions } from '../regions/regions.ts'
import { type Compared, sampleApplicants } from './applicants.ts'
import { compareOutcome, type OutcomeDifference, type Versions } from './compare.ts'
import { pairOutcomes } from './outcome.ts'
import { outcomesOf, questionsOf } from './outcomes.ts'
import { type Change, changesBetween } from './structure.ts'
import { verdicts } from './words.ts'

export type Comparison = {
  /** What is written differently. */
  readonly changes: readonly Change[]
  /** Whether any applicant whom both versions take is decided, or asked, differently. */
  readonly verdict: 'same' | 'differs' | 'not-analysed'
  readonly message: LocalText
  /** The outcomes that differ or are not analysed in full; all others are proved to be the same for everyone. */
  readonly outcomes: readonly OutcomeDifference[]
  /** Outcomes compared in all. */
  readonly compared: number
  /** Random applicants on whom outcomes not analysed in full were compared. */
  readonly samples: number
}

/**
 * Compares two versions of a bundle: what is written differently, and what that means for whom. An applicant is any
 * set of answers that both forms let pass (a question that only one of them asks counts for that one). Pure. Expects
 * parsed documents. Each difference has a witness whom both versions really decide differently; an outcome that is
 * not listed is the same for every applicant, proved and not tried.
 */
export function diff(before: BundleDocument, after: BundleDocument): Comparison {
  const space = new Space([before, after])
  const [old, draft] = [new Regions(space, 0), new Regions(space, 1)]
  let drawn: readonly Compared[] | undefined
  const sample = (): readonly Compared[] => {
    drawn ??= sampleApplicants(old, draft)
    return drawn
  }
  const versions: Versions = { space, before: old, after: draft, sample }
  const pairs = [
    ...pairOutcomes(outcomesOf(old), outcomesOf(draft)),
    ...pairOutcomes(questionsOf(old), questionsOf(draft)),
  ]
  const outcomes = pairs.flatMap((pair) => compareOutcome(versions, pair) ?? [])
  const differing = outcomes.filter(({ verdict }) => verdict === 'differs').length
  const verdict = differing > 0 ? 'differs' : outcomes.length > 0 ? 'not-analysed' : 'same'
  const samples = drawn?.length ?? 0
  const values = { count: String(differing || outcomes.length), samples: String(samples) }
  return {
    changes: changesBetween(before, after),
    verdict,
    message: say((speaker) => fill(speaker.text(verdicts[verdict]), values)),
    outcomes,
    compared: pairs.length,
    samples,
  }
}
