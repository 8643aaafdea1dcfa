import type { Block } from './block.ts'
import { CodedRows, Dictionary, eachDifference } from './coded-rows.ts'
import { type Counter, Examples } from './counters.ts'
import type { ChargeChange, Move, ReplayResult } from './result.ts'
import type { ChargeBits, VersionBits } from './version-bits.ts'

type Limits = VersionBits['limits']

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The working days promised, case by case. */
export class DaysCounter implements Counter<ReplayResult['days']> {
  private readonly dictionary = new Dictionary()
  private readonly before: CodedRows
  private readonly after: CodedRows
  private readonly moves = new Map<number, { from: number; to: number; cases: number; examples: Examples }>()
  private readonly mostExamples: number

  constructor(before: Limits, after: Limits, examples: number) {
    const coded = (limits: Limits) =>
      new CodedRows(
        limits.map(({ rows, days }) => ({ rows, value: days })),
        this.dictionary,
      )
    this.before = coded(before)
    this.after = coded(after)
    this.mostExamples = examples
  }

  count(block: Block, changed: Int32Array): void {
    this.before.fill(block)
    this.after.fill(block)
    eachDifference(this.before.codes, this.after.codes, block, changed, (from, to, row) =>
      this.move(from, to, row),
    )
  }

  private move(from: number, to: number, row: number): void {
    const key = from * 65_536 + to
    let move = this.moves.get(key)
    if (!move) {
      move = { from, to, cases: 0, examples: new Examples(this.mostExamples) }
      this.moves.set(key, move)
    }
    move.cases++
    move.examples.add(row)
  }

  result(): ReplayResult['days'] {
    const days = (code: number): number | null => asNumber(this.dictionary.values[code])
    const moves = [...this.moves.values()]
      .map(
        ({ from, to, cases, examples }): Move<number | null> => ({
          from: days(from),
          to: days(to),
          cases,
          examples: examples.rows,
        }),
      )
      .sort((a, b) => b.cases - a.cases || (a.examples[0] ?? 0) - (b.examples[0] ?? 0))
    const where = (holds: (from: number, to: number) => boolean): number =>
      moves.reduce(
        (sum, { from, to, cases }) => sum + (from !== null && to !== null && holds(from, to) ? cases : 0),
        0,
      )
    return {
      before: this.before.total,
      after: this.after.total,
      shorter: where((from, to) => to < from),
      longer: where((from, to) => to > from),
      moves,
    }
  }
}

/** One fee or estimate, case by case: its amount, or the text that stands in for it. */
export class ChargeCounter implements Counter<ChargeChange> {
  private readonly id: string
  private readonly dictionary = new Dictionary()
  private readonly before: CodedRows
  private readonly after: CodedRows
  private readonly examples: Examples
  private readonly counts = { changed: 0, raised: 0, lowered: 0 }

  constructor(
    id: string,
    before: readonly ChargeBits[] | undefined,
    after: readonly ChargeBits[] | undefined,
    examples: number,
  ) {
    const coded = (charges: readonly ChargeBits[] = []) => new CodedRows(charges, this.dictionary)
    this.id = id
    this.before = coded(before)
    this.after = coded(after)
    this.examples = new Examples(examples)
  }

  count(block: Block, changed: Int32Array): void {
    this.before.fill(block)
    this.after.fill(block)
    const { values } = this.dictionary
    eachDifference(this.before.codes, this.after.codes, block, changed, (from, to, row) => {
      const [old, draft] = [asNumber(values[from]), asNumber(values[to])]
      this.counts.changed++
      if (old !== null && draft !== null) this.counts[draft > old ? 'raised' : 'lowered']++
      this.examples.add(row)
    })
  }

  result(): ChargeChange {
    return {
      id: this.id,
      before: this.before.total,
      after: this.after.total,
      ...this.counts,
      examples: this.examples.rows,
    }
  }
}
