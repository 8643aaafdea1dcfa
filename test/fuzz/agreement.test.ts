import fc from 'fast-check'
import { expect, it } from 'vitest'
import { faultsOf, firingHere, firingOnEngine } from '../support/rules-raw.ts'
import { rawCase } from '../support/rules-raw-arbitrary.ts'
import { fuzzCount, fuzzSeed } from './seed.ts'

/** The rules that fire, or the class of the error that ended the run. */
async function outcome(run: () => string[] | Promise<string[]>): Promise<string> {
  try {
    return (await run()).join(' ')
  } catch (error) {
    return error instanceof Error ? error.constructor.name : 'error'
  }
}

it(`fires the rules json-rules-engine fires, on ${fuzzCount} pairs of rules and facts (FUZZ_SEED=${fuzzSeed})`, async () => {
  let accepted = 0
  let refused = 0
  let fired = 0
  await fc.assert(
    fc.asyncProperty(rawCase, async ({ rules, facts }) => {
      if (faultsOf(rules).length > 0) {
        refused++
        fc.pre(false)
      }
      accepted++
      const [ours, theirs] = [
        await outcome(() => firingHere(rules, facts)),
        await outcome(() => firingOnEngine(rules, facts)),
      ]
      if (theirs !== '') fired++
      expect(ours).toBe(theirs)
    }),
    { seed: fuzzSeed, numRuns: fuzzCount, maxSkipsPerRun: 10 },
  )
  process.stdout.write(`${JSON.stringify({ seed: fuzzSeed, compared: accepted, refused, fired })}\n`)
  expect(accepted).toBeGreaterThanOrEqual(fuzzCount)
  expect(accepted / (accepted + refused)).toBeGreaterThan(0.5)
})
