import { expect, it } from 'vitest'
import { compile } from '../../rules/index.ts'
import { type Comparison, diff } from '../../rules/insight/index.ts'
import { DocumentError, parseDocument } from '../../rules/publishing.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { type Random, randomFrom } from '../bench/random.ts'
import { type Applicant, applicantOf, meaningOf } from '../insight/support/applicant.ts'
import { randomAnswers, randomDocument } from '../insight/support/random-document.ts'
import { edited, rewritten } from '../insight/support/rewrite.ts'
import { fuzzSeed } from './seed.ts'

/** Applicants decided by both versions. Repeat a run with FUZZ_SEED and INSIGHT_APPLICANTS. */
const applicants = Number(process.env.INSIGHT_APPLICANTS ?? 1_000_000) / 4
const share = 1000
const pairs = Math.ceil(applicants / share)

/** A decision's meaning, outcome by outcome, without those that the comparison lists. */
function provedParts({ decision }: Applicant, { outcomes }: Comparison): Record<string, unknown> {
  const isListed = (type: string, matches: (one: Comparison['outcomes'][number]) => boolean): boolean =>
    outcomes.some((one) => one.type === type && matches(one))
  const meaning = meaningOf(decision)
  const left = (part: string, type: string): unknown => {
    const list = meaning[part]
    if (!Array.isArray(list)) return list
    return list.filter(
      (one: unknown) => !isListed(type, ({ id }) => id === one || (Array.isArray(one) && id === one[0])),
    )
  }
  const said = (part: string): unknown => {
    const texts = meaning[part]
    return Array.isArray(texts) && outcomes.some(({ type }) => type === part) ? [] : texts
  }
  const whole = (part: string, type: string): unknown => (isListed(type, () => true) ? [] : meaning[part])
  return {
    eligibility: whole('eligibility', 'eligibility'),
    reject: said('reject'),
    refer: said('refer'),
    warn: said('warn'),
    inform: said('inform'),
    items: left('items', 'include-item'),
    materials: left('materials', 'require-material'),
    tasks: whole('tasks', 'route-task'),
    days: whole('days', 'set-limit'),
    fees: left('fees', 'charge-fee'),
    estimates: left('estimates', 'estimate'),
  }
}

/** The first part in which two decisions differ although the comparison proves it the same for everyone. */
function contradiction(comparison: Comparison, before: Applicant, after: Applicant): string | undefined {
  const [was, is] = [provedParts(before, comparison), provedParts(after, comparison)]
  return Object.keys(was).find((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]))
}

function tryEdit(random: Random, document: BundleDocument): BundleDocument {
  for (;;) {
    try {
      return parseDocument(edited(random, document))
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
    }
  }
}

it(`no applicant contradicts “the same for everyone”, on ${pairs * share} applicants (FUZZ_SEED=${fuzzSeed})`, () => {
  const verdicts = { same: 0, differs: 0, 'not-analysed': 0 }
  let proved = 0
  let compared = 0
  for (let index = 0; index < pairs; index++) {
    const seed = (fuzzSeed + index) | 0
    const random = randomFrom(seed)
    const before = parseDocument(randomDocument(random))
    const after = index % 4 === 0 ? parseDocument(rewritten(random, before)) : tryEdit(random, before)
    const comparison = diff(before, after)
    verdicts[comparison.verdict]++
    proved += comparison.compared - comparison.outcomes.length
    compared += comparison.compared
    if (index % 4 === 0 && comparison.verdict === 'differs')
      expect.fail(`the rewritten document ${seed} differs`)
    const [old, draft] = [compile(before), compile(after)]
    for (const { type, id, differences } of comparison.outcomes)
      for (const { witness } of differences) {
        const [was, is] = [applicantOf(old, witness), applicantOf(draft, witness)]
        if (!was || !is)
          expect.fail(`the witness of ${type} ${id} in document ${seed} does not pass the form`)
        if (type !== 'question')
          expect(meaningOf(was.decision), `${type} ${id} in document ${seed}`).not.toEqual(
            meaningOf(is.decision),
          )
      }
    for (let count = 0; count < share; count++) {
      const answers = randomAnswers(random, count % 2 === 0 ? before : after)
      const [was, is] = [applicantOf(old, answers), applicantOf(draft, answers)]
      const part = was && is && contradiction(comparison, was, is)
      if (part) expect.fail(`${part} in document ${seed}, for ${JSON.stringify(answers)}`)
    }
  }
  const tally = { seed: fuzzSeed, pairs, applicants: pairs * share, verdicts, compared, proved }
  process.stdout.write(`${JSON.stringify(tally)}\n`)
})
