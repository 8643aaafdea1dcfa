import { compile, decide } from '../../rules/index.ts'
import type { ReplayCase } from '../../rules/replay/case.ts'
import {
  type Breakdown,
  type ChangeKind,
  changeKinds,
  type Eligibility,
  type ReplayResult,
} from '../../rules/replay/result.ts'
import { readableAnswers } from '../../rules/replay/withhold.ts'
import type { BundleDocument, Charge, Decision } from '../../schemas/index.ts'

type Counted = Omit<ReplayResult, 'newQuestions' | 'unreadable'>

const charged = (charge: Charge | undefined) =>
  charge ? (charge.amount ?? charge.text?.['zh-CN'] ?? null) : undefined
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)

/** What the decision says in each respect, comparable by JSON. */
const read: Record<ChangeKind, (decision: Decision) => unknown> = {
  eligibility: ({ eligibility }) => eligibility,
  items: ({ items }) => ids(items),
  materials: ({ materials }) => ids(materials),
  departments: ({ tasks }) => [...new Set(tasks.map(({ department }) => department))].sort(),
  days: ({ limit }) => limit.days,
  fees: ({ fees }) => fees.map((fee) => [fee.id, charged(fee)]),
  estimates: ({ estimates }) => estimates.map((estimate) => [estimate.id, charged(estimate)]),
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? [...value].map((one) => JSON.stringify(one)).sort() : value
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

type Pair = {
  readonly row: number
  readonly one: ReplayCase
  readonly before: Decision
  readonly after: Decision
}

function movesOf<T>(
  pairs: readonly Pair[],
  value: (decision: Decision) => T,
): { from: T; to: T; cases: number; examples: number[] }[] {
  const moves = new Map<string, { from: T; to: T; cases: number; examples: number[] }>()
  for (const { row, before, after } of pairs) {
    const [from, to] = [value(before), value(after)]
    if (from === to) continue
    const key = JSON.stringify([from, to])
    const move = moves.get(key) ?? { from, to, cases: 0, examples: [] }
    moves.set(key, move)
    move.cases++
    move.examples.push(row)
  }
  return [...moves.values()]
}

function inclusions(
  pairs: readonly Pair[],
  all: readonly string[],
  of: (decision: Decision) => readonly string[],
): ReplayResult['items'] {
  return all.map((id) => {
    const states = pairs.map(({ row, before, after }) => ({
      row,
      from: of(before).includes(id),
      to: of(after).includes(id),
    }))
    return {
      id,
      before: states.filter(({ from }) => from).length,
      after: states.filter(({ to }) => to).length,
      gained: states.filter(({ from, to }) => !from && to).length,
      lost: states.filter(({ from, to }) => from && !to).length,
      examples: states.filter(({ from, to }) => from !== to).map(({ row }) => row),
    }
  })
}

function charges(
  pairs: readonly Pair[],
  all: readonly string[],
  kind: 'fees' | 'estimates',
): ReplayResult['fees'] {
  return all.map((id) => {
    const values = (decision: Decision) => charged(decision[kind].find((one) => one.id === id))
    const rows = pairs.map(({ row, before, after }) => ({ row, from: values(before), to: values(after) }))
    const total = (list: readonly (number | string | null | undefined)[]) => ({
      cases: list.filter((one) => one !== undefined).length,
      sum:
        Math.round(list.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0) * 100) /
        100,
    })
    const changed = rows.filter(({ from, to }) => from !== to)
    const numbers = changed.flatMap(({ from, to }) =>
      typeof from === 'number' && typeof to === 'number' ? [to - from] : [],
    )
    return {
      id,
      before: total(rows.map(({ from }) => from)),
      after: total(rows.map(({ to }) => to)),
      changed: changed.length,
      raised: numbers.filter((difference) => difference > 0).length,
      lowered: numbers.filter((difference) => difference < 0).length,
      examples: changed.map(({ row }) => row),
    }
  })
}

const recordOf = (count: (kind: ChangeKind) => number): Record<ChangeKind, number> => ({
  eligibility: count('eligibility'),
  items: count('items'),
  materials: count('materials'),
  departments: count('departments'),
  days: count('days'),
  fees: count('fees'),
  estimates: count('estimates'),
})

