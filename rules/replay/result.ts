import type { Decision } from '../../schemas/index.ts'

/** In what a decision may change. */
export const changeKinds = [
  'eligibility',
  'items',
  'materials',
  'departments',
  'days',
  'fees',
  'estimates',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** With everything answered nothing is open. */
export type Eligibility = Exclude<Decision['eligibility'], 'open'>

/** From one thing to another, in how many cases; `examples` are places in the list of cases. */
export type Move<T> = {
  readonly from: T
  readonly to: T
  readonly cases: number
  readonly examples: readonly number[]
}

/** An item, material or department: in how many cases it is asked for before and after. */
export type InclusionChange = {
  readonly id: string
  readonly before: number
  readonly after: number
  readonly gained: number
  readonly lost: number
  readonly examples: readonly number[]
}

/** A fee or estimate. Sums are in its own unit, over the cases where an amount is worked out. */
export type ChargeChange = {
  readonly id: string
  readonly before: { readonly cases: number; readonly sum: number }
  readonly after: { readonly cases: number; readonly sum: number }
  /** Charged or not, amount, or (where there is none) the text that stands in for it. */
  readonly changed: number
  readonly raised: number
  readonly lowered: number
  readonly examples: readonly number[]
}

/** Cases of one township (region code, `` where not asked) or month (`YYYY-MM`). */
export type Breakdown = {
  readonly key: string
  readonly cases: number
  readonly changed: number
  readonly by: Readonly<Record<ChangeKind, number>>
}

/** A question whose answers are not looked at, and the rules of one version that would need them. */
export type Unreadable = {
  readonly version: 'before' | 'after'
  readonly field: string
  /** Ids of rules, or of the fields whose visibility hangs on it. */
  readonly neededBy: readonly string[]
}

/** What a new version would have decided differently over stored cases. */
export type ReplayResult = {
  readonly cases: number
  /** Cases in which anything below changes. */
  readonly changed: number
  readonly by: Readonly<Record<ChangeKind, number>>
  readonly eligibility: {
    readonly before: Readonly<Record<Eligibility, number>>
    readonly after: Readonly<Record<Eligibility, number>>
    readonly moves: readonly Move<Eligibility>[]
  }
  readonly items: readonly InclusionChange[]
  readonly materials: readonly InclusionChange[]
  readonly departments: readonly InclusionChange[]
  /** Working days promised: sums over the cases that have a limit. */
  readonly days: {
    readonly before: { readonly cases: number; readonly sum: number }
    readonly after: { readonly cases: number; readonly sum: number }
    readonly shorter: number
    readonly longer: number
    readonly moves: readonly Move<number | null>[]
  }
  readonly fees: readonly ChargeChange[]
  readonly estimates: readonly ChargeChange[]
  readonly byTownship: readonly Breakdown[]
  readonly byMonth: readonly Breakdown[]
  /** Questions of the new version that no stored case was asked; they count as left empty. */
  readonly newQuestions: readonly string[]
  /** Where the counts cannot be relied on, because replaying does not look at what rules need. */
  readonly unreadable: readonly Unreadable[]
}
