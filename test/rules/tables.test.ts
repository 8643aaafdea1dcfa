import { describe, expect, it } from 'vitest'
import { lower } from '../../rules/compile/lower.ts'
import { compile, decide } from '../../rules/index.ts'
import { decideByEngine } from '../../rules/verify/index.ts'
import type { Answers, BundleDocument, Cell, Decision, Table } from '../../schemas/index.ts'
import { amount, documentWith, formOf, item, named, oneOf, title } from '../support/rules-document.ts'

const items = ['small', 'medium', 'large']
const upTo = (value: number): Cell => ({ operator: 'lessThanInclusive', value })
const over = (value: number): Cell => ({ operator: 'greaterThan', value })
const kind = (value: string): Cell => ({ operator: 'equal', value })

type Row = readonly [id: string, cells: Cell[], item: string]

function table(hitPolicy: Table['hitPolicy'], rows: readonly Row[], priority?: number): Table {
  return {
    id: 'size',
    name: title,
    hitPolicy,
    ...(priority ? { priority } : {}),
    columns: [{ fact: 'area' }, { fact: 'kind' }],
    event: { type: 'include-item', params: {} },
    rows: rows.map(([id, cells, included]) => ({ id, cells, params: { item: included } })),
  }
}

function documentOf(...tables: Table[]): BundleDocument {
  return documentWith({
    form: formOf({ area: amount, kind: oneOf('shop', 'stall') }),
    items: named(items, item),
    tables,
  })
}

const rowsUpTo = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => [
    `row${index}`,
    [upTo(index), null],
    items[index % 3] ?? 'small',
  ])

const decided = (document: BundleDocument, answers: Answers): Decision => decide(compile(document), answers)
const included = ({ items: list }: Decision): string[] =>
  list.map(({ id, certainty }) => `${id} ${certainty}`)
const overlapping: readonly Row[] = [
  ['tiny', [upTo(10), null], 'small'],
  ['shop', [null, kind('shop')], 'medium'],
  ['else', [null, null], 'large'],
]

describe('a table that collects', () => {
  const document = documentOf(table('collect', overlapping))

  it('counts every row that holds', () => {
    expect(included(decided(document, { area: 5, kind: 'shop' }))).toEqual([
      'small certain',
      'medium certain',
      'large certain',
    ])
    expect(included(decided(document, { area: 50, kind: 'stall' }))).toEqual(['large certain'])
  })

  it('names the row as the rule', () => {
    expect(decided(document, { area: 50, kind: 'stall' }).items[0]?.rules).toEqual(['size/else'])
  })

  it('leaves a row open while a fact it compares is unknown', () => {
    expect(included(decided(document, { kind: 'shop' }))).toEqual([
      'small open',
      'medium certain',
      'large certain',
    ])
  })
})

describe('a table that takes the first row', () => {
  const document = documentOf(table('first', overlapping))

  it('counts the first row that holds and no other', () => {
    expect(included(decided(document, { area: 5, kind: 'shop' }))).toEqual(['small certain'])
    expect(included(decided(document, { area: 50, kind: 'shop' }))).toEqual(['medium certain'])
    expect(included(decided(document, { area: 50, kind: 'stall' }))).toEqual(['large certain'])
  })

  it('is certain of an earlier row whatever stands open in later ones', () => {
    expect(included(decided(document, { area: 5 }))).toEqual(['small certain'])
  })

  it('leaves later rows open while an earlier one is', () => {
    expect(included(decided(document, { kind: 'shop' }))).toEqual(['small open', 'medium open'])
  })

  it('is lowered to a chain of conditions whose length grows with the rows, not with their square', () => {
    const sizeOf = (count: number): number => {
      const { rules, conditions } = lower(documentOf(table('first', rowsUpTo(count))))
      return JSON.stringify([rules.map(({ conditions: of }) => of), [...conditions]]).length
    }
    const [hundred, two] = [sizeOf(100), sizeOf(200)]
    expect(two / hundred).toBeLessThan(2.2)
  })

  it('works with four hundred rows, the last ones included', () => {
    const large = documentOf(table('first', rowsUpTo(400)))
    for (const area of [0, 1, 200, 398.5, 399, 400]) {
      const row = Math.ceil(area)
      const expected = { id: items[row % 3], certainty: 'certain', rules: [`size/row${row}`] }
      expect(decided(large, { area, kind: null }).items).toEqual(row > 399 ? [] : [expected])
    }
  })

  it('agrees with json-rules-engine on a long chain', async () => {
    const long = documentOf(table('first', rowsUpTo(150)))
    for (const area of [0, 148.5, 150]) {
      const answers = { area, kind: null }
      expect((await decideByEngine(long, answers)).decision.items).toEqual(decided(long, answers).items)
    }
  })

  it('sets a derived fact: an earlier row that is open keeps the fact open', () => {
    const setting: Table = {
      id: 'level',
      name: title,
      hitPolicy: 'first',
      columns: [{ fact: 'area' }, { fact: 'kind' }],
      event: { type: 'set-fact', params: { fact: 'level' } },
      rows: [
        { id: 'stall', cells: [null, kind('stall')], params: { value: 'low' } },
        { id: 'large', cells: [over(50), null], params: { value: 'high' } },
      ],
    }
    const reading: Table = {
      ...table('collect', []),
      columns: [{ fact: 'level' }],
      rows: ['low', 'high'].map((value) => ({
        id: value,
        cells: [kind(value)],
        params: { item: value === 'low' ? 'small' : 'large' },
      })),
    }
    const document_ = documentWith({
      form: formOf({ area: amount, kind: oneOf('shop', 'stall') }),
      facts: { level: { title, type: 'string' } },
      items: named(items, item),
      tables: [reading, setting],
    })
    expect(included(decided(document_, { area: 80, kind: 'stall' }))).toEqual(['small certain'])
    expect(included(decided(document_, { area: 80, kind: 'shop' }))).toEqual(['large certain'])
    expect(included(decided(document_, { area: 20, kind: 'shop' }))).toEqual([])
    expect(included(decided(document_, { area: 80 }))).toEqual(['small open', 'large open'])
    expect(included(decided(document_, { kind: 'stall' }))).toEqual(['small certain'])
  })
})

