import type { Test } from '../../operators/operator.ts'
import type { Fill } from '../block.ts'
import { type Column, fillByTest, firstCapacity, grownBits, OddValues, setBit } from './column.ts'
import { compareNumbers, type NumberComparison } from './compare-numbers.ts'

/** How values stand as numbers that compare as they do. */
type Coding = {
  /** The number of a value, never NaN; undefined where it is of another kind. */
  readonly encode: (value: unknown) => number | undefined
  readonly decode: (code: number) => unknown
  /** Operators that compare as numbers do, where the constant can be encoded too. */
  readonly comparisons: Readonly<Record<string, NumberComparison>>
}

const stock = {
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'lessThan',
  lessThanInclusive: 'lessThanInclusive',
  greaterThan: 'greaterThan',
  greaterThanInclusive: 'greaterThanInclusive',
} as const

export const numbers: Coding = {
  encode: (value) => (typeof value === 'number' && !Number.isNaN(value) ? value : undefined),
  decode: (code) => code,
  comparisons: { ...stock, between: 'between' },
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Dates as the number their digits make (20260214): it sorts as the text does, for days the calendar does not have
 * too, because operators compare dates as texts.
 */
export const dates: Coding = {
  encode: (value) => {
    const [, year, month, day] = (typeof value === 'string' && isoDate.exec(value)) || []
    return year && month && day ? Number(year + month + day) : undefined
  },
  decode: (code) =>
    String(code)
      .padStart(8, '0')
      .replace(/^(....)(..)(..)$/, '$1-$2-$3'),
  comparisons: {
    ...stock,
    dateBefore: 'lessThan',
    dateOnOrBefore: 'lessThanInclusive',
    dateAfter: 'greaterThan',
    dateOnOrAfter: 'greaterThanInclusive',
    dateBetween: 'between',
  },
}

/** Numbers or dates: a Float64Array with NaN where absent, and a bit a row that says present. */
export class OrderedColumn implements Column {
  private readonly coding: Coding
  private values = new Float64Array(firstCapacity).fill(Number.NaN)
  private present = new Int32Array(firstCapacity / 32)
  private readonly odd = new OddValues()
  private rows = 0

  constructor(coding: Coding) {
    this.coding = coding
  }

  add(value: unknown): void {
    if (this.rows === this.values.length) this.grow()
    const row = this.rows++
    if (value === null || value === undefined) return
    const code = this.coding.encode(value)
    if (code === undefined) this.odd.add(row, value)
    else {
      this.values[row] = code
      setBit(this.present, row)
    }
  }

  private grow(): void {
    const grown = new Float64Array(this.values.length * 2).fill(Number.NaN)
    grown.set(this.values)
    this.values = grown
    this.present = grownBits(this.present)
  }

  valueAt(row: number): unknown {
    const code = this.values[row] as number
    if (!Number.isNaN(code)) return this.coding.decode(code)
    return this.odd.has(row) ? this.odd.at(row) : null
  }

  compare(operator: string, test: Test, constant: unknown): Fill {
    const quick = this.quick(operator, constant)
    if (!quick) return fillByTest(this, test, constant)
    return (block, out) => {
      quick(block, out)
      this.odd.patch(test, constant, block, out)
    }
  }

  private quick(operator: string, constant: unknown): Fill | undefined {
    if (operator === 'isPresent' || operator === 'isEmpty') {
      const wanted = (operator === 'isPresent') === (constant === true)
      return typeof constant === 'boolean' ? this.presence(wanted) : undefined
    }
    const comparison = this.coding.comparisons[operator]
    if (!comparison) return undefined
    const [low, high] =
      comparison === 'between' && Array.isArray(constant)
        ? [this.coding.encode(constant[0]), this.coding.encode(constant[1])]
        : [this.coding.encode(constant), 0]
    if (low === undefined || high === undefined) return undefined
    return (block, out) => compareNumbers(comparison, this.values, block.from, block.words, low, high, out)
  }

  private presence(wanted: boolean): Fill {
    return (block, out) => {
      const first = block.from >> 5
      for (let word = 0; word < block.words; word++) {
        const bits = this.present[first + word] as number
        out[word] = wanted ? bits : ~bits
      }
    }
  }
}
