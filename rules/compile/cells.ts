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

/** Whether all comparisons of a fact in this cell can be looked up. */
export const isPlain = (cell: number): boolean => cell > notAsked

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
    const named = constants.filter((one) => typeof one === 'string')
    const texts = new Set([...this.texts, ...(operator === 'isEmpty' ? [''] : []), ...named])
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

/** The facts of a run and their cells, by slot, laid out so that a cell is found without going through objects. */
export class CellIndex {
  readonly cell: Uint8Array
  private readonly facts: unknown[]
  private readonly ids = new Map<string, number>()
  /** By slot: where in `textCell` its fact's cells begin, by the id of a text. */
  private readonly row: Int32Array
  private readonly textCell: Uint8Array
  private readonly otherText: Uint8Array
  private readonly numbers: Float64Array
  private readonly numbersFrom: Int32Array
  private readonly firstNumber: Uint8Array

  constructor(facts: unknown[], slots: readonly Cells[]) {
    this.facts = facts
    this.cell = new Uint8Array(slots.length)
    for (const text of slots.flatMap(({ texts }) => texts))
      if (!this.ids.has(text)) this.ids.set(text, this.ids.size)
    const width = this.ids.size
    this.otherText = Uint8Array.from(slots, ({ isOrdered }) => (isOrdered ? odd : otherText))
    // The first two rows serve every fact that no text is compared with.
    const own = slots.filter(({ texts }) => texts.length > 0)
    this.textCell = new Uint8Array((own.length + 2) * width).fill(odd, 0, width).fill(otherText, width)
    this.row = Int32Array.from(slots, (cells) => {
      const row = (cells.texts.length > 0 ? own.indexOf(cells) + 2 : cells.isOrdered ? 0 : 1) * width
      if (cells.texts.length > 0 && cells.isOrdered) this.textCell.fill(odd, row, row + width)
      cells.texts.forEach((text, index) => {
        this.textCell[row + (this.ids.get(text) as number)] = firstText + index
      })
      return row
    })
    this.numbers = Float64Array.from(slots.flatMap(({ numbers }) => numbers))
    this.numbersFrom = startsOf(slots.map(({ numbers }) => numbers))
    this.firstNumber = Uint8Array.from(slots, ({ firstNumber }) => firstNumber)
  }

  /** Puts a fact into its slot, and finds its cell. */
  put(slot: number, fact: unknown): number {
    this.facts[slot] = fact
    const found = this.find(slot, fact)
    this.cell[slot] = found
    return found
  }

  /** Puts the answers into their slots; false where one of them is odd or not asked. */
  load(
    slots: Int32Array,
    keys: readonly string[],
    answers: Readonly<Record<string, unknown>>,
    missing: unknown,
  ): boolean {
    let allPlain = true
    for (let at = 0; at < slots.length; at++) {
      const answer = answers[keys[at] as string]
      const cell = this.put(slots[at] as number, answer === undefined ? missing : answer)
      if (!isPlain(cell)) allPlain = false
    }
    return allPlain
  }

  private find(slot: number, fact: unknown): number {
    if (typeof fact === 'boolean') return fact ? yes : no
    if (typeof fact === 'string') {
      const id = this.ids.get(fact)
      return id === undefined
        ? (this.otherText[slot] as number)
        : (this.textCell[(this.row[slot] as number) + id] as number)
    }
    if (typeof fact === 'number') {
      const { numbers, numbersFrom } = this
      let found = this.firstNumber[slot] as number
      const end = numbersFrom[slot + 1] as number
      for (let bound = numbersFrom[slot] as number; bound < end; bound++)
        found += Number(fact > (numbers[bound] as number)) + Number(fact >= (numbers[bound] as number))
      return Number.isNaN(fact) ? odd : found
    }
    if (fact === null) return absent
    return fact === unknown ? notAsked : odd
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