function breakdown(
  pairs: readonly Pair[],
  changes: readonly ReadonlySet<ChangeKind>[],
  label: (one: ReplayCase) => string,
): Breakdown[] {
  const keys = [...new Set(pairs.map(({ one }) => label(one)))].sort()
  return keys.map((key) => {
    const rows = pairs
      .filter(({ one }) => label(one) === key)
      .map(({ row }) => changes[row] ?? new Set<ChangeKind>())
    return {
      key,
      cases: rows.length,
      changed: rows.filter(({ size }) => size > 0).length,
      by: recordOf((kind) => rows.filter((kinds) => kinds.has(kind)).length),
    }
  })
}

const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

/** What replaying has to find, found by deciding every case by both versions with `decide`, one after the other. */
export function replayOneByOne(
  before: BundleDocument,
  after: BundleDocument,
  cases: readonly ReplayCase[],
): Counted {
  const documents = [before, after]
  const [old, draft] = [compile(before), compile(after)]
  const pairs = cases.map((one, row): Pair => {
    const answers = readableAnswers(documents, one.answers)
    const options = { unanswered: 'absent' } as const
    return { row, one, before: decide(old, answers, options), after: decide(draft, answers, options) }
  })
  const changes = pairs.map(
    (pair) => new Set(changeKinds.filter((kind) => !same(read[kind](pair.before), read[kind](pair.after)))),
  )
  const states = (decisionOf: (pair: Pair) => Decision): Record<Eligibility, number> => {
    const count = (state: Eligibility): number =>
      pairs.filter((pair) => decisionOf(pair).eligibility === state).length
    return { eligible: count('eligible'), refer: count('refer'), rejected: count('rejected') }
  }
  const days = (decisionOf: (pair: Pair) => Decision) => {
    const limits = pairs.flatMap((pair) => decisionOf(pair).limit.days ?? [])
    return { cases: limits.length, sum: limits.reduce((sum, one) => sum + one, 0) }
  }
  const dayMoves = movesOf(pairs, ({ limit }) => limit.days).sort(
    (a, b) => b.cases - a.cases || (a.examples[0] ?? 0) - (b.examples[0] ?? 0),
  )
  const where = (holds: (from: number, to: number) => boolean): number =>
    dayMoves.reduce(
      (sum, { from, to, cases: count }) =>
        sum + (from !== null && to !== null && holds(from, to) ? count : 0),
      0,
    )
  const order: readonly Eligibility[] = ['eligible', 'refer', 'rejected']
  const place = (state: Eligibility): number => order.indexOf(state)
  return {
    cases: cases.length,
    changed: changes.filter(({ size }) => size > 0).length,
    by: recordOf((kind) => changes.filter((kinds) => kinds.has(kind)).length),
    eligibility: {
      before: states((pair) => pair.before),
      after: states((pair) => pair.after),
      moves: movesOf(pairs, ({ eligibility }) => (eligibility === 'open' ? 'eligible' : eligibility)).sort(
        (a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to),
      ),
    },
    items: inclusions(pairs, union(ids(old.items), ids(draft.items)), ({ items }) => ids(items)),
    materials: inclusions(pairs, union(ids(old.materials), ids(draft.materials)), ({ materials }) =>
      ids(materials),
    ),
    departments: inclusions(
      pairs,
      union(...[old, draft].map(({ tasks }) => tasks.map(({ certain }) => certain.department))),
      ({ tasks }) => tasks.map(({ department }) => department),
    ),
    days: {
      before: days((pair) => pair.before),
      after: days((pair) => pair.after),
      shorter: where((from, to) => to < from),
      longer: where((from, to) => to > from),
      moves: dayMoves,
    },
    fees: charges(pairs, union(ids(old.fees), ids(draft.fees)), 'fees'),
    estimates: charges(pairs, union(ids(old.estimates), ids(draft.estimates)), 'estimates'),
    byTownship: breakdown(pairs, changes, ({ township }) => township ?? ''),
    byMonth: breakdown(pairs, changes, ({ receivedOn }) => receivedOn.slice(0, 7)),
  }
}
