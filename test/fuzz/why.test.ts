import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidatesByField } from '../../rules/coverage/candidates.ts'
import { compile, decide } from '../../rules/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import { randomFrom } from '../../rules/random.ts'
import { why } from '../../rules/why/why.ts'
import type { Answers, BundleDocument } from '../../schemas/index.ts'
import { rawCase } from '../support/rules-raw-arbitrary.ts'
import { documentAround, kindsOfField } from '../support/rules-raw-document.ts'
import { fuzzCount, fuzzSeed } from './seed.ts'

const absent = { unanswered: 'absent' } as const

function accepted(value: unknown): BundleDocument | undefined {
  try {
    return parseDocument(structuredClone(value))
  } catch {
    return undefined
  }
}

test(`any change offered turns the outcome round, and none is called impossible that is not (FUZZ_SEED=${fuzzSeed})`, () => {
  const runs = Math.max(50, Math.round(fuzzCount / 40))
  const kinds = fc.array(fc.constantFrom(...kindsOfField), { minLength: 5, maxLength: 5 })
  const options = fc.record({
    hidden: fc.boolean(),
    formula: fc.boolean(),
    hitPolicy: fc.constantFrom('unique' as const, 'first' as const, 'collect' as const),
  })
  const tally = { found: 0, impossible: 0, 'gave-up': 0, open: 0 }
  fc.assert(
    fc.property(rawCase, kinds, options, fc.integer(), ({ rules, facts }, fields, how, seed) => {
      const document = accepted(documentAround(rules, fields, how))
      fc.pre(document !== undefined)
      if (!document) return
      const compiled = compile(document)
      const random = randomFrom(seed)
      const values = candidatesByField(document)
      const items = (answers: Answers): string[] =>
        decide(compiled, answers, absent).items.map(({ id }) => id)
      for (const { id } of compiled.items) {
        const answer = why(
          compiled,
          facts,
          { kind: 'item', id },
          { ...absent, limits: { fields: 3, decisions: 3000 } },
        )
        if (!answer) throw new Error(`no item ${id}`)
        tally[answer.search]++
        const holds = answer.state === 'holds'
        expect(items(facts).includes(id)).toBe(holds)
        if (answer.nearest) {
          const after = {
            ...facts,
            ...Object.fromEntries(answer.nearest.changes.map(({ field, to }) => [field, to])),
          }
          expect(items(after).includes(id)).toBe(!holds)
        }
        if (answer.search !== 'impossible') continue
        for (let count = 0; count < 20; count++) {
          const other = Object.fromEntries(
            Object.keys(document.form.fields).map((field) => [field, random.pick(values.get(field) ?? [])]),
          )
          expect(items({ ...facts, ...other }).includes(id)).toBe(holds)
        }
      }
    }),
    { seed: fuzzSeed, numRuns: runs, maxSkipsPerRun: 10 },
  )
  process.stdout.write(`${JSON.stringify({ seed: fuzzSeed, ...tally })}\n`)
  expect(tally.found).toBeGreaterThan(runs / 20)
})
