import type { Test } from '../../operators/operator.ts'
import type { Fill } from '../block.ts'
import { type Column, firstCapacity, OddValues } from './column.ts'
import { RowBits } from './row-bits.ts'

/** More distinct values than any question offers choices; what comes after is odd. */
const mostCodes = 1024

/** Few distinct values, such as choices and yes or no: a code a row, and for each value its rows. */
export class ChoiceColumn implements Column {
  private codes = new Uint16Array(firstCapacity)
  private readonly values: unknown[] = [null]
  private readonly rowsOf: RowBits[] = [new RowBits()]
  private readonly codeOf = new Map<unknown, number>([[null, 0]])
  private readonly odd = new OddValues()
  private rows = 0

  add(value: unknown): void {
    if (this.rows === this.codes.length) {
      const grown = new Uint16Array(this.codes.length * 2)
      grown.set(this.codes)
      this.codes = grown
    }
    const row = this.rows++
    const code = this.codeFor(value ?? null)
    if (code === undefined) this.odd.add(row, value)
    else {
      this.codes[row] = code
      this.rowsOf[code]?.add(row)
    }
  }

  private codeFor(value: unknown): number | undefined {
    const known = this.codeOf.get(value)
    if (known !== undefined || this.values.length === mostCodes) return known
    this.codeOf.set(value, this.values.length)
    this.rowsOf.push(new RowBits())
    return this.values.push(value) - 1
  }

  valueAt(row: number): unknown {
    return this.odd.has(row) ? this.odd.at(row) : this.values[this.codes[row] as number]
  }

  /** Each distinct value is tested once; the rows of those that pass are put together, or of those that do not. */
  compare(_operator: string, test: Test, constant: unknown): Fill {
    const holds = this.values.map((value) => test(value, constant))
    const few = holds.filter(Boolean).length <= holds.length / 2
    const rows = this.rowsOf.filter((_, code) => holds[code] === few)
    return (block, out) => {
      out.fill(0, 0, block.words)
      for (const set of rows) set.markIn(block, out)
      if (!few) for (let word = 0; word < block.words; word++) out[word] = ~(out[word] as number)
      this.odd.patch(test, constant, block, out)
    }
  }
}
