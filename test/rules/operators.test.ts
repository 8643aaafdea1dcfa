import { describe, expect, it } from 'vitest'
import { decorators } from '../../rules/operators/decorators.ts'
import { operatorNames, resolveOperator } from '../../rules/operators/resolve.ts'

function holds(name: string, fact: unknown, value: unknown): boolean {
  const resolved = resolveOperator(name)
  if (!resolved) throw new Error(`no operator ${name}`)
  return resolved.test(fact, value)
}

/** Operator, value, facts for which it holds, facts for which it does not. */
type Row = readonly [operator: string, value: unknown, holds: readonly unknown[], fails: readonly unknown[]]

const stock: readonly Row[] = [
  ['equal', 5, [5, 5.0], ['5', null, undefined, [5], Number.NaN]],
  ['equal', null, [null], [undefined, 0, '', false]],
  ['equal', '', [''], [null, ' ', 0, false]],
  ['notEqual', 5, ['5', null, undefined, Number.NaN, [5]], [5]],
  ['in', ['a', 5, null], ['a', 5, null], ['5', '', undefined, ['a']]],
  ['in', [], [], ['a', null, undefined]],
  ['notIn', ['a', 5], ['5', null, undefined], ['a', 5]],
  ['notIn', [], ['a', null], []],
  ['contains', 'a', [['a'], ['b', 'a']], [['b'], [], 'a', 'cat', null, undefined, { a: 1 }]],
  ['doesNotContain', 'a', [['b'], []], [['a'], 'b', null, undefined]],
  [
    'lessThan',
    10,
    [9, -1, -0, '9', [9], -Infinity],
    [10, 11, null, true, '', 'nine', '12abc', {}, [], Number.NaN, Infinity],
  ],
  ['lessThanInclusive', 10, [10, '10', 9], [10.01, null, undefined]],
  ['greaterThan', 10, [11, '11', Infinity], [10, 9, null, false, 'x', '12abc']],
  ['greaterThanInclusive', 10, [10, 11], [9.99, null]],
  // Text against text is compared letter by letter, where the fact begins with a number.
  ['lessThan', '10', [' 1', '1'], ['9', '10', 'a']],
  ['lessThan', '2024-06-30', ['2024-01-01', '2023-12-31'], ['2024-06-30', '2024-07-01']],
]

const additional: readonly Row[] = [
  ['isEmpty', true, [null, undefined, '', []], [0, false, ' ', 'x', ['x'], {}]],
  ['isEmpty', false, [0, false, 'x', ['x']], [null, undefined, '', []]],
  ['isPresent', true, [0, false, '', [], 'x'], [null, undefined]],
  ['isPresent', false, [null, undefined], [0, '', []]],
  ['between', [5, 10], [5, 7.5, 10], [4.99, 10.01, '7', null, undefined, Number.NaN, true]],
  ['between', [10, 5], [], [5, 7, 10]],
  [
    'dateBefore',
    '2024-06-30',
    ['2024-06-29', '1999-12-31'],
    ['2024-06-30', '2024-07-01', null, '', '2024-6-1', 'x', 20240101],
  ],
  ['dateOnOrBefore', '2024-06-30', ['2024-06-30', '2024-06-29'], ['2024-07-01', null]],
  ['dateAfter', '2024-06-30', ['2024-07-01'], ['2024-06-30', '2024-06-29', null, '2024-07-01T00:00:00Z']],
  ['dateOnOrAfter', '2024-06-30', ['2024-06-30', '2024-07-01'], ['2024-06-29', undefined]],
  [
    'dateBetween',
    ['2024-01-01', '2024-12-31'],
    ['2024-01-01', '2024-06-30', '2024-12-31'],
    ['2023-12-31', '2025-01-01', null],
  ],
  ['containsAny', ['a', 'b'], [['a'], ['c', 'b'], ['a', 'b']], [['c'], [], 'a', null]],
  ['containsAny', [], [], [['a'], [], null]],
  [
    'containsAll',
    ['a', 'b'],
    [
      ['a', 'b'],
      ['b', 'c', 'a'],
    ],
    [['a'], [], 'ab', null],
  ],
  ['containsAll', [], [['a'], []], [null, 'a']],
  ['containsNone', ['a', 'b'], [['c'], []], [['a'], ['c', 'b'], null, 'c']],
  // GB/T 2260: 430321 湘潭县, 4303 湘潭市, 43 湖南省; GB/T 10114: 430321100 易俗河镇.
  [
    'regionWithin',
    '430321',
    ['430321', '430321100', '430321100201'],
    ['430300', '430302', '43', null, 430321, '430321x', ''],
  ],
  [
    'regionWithin',
    '430300',
    ['430321', '430302', '4303', '430300', '430321100000'],
    ['430100', '43', '430000'],
  ],
  ['regionWithin', '430000', ['430321', '430102', '43', '4303'], ['440100', '44']],
  ['regionWithin', '43', ['430321', '43'], ['44', '4']],
  ['regionWithin', '430321100000', ['430321100', '430321100201'], ['430321101', '430321']],
  ['regionWithin', ['430302', '430304'], ['430302001', '430304'], ['430321', null]],
  ['regionWithin', [], [], ['430321']],
]