describe('a table under unique', () => {
  const exclusive: readonly Row[] = [
    ['small', [upTo(50), kind('shop')], 'small'],
    ['large', [over(50), kind('shop')], 'large'],
    ['stall', [null, kind('stall')], 'medium'],
  ]

  it('counts the one row that holds', () => {
    const document = documentOf(table('unique', exclusive))
    expect(included(decided(document, { area: 50, kind: 'shop' }))).toEqual(['small certain'])
    expect(included(decided(document, { area: 51, kind: 'shop' }))).toEqual(['large certain'])
    expect(included(decided(document, { area: 51, kind: 'stall' }))).toEqual(['medium certain'])
    expect(included(decided(document, { area: 51, kind: null }))).toEqual([])
  })

  it('is not watched for conflicts where its columns show that rows exclude each other', () => {
    expect(compile(documentOf(table('unique', exclusive))).contested).toEqual([])
  })

  it.each<[string, Cell, Cell]>([
    ['touching bounds that both include', upTo(50), { operator: 'greaterThanInclusive', value: 50 }],
    ['overlapping ranges', { operator: 'between', value: [0, 50] }, { operator: 'between', value: [50, 90] }],
    ['lists with a common member', { operator: 'in', value: [1, 2] }, { operator: 'in', value: [2, 3] }],
    [
      'what the compiler does not compare',
      { operator: 'notEqual', value: 1 },
      { operator: 'equal', value: 1 },
    ],
    ['an empty cell', null, upTo(50)],
  ])('is watched for conflicts with %s', (_, one, other) => {
    const rows: Row[] = [
      ['one', [one, null], 'small'],
      ['other', [other, null], 'large'],
    ]
    expect(compile(documentOf(table('unique', rows))).contested.map(({ table: id }) => id)).toEqual(['size'])
  })

  it.each<[string, Cell, Cell]>([
    ['bounds that one excludes', upTo(50), over(50)],
    ['ranges apart', { operator: 'between', value: [0, 50] }, { operator: 'between', value: [51, 90] }],
    ['different values', { operator: 'equal', value: 1 }, { operator: 'in', value: [2, 3] }],
  ])('is not watched with %s', (_, one, other) => {
    const rows: Row[] = [
      ['one', [one, null], 'small'],
      ['other', [other, null], 'large'],
    ]
    expect(compile(documentOf(table('unique', rows))).contested).toEqual([])
  })

  const conflicting = documentOf(table('unique', overlapping))

  it('refers to a person where two rows hold, and then none of them counts', () => {
    const decision = decided(conflicting, { area: 5, kind: 'stall' })
    expect(decision.items).toEqual([])
    expect(decision.eligibility).toBe('refer')
    expect(decision.referrals).toMatchObject([{ rule: 'size', certainty: 'certain' }])
    expect(decision.complete).toBe(true)
  })

  it('counts the row that holds alone', () => {
    expect(included(decided(conflicting, { area: 50, kind: 'stall' }))).toEqual(['large certain'])
  })

  it('is open where a second row may still hold, and asks what decides that', () => {
    const decision = decided(conflicting, { area: 50 })
    expect(included(decision)).toEqual(['medium open', 'large open'])
    expect(decision.referrals).toMatchObject([{ rule: 'size', certainty: 'open' }])
    expect(decision.eligibility).toBe('open')
    expect(decision.ask.map(({ field }) => field)).toEqual(['kind'])
  })

  it('is certain of the conflict once two rows hold, whatever is unknown', () => {
    const decision = decided(conflicting, { area: 5 })
    expect(decision.items).toEqual([])
    expect(decision.referrals).toMatchObject([{ rule: 'size', certainty: 'certain' }])
    expect(decision.complete).toBe(true)
  })
})

describe('a disabled rule', () => {
  it('decides nothing', () => {
    const document = documentWith({
      rules: [
        {
          id: 'off',
          name: title,
          disabled: true,
          conditions: { all: [] },
          event: { type: 'reject', params: { message: title } },
        },
      ],
    })
    expect(decided(document, {}).eligibility).toBe('eligible')
  })
})
