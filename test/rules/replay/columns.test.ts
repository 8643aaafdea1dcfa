import { describe, expect, test } from 'vitest'
import { additionalOperators } from '../../../rules/operators/additional.ts'
import type { ValueShape } from '../../../rules/operators/operator.ts'
import { stockOperators } from '../../../rules/operators/stock.ts'
import { blocksOf } from '../../../rules/replay/block.ts'
import { ChoiceColumn } from '../../../rules/replay/columns/choice-column.ts'
import type { Column } from '../../../rules/replay/columns/column.ts'
import { dates, numbers, OrderedColumn } from '../../../rules/replay/columns/ordered-column.ts'
import { PlainColumn } from '../../../rules/replay/columns/plain-column.ts'
import { SetColumn } from '../../../rules/replay/columns/set-column.ts'

const scalars = [null, true, false, 0, 5, -3, 'a', 'b', '', '5', '2024-02-29', '430321']
const constants: Record<ValueShape, readonly unknown[]> = {
  scalar: scalars,
  number: [0, 5],
  'number-or-text': [0, 5, 'a', '5', '2024-02-29', '2024-02-30'],
  list: [[], ['a'], ['a', 'b'], ['b', 'zzz'], [5, null], ['2024-02-29']],
  range: [
    [0, 5],
    [5, 0],
  ],
  boolean: [true, false],
  date: ['2024-02-29', '2024-03-01'],
  'date-range': [['2024-01-01', '2024-02-29']],
  region: ['430321', ['43', '430321000']],
}
const values: readonly unknown[] = [
  ...scalars,
  undefined,
  Number.NaN,
  -0,
  5.5,
  Number.POSITIVE_INFINITY,
  '2024-02-30',
  '2024-03-01',
  '0001-01-01',
  '12abc',
  'c',
  [],
  ['a'],
  ['a', 'b'],
  ['b', 'a'],
  ['a', 'a'],
  ['zzz'],
  [5],
  {},
  { a: 1 },
]
/** Enough rows for several words, in an order that mixes what a column is made for with what it is not. */
const rows = Array.from({ length: 203 }, (_, index) => values[(index * 7) % values.length])

const columns: readonly (readonly [string, () => Column])[] = [
  ['numbers', () => new OrderedColumn(numbers)],
  ['dates', () => new OrderedColumn(dates)],
  ['choices', () => new ChoiceColumn()],
  ['several choices', () => new SetColumn(['a', 'b', 'c'])],
  ['anything', () => new PlainColumn()],
]

describe.each(columns)('a column of %s', (_, make) => {
  const column = make()
  for (const value of rows) column.add(value)

  test('gives every value back as it came, order and repetition included', () => {
    // Whether a zero has a sign makes no difference to any operator.
    const unsigned = (value: unknown): unknown => (value === 0 ? 0 : value)
    rows.forEach((value, row) => {
      expect(unsigned(column.valueAt(row))).toEqual(unsigned(value ?? null))
    })
  })

  test.each(
    [...stockOperators, ...additionalOperators].map((operator) => [operator.name, operator] as const),
  )('compares by %s as deciding does, row by row', (name, { test: holds, value: shape }) => {
    for (const constant of constants[shape]) {
      const out = new Int32Array(16)
      for (const block of blocksOf(rows.length)) column.compare(name, holds, constant)(block, out)
      rows.forEach((value, row) => {
        const bit = ((out[row >> 5] ?? 0) >>> (row & 31)) & 1
        expect(bit === 1, `${JSON.stringify(value)} ${name} ${JSON.stringify(constant)}`).toBe(
          holds(value ?? null, constant),
        )
      })
    }
  })
})
