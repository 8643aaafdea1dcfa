import type { Test } from '../../operators/operator.ts'
import type { Fill } from '../block.ts'
import { type Column, fillByTest, OddValues } from './column.ts'
import { RowBits } from './row-bits.ts'

const asList = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined)

const any = (sets: readonly RowBits[], word: number): number =>
  sets.reduce((found, one) => found | one.word(word), 0)

/**
 * Several of some choices: a bit a row for each choice. Lists with anything else in them, twice the same, or not in
 * the form's order are kept as they are, so that nothing is lost.
 */
export class SetColumn implements Column {
  private readonly choices: readonly string[]
  private readonly placeOf: ReadonlyMap<unknown, number>
  private readonly chosen: readonly RowBits[]
  /** Whether there is a list at all, be it empty. */
  private readonly lists = new RowBits()
  private readonly odd = new OddValues()
  private rows = 0

  constructor(choices: readonly string[]) {
    this.choices = choices
    this.placeOf = new Map(choices.map((choice, place) => [choice, place]))
    this.chosen = choices.map(() => new RowBits())
  }

  add(value: unknown): void {
    const row = this.rows++
    if (value === null || value === undefined) return
    const places = asList(value)?.map((one) => this.placeOf.get(one) ?? -1)
    if (!places?.every((place, index) => place > (places[index - 1] ?? -1))) this.odd.add(row, value)
    else {
      this.lists.add(row)
      for (const place of places) this.chosen[place]?.add(row)
    }
  }

  valueAt(row: number): unknown {
    if (this.odd.has(row)) return this.odd.at(row)
    return this.lists.has(row) ? this.choices.filter((_, place) => this.chosen[place]?.has(row)) : null
  }

  compare(operator: string, test: Test, constant: unknown): Fill {
    const word = this.wordOf(operator, constant)
    if (!word) return fillByTest(this, test, constant)
    return (block, out) => {
      const first = block.from >> 5
      for (let index = 0; index < block.words; index++) out[index] = word(first + index)
      this.odd.patch(test, constant, block, out)
    }
  }

  /** The word of bits of an operator that sets know; undefined for others. */
  private wordOf(operator: string, constant: unknown): ((word: number) => number) | undefined {
    const list = (word: number): number => this.lists.word(word)
    if (operator === 'isPresent' && typeof constant === 'boolean')
      return (word) => (constant ? list(word) : ~list(word))
    if (operator === 'isEmpty' && typeof constant === 'boolean')
      return (word) => (constant ? ~any(this.chosen, word) : any(this.chosen, word))
    const isOne = operator === 'contains' || operator === 'doesNotContain'
    const members = isOne ? [constant] : asList(constant)
    const chosen = members?.flatMap((one) => this.chosen[this.placeOf.get(one) ?? -1] ?? [])
    if (!members || !chosen) return undefined
    switch (operator) {
      case 'contains':
      case 'containsAny':
        return (word) => any(chosen, word)
      case 'containsAll':
        return (word) =>
          chosen.length < members.length
            ? 0
            : chosen.reduce((found, one) => found & one.word(word), list(word))
      case 'doesNotContain':
      case 'containsNone':
        return (word) => list(word) & ~any(chosen, word)
      default:
        return undefined
    }
  }
}
