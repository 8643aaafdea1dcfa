import type { Answers, BundleDocument, Decision, Scenario } from '../../schemas/index.ts'
import { compile } from '../compile/compile.ts'
import { isFalse, isTrue } from '../compile/states.ts'
import { conclude, decide } from '../decide/decide.ts'
import { begin, readFact } from '../decide/run.ts'
import { compareExpectation, type Difference } from '../scenarios/compare.ts'
import { runEngine } from './engine.ts'

/** Where the two evaluators differ on a scenario: a part of the decision, a fact, or an error of json-rules-engine. */
export type Disagreement = {
  readonly scenario: string
  readonly what: string
  readonly ours: unknown
  readonly engine: unknown
}

/** A scenario whose decision is not the one expected. */
export type Failure = { readonly scenario: string; readonly differences: readonly Difference[] }

export type Verification = {
  readonly disagreements: readonly Disagreement[]
  readonly failures: readonly Failure[]
}

/** The decision for complete answers as json-rules-engine's firing rules make it. */
export async function decideByEngine(
  document: BundleDocument,
  answers: Answers,
): Promise<{ decision: Decision; facts: Record<string, unknown> }> {
  const { fired, facts, hidden } = await runEngine(document, answers)
  const compiled = compile(document)
  const run = begin(compiled, answers, 'absent')
  for (const { id, slot } of [...compiled.fields, ...compiled.facts]) compiled.table.set(slot, facts[id])
  const states = Uint8Array.from(compiled.rules, ({ id }) => (fired.has(id) ? isTrue : isFalse))
  const decision = conclude({ ...run, hidden }, states)
  return { decision, facts }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

async function disagreementsOf(
  document: BundleDocument,
  { name, answers }: Scenario,
): Promise<Disagreement[]> {
  const compiled = compile(document)
  const ours = decide(compiled, answers, { unanswered: 'absent' })
  try {
    const { decision, facts } = await decideByEngine(document, answers)
    const ourFacts = begin(compiled, answers, 'absent')
    const found: Disagreement[] = []
    for (const key of Object.keys(ours) as (keyof Decision)[]) {
      // Hidden fields without an answer leave no trace in what json-rules-engine was given; the facts below cover them.
      if (key === 'hidden' || same(ours[key], decision[key])) continue
      found.push({ scenario: name, what: key, ours: ours[key], engine: decision[key] })
    }
    for (const fact of [...compiled.fields, ...compiled.facts]) {
      const value = readFact(ourFacts, fact.id)
      if (!same(value, facts[fact.id]))
        found.push({ scenario: name, what: `fact ${fact.id}`, ours: value, engine: facts[fact.id] })
    }
    return found
  } catch (error) {
    return [{ scenario: name, what: 'error', ours, engine: String(error) }]
  }
}

/**
 * Runs a parsed document's scenarios on both evaluators: ours, and json-rules-engine itself with a fresh engine a run.
 * Publishing needs both lists empty: `disagreements` between the two, and `failures` of what a scenario expects.
 */
export async function verify(
  document: BundleDocument,
  scenarios: readonly Scenario[] = document.scenarios,
): Promise<Verification> {
  const compiled = compile(document)
  const disagreements: Disagreement[] = []
  const failures: Failure[] = []
  for (const scenario of scenarios) {
    disagreements.push(...(await disagreementsOf(document, scenario)))
    const differences = compareExpectation(
      scenario.expect,
      decide(compiled, scenario.answers, { unanswered: 'absent' }),
    )
    if (differences.length > 0) failures.push({ scenario: scenario.name, differences })
  }
  return { disagreements, failures }
}
