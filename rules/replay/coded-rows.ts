import { type Bits, type Block, blockRows, countBits } from './block.ts'

/** What a row can come to: a number, a text that stands in for one, null (decided, but without a figure). */
export type RowValue = number | string | null

/** Values by number, so that rows are compared as numbers. Code 0 is "nothing was decided". */
export class Dictionary {
  readonly values: (RowValue | undefined)[] = [undefined]
  private readonly codes = new Map<RowValue, number>()

  codeOf(value: RowValue): number {
    let code = this.codes.get(value)
    if (code === undefined) {
      code = this.values.length
      this.codes.set(value, code)
      this.values.push(value)
    }
    return code
  }
}

/** Rows that have a value: one for all of them, or one each. No row is in two parts. */
export type Part = {
  readonly rows: Bits
  readonly value: RowValue | ((row: number, block: Block) => RowValue)
}

/** The value of each row as a code, block by block, with a running count and sum of the numbers. */
export class CodedRows {
  readonly codes = new Int32Array(blockRows)
  private readonly parts: readonly Part[]
  private readonly dictionary: Dictionary
  private cases = 0
  private sum = 0

  constructor(parts: readonly Part[], dictionary: Dictionary) {
    this.parts = parts
    this.dictionary = dictionary
  }

  fill(block: Block): void {
    this.codes.fill(0, 0, block.rows)
    for (const { rows, value } of this.parts) {
      const bits = rows(block)
      if (typeof value === 'function') this.each(bits, block, value)
      else this.all(bits, block, value)
    }
  }

  private all(bits: Int32Array, block: Block, value: RowValue): void {
    const { codes } = this
    const code = this.dictionary.codeOf(value)
    let cases = 0
    for (let word = 0; word < block.words; word++) {
      let left = bits[word] as number
      cases += countBits(left)
      if (left === -1) codes.fill(code, word * 32, word * 32 + 32)
      else for (; left !== 0; left &= left - 1) codes[word * 32 + 31 - Math.clz32(left & -left)] = code
    }
    this.cases += cases
    if (typeof value === 'number') this.sum += value * cases
  }

  private each(bits: Int32Array, block: Block, value: (row: number, block: Block) => RowValue): void {
    for (let word = 0; word < block.words; word++) {
      for (let left = bits[word] as number; left !== 0; left &= left - 1) {
        const place = word * 32 + 31 - Math.clz32(left & -left)
        const found = value(block.from + place, block)
        this.codes[place] = this.dictionary.codeOf(found)
        this.cases++
        if (typeof found === 'number') this.sum += found
      }
    }
  }

  /** Rows with a value so far, and the sum of the numbers among them, to two decimals. */
  get total(): { cases: number; sum: number } {
    return { cases: this.cases, sum: Math.round(this.sum * 100) / 100 }
  }
}

/** Compares two versions of a block row by row, marks what differs in `changed` and calls `visit` with it. */
export function eachDifference(
  before: Int32Array,
  after: Int32Array,
  block: Block,
  changed: Int32Array,
  visit: (from: number, to: number, row: number) => void,
): void {
  for (let place = 0; place < block.rows; place++) {
    const [from, to] = [before[place] as number, after[place] as number]
    if (from === to) continue
    changed[place >> 5] = (changed[place >> 5] as number) | (1 << (place & 31))
    visit(from, to, block.from + place)
  }
}
