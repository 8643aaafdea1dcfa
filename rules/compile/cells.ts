import type { Test } from '../operators/operator.ts'
import { isFalse, isTrue, isUnknown, unknown } from './states.ts'

/** Cells every fact has. `odd` holds what has no cell of its own: its comparisons are made when it turns up. */
export const odd = 0
const notAsked = 1
const absent = 2
const yes = 3
const no = 4
const otherText = 5
const firstText = 6
/** Cells are counted in bytes. */
const mostCells = 256

const orders = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'between'])
const equalities = new Set(['equal', 'notEqual', 'in', 'notIn', 'isPresent', 'isEmpty'])

/**
 * How one fact is cut into cells by the constants it is compared with: every text and every number that stands in a
 * comparison has a cell, and so has every gap between two numbers. No comparison can tell two values of a cell apart,
 * so that its result is looked up by cell instead of being worked out: the same few steps whatever is compared.
 */
export class Cells {
  texts: readonly string[] = []
  numbers: readonly number[] = []
  /** Whether a comparison orders numbers. Then texts without a cell are odd: one may hold a number. */
  isOrdered = false

  /** Cuts the fact at the constants of a comparison; false where the result cannot be told by cell. */
  cut(operator: string, value: unknown): boolean {
    const isOrder = orders.has(operator)
    if (!isOrder && !equalities.has(operator)) return false
    const constants = [value].flat()
    if (isOrder && !constants.every((one) => typeof one === 'number')) return false
    if (constants.some((one) => typeof one === 'object' && one !== null)) return false
    const texts = new Set([...this.texts, '', ...constants.filter((one) => typeof one === 'string')])
    const numbers = new Set([...this.numbers, ...constants.filter((one) => typeof one === 'number')])
    if (firstText + texts.size + 2 * numbers.size + 1 > mostCells) return false
    this.texts = [...texts]
    this.numbers = [...numbers].sort((a, b) => a - b)
    this.isOrdered ||= isOrder
    return true
  }

  /** The cell of the numbers below the first constant; then a constant, the gap above it, and so on. */
  get firstNumber(): number {
    return firstText + this.texts.length
  }

  get size(): number {
    return this.firstNumber + 2 * this.numbers.length + 1
  }

  /** What a comparison comes to in each cell, from `offset` in `results`. */
  tabulate(test: Test, value: unknown, results: Uint8Array, offset: number): void {
    const enter = (cell: number, fact: unknown, constant = value): void => {
      results[offset + cell] = test(fact, constant) ? isTrue : isFalse
    }
    results[offset + notAsked] = isUnknown
    enter(absent, null)
    enter(yes, true)
    enter(no, false)
    enter(otherText, `${this.texts.join('')} `)
    this.texts.forEach((text, index) => {
      enter(firstText + index, text)
    })
    // Places keep the order of numbers, and stand for gaps in which no number may be at hand.
    const place = (one: unknown): unknown =>
      typeof one === 'number' ? 2 * this.numbers.indexOf(one) + 1 : one
    const placed = Array.isArray(value) ? value.map(place) : place(value)
    for (let number = 0; number <= 2 * this.numbers.length; number++)
      enter(this.firstNumber + number, number, placed)
  }
}

/** The cells of many facts, by slot, laid out so that a fact's cell is found without going through objects. */
export class CellIndex {
  private readonly texts: readonly string[]
  private readonly textsFrom: Int32Array
  private readonly numbers: Float64Array
  private readonly numbersFrom: Int32Array
  private readonly firstNumber: Uint8Array
  /** Cell of the texts that no comparison names. */
  private readonly otherText: Uint8Array

  constructor(slots: readonly Cells[]) {
    this.texts = slots.flatMap(({ texts }) => texts)
    this.textsFrom = startsOf(slots.map(({ texts }) => texts))
    this.numbers = Float64Array.from(slots.flatMap(({ numbers }) => numbers))
    this.numbersFrom = startsOf(slots.map(({ numbers }) => numbers))
    this.firstNumber = Uint8Array.from(slots, ({ firstNumber }) => firstNumber)
    this.otherText = Uint8Array.from(slots, ({ isOrdered }) => (isOrdered ? odd : otherText))
  }

  cellOf(slot: number, fact: unknown): number {
    if (typeof fact === 'boolean') return fact ? yes : no
    if (typeof fact === 'number') return this.cellOfNumber(slot, fact)
    if (typeof fact === 'string') return this.cellOfText(slot, fact)
    return fact === null ? absent : fact === unknown ? notAsked : odd
  }

  private cellOfNumber(slot: number, fact: number): number {
    const { numbers } = this
    const from = this.numbersFrom[slot] as number
    const end = this.numbersFrom[slot + 1] as number
    let at = from
    while (at < end && fact > (numbers[at] as number)) at++
    const gap = (this.firstNumber[slot] as number) + 2 * (at - from)
    if (at < end && fact === numbers[at]) return gap + 1
    return Number.isNaN(fact) ? odd : gap
  }

  private cellOfText(slot: number, fact: string): number {
    const from = this.textsFrom[slot] as number
    const end = this.textsFrom[slot + 1] as number
    for (let at = from; at < end; at++) if (fact === this.texts[at]) return firstText + at - from
    return this.otherText[slot] as number
  }
}

/** Where each list begins once all are laid end to end, and where the last one ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] as number) + list.length
  })
  return starts
}
