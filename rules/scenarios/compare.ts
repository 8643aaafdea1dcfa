import type { Decision, Expectation } from '../../schemas/index.ts'

/** One expectation a decision does not meet. */
export type Difference = {
  readonly what: keyof Expectation
  readonly expected: unknown
  readonly decided: unknown
}

const certainIds = (outcomes: readonly { readonly certainty: string; readonly rule: string }[]): string[] =>
  outcomes.filter(({ certainty }) => certainty === 'certain').map(({ rule }) => rule)
const included = (outcomes: readonly { readonly certainty: string; readonly id: string }[]): string[] =>
  outcomes.filter(({ certainty }) => certainty === 'certain').map(({ id }) => id)

/** What a decision amounts to, in the terms scenarios are written in. */
export function summarise(decision: Decision): Required<Expectation> {
  return {
    eligible: decision.eligibility !== 'rejected',
    rejected: certainIds(decision.rejections),
    referred: certainIds(decision.referrals),
    warned: certainIds(decision.warnings),
    informed: certainIds(decision.notices),
    routes: certainIds(decision.tasks),
    items: included(decision.items),
    materials: included(decision.materials),
    days: decision.limit.days,
    fees: Object.fromEntries(
      decision.fees.map(({ id, amount, text }) => [id, amount ?? text?.['zh-CN'] ?? null]),
    ),
    estimates: Object.fromEntries(decision.estimates.map(({ id, amount }) => [id, amount])),
  }
}

function isSame(expected: unknown, decided: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(decided)) {
    const [wanted, got] = [new Set(expected), new Set(decided)]
    return wanted.size === got.size && [...wanted].every((one) => got.has(one))
  }
  if (typeof expected === 'object' && expected !== null && typeof decided === 'object' && decided !== null) {
    const values = new Map<string, unknown>(Object.entries(decided))
    return Object.entries(expected).every(([key, value]) => values.has(key) && values.get(key) === value)
  }
  return expected === decided
}

/** Compares what is expected with what was decided; lists as sets, fees and estimates by the ids named. Empty: all met. */
export function compareExpectation(expect: Expectation, decision: Decision): Difference[] {
  const decided = summarise(decision)
  const names = Object.keys(decided) as (keyof Expectation)[]
  return names
    .filter((what) => expect[what] !== undefined && !isSame(expect[what], decided[what]))
    .map((what) => ({ what, expected: expect[what], decided: decided[what] }))
}
