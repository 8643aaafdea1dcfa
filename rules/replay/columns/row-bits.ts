import { type Block, countBits } from '../block.ts'
import { grownBits, setBit } from './column.ts'

/** A set of rows, a bit each, that grows as rows are added. */
export class RowBits {
  private bits = new Int32Array(32)

  add(row: number): void {
    while (row >> 5 >= this.bits.length) this.bits = grownBits(this.bits)
    setBit(this.bits, row)
  }

  has(row: number): boolean {
    return (((this.bits[row >> 5] ?? 0) >>> (row & 31)) & 1) === 1
  }

  word(index: number): number {
    return this.bits[index] ?? 0
  }

  /** Adds the rows of `block` to those marked in `out`. */
  markIn(block: Block, out: Int32Array): void {
    const first = block.from >> 5
    const words = Math.min(block.words, this.bits.length - first)
    for (let word = 0; word < words; word++)
      out[word] = (out[word] as number) | (this.bits[first + word] as number)
  }

  /** How many of the rows of `block` marked in `among` are in the set. */
  countIn(block: Block, among: Int32Array): number {
    const first = block.from >> 5
    const words = Math.min(block.words, this.bits.length - first)
    let count = 0
    for (let word = 0; word < words; word++)
      count += countBits((this.bits[first + word] as number) & (among[word] as number))
    return count
  }
}
