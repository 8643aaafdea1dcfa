import { describe, expect, it } from 'vitest'
import { anonymous, type CompiledBundle, compile, decide } from '../../rules/index.ts'
import type { Answers, BundleDocument, Decision, Scenario } from '../../schemas/index.ts'
import { precheck } from '../../worker/domain/precheck.ts'
import { bundles } from './bundles.ts'

const today = '2026-11-24'

function daysBefore(days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
}

/** A scenario's answers to every question of the pre-check; what it leaves out is left empty. */
function answersOf({ form }: BundleDocument, { answers }: Scenario): Answers {
  const whole: Record<string, unknown> = {}
  for (const id of Object.keys(form.fields)) whole[id] = answers[id] ?? null
  for (const [id, { derive }] of Object.entries(form.fields)) {
    const days = answers[id]
    if (derive?.as === 'days-since' && typeof days === 'number') whole[derive.from] = daysBefore(days)
  }
  return whole
}

/** The questions that some rule, visibility or formula reads, directly or as the source of what it reads. */
function relevantFields(document: BundleDocument): Set<string> {
  const read = new Set<unknown>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'fact' || key === 'var') read.add(inner)
      look(inner)
    }
  }
  const { rules, tables, conditions, form } = document
  look([rules.filter(({ disabled }) => !disabled), tables, conditions])
  for (const { showWhen } of Object.values(form.fields)) look(showWhen)
  const sources = Object.entries(form.fields).filter(([id]) => read.has(id))
  return new Set(sources.map(([id, { derive }]) => derive?.from ?? id))
}

/** What a decision says, without what belongs to the asking. */
function said({ ask: _, hidden: __, ...decision }: Decision): unknown {
  return decision
}

interface Walked {
  /** Questions asked until it is certain whether one may apply, until the pre-check ends, and until nothing is open. */
  eligibility: number
  end: number
  complete: number
  /** Questions that nobody could have left out: with all others answered, this one alone still leaves something open. */
  needed: number
  relevant: number
  fields: number
  rejected: boolean
}

function walk(bundle: CompiledBundle, scenario: Scenario): Walked {
  const { document } = bundle
  const known = answersOf(document, scenario)
  const given: Record<string, unknown> = {}
  const trail: string[] = []
  const turn = () => precheck(bundle, { answers: given, trail }, { kind: 'begin' }, today)
  const answer = (id: string) => {
    expect(trail).not.toContain(id)
    given[id] = known[id]
    trail.push(id)
  }
  let eligibility = -1
  let now = turn()
  for (; now.question; now = turn()) {
    if (eligibility < 0 && now.decision.eligibility !== 'open') eligibility = trail.length
    answer(now.question.id)
  }
  const end = trail.length
  if (eligibility < 0) eligibility = end
  const rejected = now.decision.eligibility === 'rejected'
  expect(rejected || now.decision.complete).toBe(true)
  for (; !now.decision.complete; now = turn()) answer(now.decision.ask[0]?.field ?? '')

  const full = decide(bundle, { ...scenario.answers }, { unanswered: 'absent' })
  expect(said(now.decision)).toEqual(said(full))

  const relevant = relevantFields(anonymous(bundle).document)
  const needed = [...relevant].filter((id) => {
    const { [id]: _, ...others } = known
    const order = Object.keys(others)
    return !precheck(bundle, { answers: others, trail: order }, { kind: 'stop' }, today).decision.complete
  })
  const fields = Object.keys(document.form.fields).length
  return {
    eligibility,
    end,
    complete: trail.length,
    needed: needed.length,
    relevant: relevant.size,
    fields,
    rejected,
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

describe('the pre-check', () => {
  const walks = bundles().flatMap((document) => {
    const bundle = compile(document)
    return document.scenarios.map(
      (scenario) => [`${document.id}: ${scenario.name}`, bundle, scenario] as const,
    )
  })

  it('comes to the full form’s decision in every scenario, and asks little more than nobody could leave out', async ({
    annotate,
  }) => {
    const walked = walks.map(([, bundle, scenario]) => walk(bundle, scenario))
    const share = (of: (one: Walked) => number, among = walked) => median(among.map(of))
    const toEligibility = share(({ eligibility, relevant }) => eligibility / relevant)
    const toRejection = share(
      ({ end, relevant }) => end / relevant,
      walked.filter(({ rejected }) => rejected),
    )
    const toEnd = share(({ end, relevant }) => end / relevant)
    const toComplete = share(({ complete, relevant }) => complete / relevant)
    const needed = share((one) => one.needed / one.relevant)
    const ofForm = share(({ complete, fields }) => complete / fields)
    await annotate(
      `${walked.length} scenarios; median share of the decision-relevant questions asked: ${percent(toEligibility)} until it is certain whether one may apply (${percent(toRejection)} where one may not), ${percent(toEnd)} to the end, ${percent(toComplete)} until nothing at all is open (${percent(needed)} cannot be left out; ${percent(ofForm)} of all questions of the form)`,
    )

    // Whether one may apply is certain after far less than the 60 % aimed at.
    expect(toEligibility).toBeLessThanOrEqual(0.25)
    expect(toRejection).toBeLessThanOrEqual(0.2)
    // All that the card says needs every question that changes it alone: the bound below which nobody gets.
    expect(toComplete).toBeLessThanOrEqual(needed + 0.01)
    const sum = (of: (one: Walked) => number) => walked.reduce((total, one) => total + of(one), 0)
    expect(sum(({ complete }) => complete)).toBeLessThanOrEqual(sum((one) => one.needed) * 1.02)
    expect(ofForm).toBeLessThanOrEqual(0.6)
  })

  it('asks nothing sensitive', () => {
    for (const document of bundles()) {
      const asked = decide(anonymous(compile(document)), {}).ask
      for (const { field } of asked) expect(document.form.fields[field]?.sensitive, field).toBeFalsy()
    }
  })
})
