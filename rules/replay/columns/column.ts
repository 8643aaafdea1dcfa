import type { Test } from '../../operators/operator.ts'
import type { Block, Fill } from '../block.ts'

/** One fact of all cases. */
export interface Column {
  /** Takes the next case's value; undefined counts as null (left empty). */
  add(value: unknown): void
  /** The value of a case as it was added, structure and order kept. */
  valueAt(row: number): unknown
  /**
   * One bit a row: whether `test` holds between the value and `constant`. `operator` is the test's name without
   * decorators, where a column knows a quicker way.
   */
  compare(operator: string, test: Test, constant: unknown): Fill
}

/** The test row by row, for what no quicker way exists. */
export function fillByTest(column: Pick<Column, 'valueAt'>, test: Test, constant: unknown): Fill {
  return (block, out) => {
    out.fill(0, 0, block.words)
    for (let place = 0; place < block.rows; place++) {
      if (test(column.valueAt(block.from + place), constant)) setBit(out, place)
    }
  }
}

export function setBit(bits: Int32Array, place: number): void {
  bits[place >> 5] = (bits[place >> 5] as number) | (1 << (place & 31))
}

/** Values that do not fit a column's type, kept as they are with their rows. */
export class OddValues {
  private readonly rows: number[] = []
  private readonly values = new Map<number, unknown>()

  add(row: number, value: unknown): void {
    this.rows.push(row)
    this.values.set(row, value)
  }

  has(row: number): boolean {
    return this.values.has(row)
  }

  at(row: number): unknown {
    return this.values.get(row)
  }

  /** Puts right the bits of the odd rows in `block`. */
  patch(test: Test, constant: unknown, block: Block, out: Int32Array): void {
    for (let index = this.firstFrom(block.from); index < this.rows.length; index++) {
      const row = this.rows[index] as number
      const place = row - block.from
      if (place >= block.rows) return
      out[place >> 5] = (out[place >> 5] as number) & ~(1 << (place & 31))
      if (test(this.values.get(row), constant)) setBit(out, place)
    }
  }

  private firstFrom(row: number): number {
    let [low, high] = [0, this.rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.rows[middle] as number) < row) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Twice as long, with what was there. */
export function grownBits(bits: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(bits.length * 2)
  grown.set(bits)
  return grown
}

export const firstCapacity = 1024