const decorated: readonly Row[] = [
  ['not:equal', 5, ['5', null], [5]],
  ['not:contains', 'a', [['b'], null, 'a'], [['a']]],
  ['not:lessThan', 5, [5, null, 'x', undefined], [4]],
  ['someFact:equal', 'a', [['a'], ['b', 'a']], ['a', [], ['b'], null]],
  ['everyFact:equal', 'a', [['a'], ['a', 'a'], []], ['a', ['a', 'b'], null, { 0: 'a' }]],
  ['someValue:equal', ['a', 'b'], ['a', 'b'], ['c', null]],
  ['everyValue:notEqual', ['a', 'b'], ['c', null], ['a']],
  ['everyValue:equal', [], ['a', null], []],
  ['swap:contains', 'a', [], ['a', ['a'], null]],
  ['swap:lessThan', 5, [6, '6', [6]], [5, 4, null]],
  ['someFact:in', ['a', 'b'], [['c', 'b']], [['c'], 'a', []]],
  ['not:someFact:equal', 'a', [['b'], [], 'a', null], [['a']]],
  ['someFact:not:equal', 'a', [['a', 'b']], [['a'], [], 'b']],
  ['someFact:someValue:equal', ['a', 'b'], [['c', 'b']], [['c'], 'a']],
  ['everyFact:someFact:equal', 'a', [[['a'], ['b', 'a']], []], [[['b']], ['a']]],
  ['swap:swap:lessThan', 5, [4], [6]],
]

const show = (value: unknown): string =>
  value === undefined ? 'undefined' : typeof value === 'number' ? `${value}` : JSON.stringify(value)

describe.each([
  ['json-rules-engine’s own operators', stock],
  ['our operators', additional],
  ['decorators', decorated],
] as const)('%s', (_, rows) => {
  it.each(rows.map((row) => [row[0], show(row[1]), row] as const))(
    '%s %s',
    (_name, _value, [operator, value, yes, no]) => {
      for (const fact of yes) expect([fact, holds(operator, fact, value)]).toEqual([fact, true])
      for (const fact of no) expect([fact, holds(operator, fact, value)]).toEqual([fact, false])
    },
  )
})

describe('every operator and decorator', () => {
  it('has a row here', () => {
    const named = new Set([...stock, ...additional].map(([operator]) => operator))
    expect([...named].sort()).toEqual([...operatorNames].sort())
    const used = new Set(decorated.flatMap(([operator]) => operator.split(':').slice(0, -1)))
    expect([...used].sort()).toEqual(Object.keys(decorators).sort())
  })

  it('never throws, whatever it is given', () => {
    const textless = { toString: 1, valueOf: 1 }
    const odd = [
      undefined,
      null,
      Number.NaN,
      '',
      [],
      {},
      textless,
      [textless],
      true,
      -0,
      '12abc',
      [[1]],
      Infinity,
    ]
    for (const operator of [...operatorNames, ...decorated.map(([name]) => name)])
      for (const fact of odd)
        for (const value of odd) expect(typeof holds(operator, fact, value)).toBe('boolean')
  })

  it('is found by its whole name only', () => {
    for (const name of [
      '',
      'equals',
      'Equal',
      ':equal',
      'equal:',
      'none:equal',
      'not',
      'toString',
      'constructor:equal',
      '__proto__:equal',
      'not :equal',
    ])
      expect(resolveOperator(name)).toBeUndefined()
  })
})
