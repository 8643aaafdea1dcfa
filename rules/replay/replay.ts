import type { CompiledBundle } from '../compile/compiled.ts'
import { ChargeCounter, DaysCounter } from './amount-counters.ts'
import { type Block, blocksOf, blockWords } from './block.ts'
import { BreakdownCounter, recordOf } from './breakdown.ts'
import type { CaseTable } from './case-table.ts'
import { type Counter, EligibilityCounter, InclusionCounter } from './counters.ts'
import { type ChangeKind, changeKinds, type ReplayResult } from './result.ts'
import { SharedComparisons } from './sources.ts'
import { unreadableIn } from './unreadable.ts'
import { versionBits } from './version-bits.ts'
import { withholding } from './withhold.ts'

export type ReplayOptions = {
  /** Most examples kept of each change; 10 unless set. */
  readonly examples?: number
}

/** How far a replay has come, in cases. */
export type Progress = { readonly done: number; readonly total: number }

/** The names both versions know, the first one's order first. */
const union = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] => [
  ...new Set([...before.keys(), ...after.keys()]),
]

function checkPrivacy(versions: readonly CompiledBundle[], cases: CaseTable): void {
  const now = withholding(versions.map(({ document }) => document)).fields
  const missing = [...now].find((field) => cases.columns.has(field) && !cases.withheld.has(field))
  if (missing !== undefined)
    throw new RangeError(
      `The cases were loaded with the answers to ${missing}, which one version keeps private.`,
    )
}

/**
 * Decides stored cases by two versions of a bundle and counts what changes. The same as deciding case by case, every
 * question without an answer taken as left empty; a year of a county's cases takes a fraction of a second, because
 * each comparison is made once for 32 cases a word.
 *
 * Runs in slices: each step yields how far it has come, and a caller that stops asking has cancelled it.
 *
 * @throws RangeError where `cases` was loaded without knowing that a field is private in one of the versions.
 */
export function* replay(
  before: CompiledBundle,
  after: CompiledBundle,
  cases: CaseTable,
  { examples = 10 }: ReplayOptions = {},
): Generator<Progress, ReplayResult> {
  checkPrivacy([before, after], cases)
  const shared = new SharedComparisons()
  const [old, draft] = [versionBits(before, cases, shared), versionBits(after, cases, shared)]
  const inclusions = (kind: 'items' | 'materials' | 'departments') =>
    union(old[kind], draft[kind]).map(
      (id) => new InclusionCounter(id, old[kind].get(id), draft[kind].get(id), examples, blockWords),
    )
  const charges = (kind: 'fees' | 'estimates') =>
    union(old[kind], draft[kind]).map(
      (id) => new ChargeCounter(id, old[kind].get(id), draft[kind].get(id), examples),
    )
  const eligibility = new EligibilityCounter(old, draft, examples, blockWords)
  const days = new DaysCounter(old.limits, draft.limits, examples)
  const counters = {
    eligibility: [eligibility],
    items: inclusions('items'),
    materials: inclusions('materials'),
    departments: inclusions('departments'),
    days: [days],
    fees: charges('fees'),
    estimates: charges('estimates'),
  }
  const tally = new Tally(cases)
  for (const block of blocksOf(cases.size)) {
    old.prime(block)
    draft.prime(block)
    for (const kind of changeKinds) tally.add(block, kind, counters[kind])
    tally.close(block)
    yield { done: block.from + block.rows, total: cases.size }
  }
  const results = <R>(list: readonly Counter<R>[]): R[] => list.map((counter) => counter.result())
  return {
    cases: cases.size,
    ...tally.result(),
    eligibility: eligibility.result(),
    items: results(counters.items),
    materials: results(counters.materials),
    departments: results(counters.departments),
    days: days.result(),
    fees: results(counters.fees),
    estimates: results(counters.estimates),
    newQuestions: Object.keys(after.document.form.fields).filter(
      (id) => !(id in before.document.form.fields),
    ),
    unreadable: [
      ...unreadableIn('before', before, cases.withheld),
      ...unreadableIn('after', after, cases.withheld),
    ],
  }
}

/** Runs a replay to its end. */
export function finish<R>(steps: Generator<unknown, R>): R {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Which rows change at all and in which way. */
class Tally {
  private readonly any = new Int32Array(blockWords)
  private readonly some = new Int32Array(blockWords)
  private readonly townships: BreakdownCounter
  private readonly months: BreakdownCounter

  constructor(cases: CaseTable) {
    this.townships = new BreakdownCounter(cases.townships)
    this.months = new BreakdownCounter(cases.months)
  }

  add(block: Block, kind: ChangeKind, counters: readonly Counter<unknown>[]): void {
    this.some.fill(0)
    for (const counter of counters) counter.count(block, this.some)
    if (this.some.every((word) => word === 0)) return
    for (let word = 0; word < block.words; word++)
      this.any[word] = (this.any[word] as number) | (this.some[word] as number)
    this.townships.count(block, this.some, kind)
    this.months.count(block, this.some, kind)
  }

  close(block: Block): void {
    this.townships.count(block, this.any)
    this.months.count(block, this.any)
    this.any.fill(0)
  }

  result(): Pick<ReplayResult, 'changed' | 'by' | 'byTownship' | 'byMonth'> {
    const byTownship = this.townships.result()
    return {
      changed: byTownship.reduce((sum, { changed }) => sum + changed, 0),
      by: recordOf((kind) => byTownship.reduce((sum, { by }) => sum + by[kind], 0)),
      byTownship,
      byMonth: this.months.result(),
    }
  }
}
