import { expect, it } from 'vitest'
import { compile } from '../../rules/index.ts'
import { check } from '../../rules/insight/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import type { BundleDocument, Finding } from '../../schemas/index.ts'
import { randomFrom } from '../bench/random.ts'
import { type Applicant, applicantOf, meaningOf } from '../insight/support/applicant.ts'
import { claimsOf, silencesOf } from '../insight/support/claims.ts'
import { patched } from '../insight/support/patch.ts'
import { randomAnswers, randomDocument } from '../insight/support/random-document.ts'
import { isShown } from '../insight/support/shows.ts'
import { fuzzSeed } from './seed.ts'

/** Applicants decided in all; each document gets the same share. Repeat a run with FUZZ_SEED and INSIGHT_APPLICANTS. */
const applicants = Number(process.env.INSIGHT_APPLICANTS ?? 1_000_000)
const share = 2000
/** One applicant in so many is also decided by the documents with fixes applied. */
const fixShare = 100
const documents = Math.ceil(applicants / share)

/** Every document that a fix makes; applying one has to change no decision. */
function fixesOf(document: BundleDocument, findings: readonly Finding[]) {
  return findings.flatMap((finding) =>
    finding.fix ? [{ finding, after: compile(patched(document, finding.fix)) }] : [],
  )
}

it(`no applicant contradicts a finding, on ${applicants} applicants (FUZZ_SEED=${fuzzSeed})`, () => {
  const counts = new Map<string, number>()
  let decided = 0
  for (let index = 0; index < documents; index++) {
    const seed = (fuzzSeed + index) | 0
    const random = randomFrom(seed)
    const document = parseDocument(randomDocument(random))
    const compiled = compile(document)
    const findings = check(document, { isParsed: true })
    for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1)
    const claims = claimsOf(document, findings)
    const silences = silencesOf(document, compiled, findings)
    const where = (what: string, { answers }: Applicant): string =>
      `${what} in document ${seed}, for ${JSON.stringify(answers)}`
    for (const finding of findings)
      if (!isShown(document, finding))
        expect.fail(
          `the witness of ${finding.code} ${finding.place} in document ${seed}: ${JSON.stringify(finding.witness)}`,
        )
    const fixed = fixesOf(document, findings)
    for (let count = 0; count < share; count++) {
      const answers = randomAnswers(random, document)
      decided++
      const applicant = applicantOf(compiled, answers)
      if (!applicant) continue
      for (const { finding, contradicted } of claims)
        if (contradicted(applicant)) expect.fail(where(`${finding.code} ${finding.place}`, applicant))
      for (const { what, broken } of silences)
        if (broken(applicant)) expect.fail(where(`no ${what}`, applicant))
      for (const { finding, after } of count % fixShare === 0 ? fixed : []) {
        const decision = applicantOf(after, answers)?.decision
        const what = where(`the fix of ${finding.code} ${finding.place}`, applicant)
        expect(decision && meaningOf(decision), what).toEqual(meaningOf(applicant.decision))
      }
    }
  }
  const tally = { seed: fuzzSeed, documents, decided, findings: Object.fromEntries(counts) }
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(decided).toBeGreaterThanOrEqual(applicants)
})
