import { type Bits, type Block, countBits, eachRow, noBits } from './block.ts'
import type { Eligibility, InclusionChange, Move } from './result.ts'

/** Counts one thing block by block and marks in `changed` the rows where it differs. */
export interface Counter<R> {
  count(block: Block, changed: Int32Array): void
  result(): R
}

/** A few places in the list of cases, the first that come. */
export class Examples {
  readonly rows: number[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  add(row: number): boolean {
    if (this.rows.length < this.most) this.rows.push(row)
    return this.rows.length < this.most
  }

  addAll(bits: Int32Array, block: Block): void {
    if (this.rows.length < this.most) eachRow(bits, block, (row) => this.add(row))
  }
}

export class InclusionCounter implements Counter<InclusionChange> {
  private readonly id: string
  private readonly bits: readonly [before: Bits, after: Bits]
  private readonly examples: Examples
  private readonly different: Int32Array
  private readonly counts = { before: 0, after: 0, gained: 0, lost: 0 }

  constructor(
    id: string,
    before: Bits | undefined,
    after: Bits | undefined,
    examples: number,
    words: number,
  ) {
    this.id = id
    this.bits = [before ?? noBits, after ?? noBits]
    this.examples = new Examples(examples)
    this.different = new Int32Array(words)
  }

  count(block: Block, changed: Int32Array): void {
    const { counts, different } = this
    const [before, after] = [this.bits[0](block), this.bits[1](block)]
    for (let word = 0; word < block.words; word++) {
      const [one, two] = [before[word] as number, after[word] as number]
      counts.before += countBits(one)
      counts.after += countBits(two)
      counts.gained += countBits(two & ~one)
      counts.lost += countBits(one & ~two)
      different[word] = one ^ two
      changed[word] = (changed[word] as number) | (one ^ two)
    }
    this.examples.addAll(different, block)
  }

  result(): InclusionChange {
    return { id: this.id, ...this.counts, examples: this.examples.rows }
  }
}

const states: readonly Eligibility[] = ['eligible', 'refer', 'rejected']

type EligibilityBits = { readonly rejected: Bits; readonly referred: Bits }
type EligibilityResult = {
  readonly before: Record<Eligibility, number>
  readonly after: Record<Eligibility, number>
  readonly moves: readonly Move<Eligibility>[]
}

export class EligibilityCounter implements Counter<EligibilityResult> {
  private readonly versions: readonly [before: EligibilityBits, after: EligibilityBits]
  private readonly pairs: { from: Eligibility; to: Eligibility; cases: number; examples: Examples }[]
  private readonly moved: Int32Array

  constructor(before: EligibilityBits, after: EligibilityBits, examples: number, words: number) {
    this.versions = [before, after]
    this.moved = new Int32Array(words)
    this.pairs = states.flatMap((from) =>
      states.map((to) => ({ from, to, cases: 0, examples: new Examples(examples) })),
    )
  }

  count(block: Block, changed: Int32Array): void {
    const [before, after] = this.versions.map(
      ({ rejected, referred }) => [rejected(block), referred(block)] as const,
    )
    if (!before || !after) return
    for (const pair of this.pairs) {
      for (let word = 0; word < block.words; word++) {
        this.moved[word] = stateWord(pair.from, before, word, block) & stateWord(pair.to, after, word, block)
        pair.cases += countBits(this.moved[word] as number)
        if (pair.from !== pair.to) changed[word] = (changed[word] as number) | (this.moved[word] as number)
      }
      if (pair.from !== pair.to) pair.examples.addAll(this.moved, block)
    }
  }

  result(): EligibilityResult {
    const sum = (side: 'from' | 'to', state: Eligibility): number =>
      this.pairs.reduce((total, pair) => total + (pair[side] === state ? pair.cases : 0), 0)
    const totals = (side: 'from' | 'to') => ({
      eligible: sum(side, 'eligible'),
      refer: sum(side, 'refer'),
      rejected: sum(side, 'rejected'),
    })
    return {
      before: totals('from'),
      after: totals('to'),
      moves: this.pairs
        .filter(({ from, to, cases }) => from !== to && cases > 0)
        .map((pair) => ({ ...pair, examples: pair.examples.rows })),
    }
  }
}

/** The rows of one word that are in `state`. */
function stateWord(
  state: Eligibility,
  [rejected, referred]: readonly [Int32Array, Int32Array],
  word: number,
  { rows }: Block,
): number {
  const [no, perhaps] = [rejected[word] as number, referred[word] as number]
  if (state === 'rejected') return no
  if (state === 'refer') return perhaps & ~no
  const left = rows - word * 32
  return ~(no | perhaps) & (left < 32 ? (1 << left) - 1 : -1)
}
