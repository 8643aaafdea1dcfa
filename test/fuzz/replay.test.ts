import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateCases } from '../../rules/generate/generate.ts'
import { compile } from '../../rules/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import type { ReplayCase } from '../../rules/replay/case.ts'
import { CaseTable } from '../../rules/replay/case-table.ts'
import { finish, replay } from '../../rules/replay/replay.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { bundles } from '../bundles/bundles.ts'
import { mutated } from '../support/mutate.ts'
import { replayOneByOne } from '../support/replay-one-by-one.ts'
import { rawCase } from '../support/rules-raw-arbitrary.ts'
import { documentAround, kindsOfField } from '../support/rules-raw-document.ts'
import { fuzzCount, fuzzSeed } from './seed.ts'

const casesPerBundle = 20_000

function replayed(before: BundleDocument, after: BundleDocument, cases: readonly ReplayCase[]) {
  const table = new CaseTable([before, after])
  for (const one of cases) table.add(one)
  const {
    newQuestions: _,
    unreadable: __,
    ...counted
  } = finish(replay(compile(before), compile(after), table, { examples: Number.POSITIVE_INFINITY }))
  return counted
}

/** Answers as nobody should have stored them: of the wrong kind, not a number, twice the same, out of order. */
const odd: readonly unknown[] = [
  null,
  undefined,
  '',
  'x',
  '12abc',
  '50',
  50,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  [],
  ['raw', 'hot', 'raw'],
  ['nonsense', 3],
  {},
  { a: [1] },
  '2024-02-31',
]

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))('a year of %s', (_, bundle) => {
  const cases = [...generateCases(bundle, { cases: casesPerBundle, seed: fuzzSeed })]

  test(`replayed against a draft gives what deciding all ${casesPerBundle} one by one gives (FUZZ_SEED=${fuzzSeed})`, () => {
    const draft = mutated(bundle, fuzzSeed % 1000)
    const expected = replayOneByOne(bundle, draft, cases)
    expect(replayed(bundle, draft, cases)).toEqual(expected)
    expect(expected.changed).toBeGreaterThan(0)
  })

  test('gives the same with absent and odd answers among them', () => {
    const ids = Object.keys(bundle.form.fields)
    const spoilt = cases.slice(0, 3000).map((one, index) => {
      const answers = Object.fromEntries(
        ids.map((id, place) => [
          id,
          (index + place) % 3 === 0 ? odd[(index * 7 + place) % odd.length] : one.answers[id],
        ]),
      )
      return { ...one, answers }
    })
    const draft = mutated(bundle, 1 + (fuzzSeed % 1000))
    expect(replayed(bundle, draft, spoilt)).toEqual(replayOneByOne(bundle, draft, spoilt))
  })
})

test(`any two sets of rules replay as they decide, over any answers (FUZZ_SEED=${fuzzSeed})`, () => {
  const runs = Math.max(50, Math.round(fuzzCount / 20))
  const kinds = fc.array(fc.constantFrom(...kindsOfField), { minLength: 5, maxLength: 5 })
  const options = fc.record({
    hidden: fc.boolean(),
    formula: fc.boolean(),
    hitPolicy: fc.constantFrom('unique' as const, 'first' as const, 'collect' as const),
  })
  let compared = 0
  let changed = 0
  fc.assert(
    fc.property(
      rawCase,
      rawCase,
      fc.array(rawCase, { minLength: 1, maxLength: 70 }),
      kinds,
      kinds,
      options,
      (one, two, others, kindsBefore, kindsAfter, how) => {
        const [before, after] = [
          accepted(documentAround(one.rules, kindsBefore, how)),
          accepted(documentAround(two.rules, kindsAfter, { ...how, hidden: !how.hidden })),
        ]
        fc.pre(before !== undefined && after !== undefined)
        if (!before || !after) return
        const cases = [one, two, ...others].map(
          ({ facts }, index): ReplayCase => ({
            receivedOn: `2025-0${(index % 9) + 1}-01`,
            township: index % 5 === 0 ? null : `43032110${index % 3}`,
            answers: facts,
          }),
        )
        const expected = replayOneByOne(before, after, cases)
        expect(replayed(before, after, cases)).toEqual(expected)
        compared++
        if (expected.changed > 0) changed++
      },
    ),
    { seed: fuzzSeed, numRuns: runs, maxSkipsPerRun: 10 },
  )
  expect(compared).toBe(runs)
  expect(changed).toBeGreaterThan(runs / 4)
})

function accepted(value: unknown): BundleDocument | undefined {
  try {
    return parseDocument(structuredClone(value))
  } catch {
    return undefined
  }
}
