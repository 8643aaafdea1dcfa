import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDocument } from '../../rules/document/parse.ts'
import { verify } from '../../rules/verify/index.ts'
import { completeAnswers, documentArbitrary } from '../support/rules-document-arbitrary.ts'
import { fuzzCount, fuzzSeed } from './seed.ts'

const perDocument = 4
const documents = Math.ceil(fuzzCount / 10)

const anyCase = documentArbitrary.chain((document) =>
  fc.record({
    document: fc.constant(document),
    people: fc.array(completeAnswers(document), { minLength: perDocument, maxLength: perDocument }),
  }),
)

it(`decides whole documents as json-rules-engine does: ${documents} documents, ${perDocument} people each (FUZZ_SEED=${fuzzSeed})`, async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ document, people }) => {
      const scenarios = people.map((answers, index) => ({
        name: `${index}`,
        origin: 'recorded' as const,
        answers,
        expect: {},
      }))
      expect(await verify(parseDocument(document), scenarios)).toEqual({ disagreements: [], failures: [] })
    }),
    { seed: fuzzSeed, numRuns: documents },
  )
})
