import { describe, expect, it } from 'vitest'
import { compile, decide } from '../../rules/index.ts'
import type { Answers, BundleDocument, Decision, Effect } from '../../schemas/index.ts'
import {
  all,
  always,
  amount,
  documentWith,
  fee,
  formOf,
  is,
  material,
  named,
  rule,
  title,
  warn,
  yesNo,
} from '../support/rules-document.ts'

const form = formOf({ a: yesNo, b: yesNo, c: yesNo, area: amount })
const decided = (parts: Partial<BundleDocument>, answers: Answers = {}): Decision =>
  decide(compile(documentWith({ form, ...parts })), answers)

const reject: Effect = { type: 'reject', params: { message: title } }
const refer: Effect = { type: 'refer', params: { message: title } }
const require = (id: string): Effect => ({ type: 'require-material', params: { material: id } })
const waive = (id: string): Effect => ({ type: 'waive-material', params: { material: id } })
const limit = (days: number): Effect => ({ type: 'set-limit', params: { days } })
const charge = (amountOf: number): Effect => ({
  type: 'charge-fee',
  params: { fee: 'fee', amount: amountOf },
})
const whenA = all(is('a', true))
const whenB = all(is('b', true))

describe('eligibility', () => {
  const rules = [rule('out', whenA, reject), rule('look', whenB, refer)]

  it.each<[Answers, Decision['eligibility']]>([
    [{ a: false, b: false }, 'eligible'],
    [{ a: true, b: false }, 'rejected'],
    [{ a: true, b: true }, 'rejected'],
    [{ a: false, b: true }, 'refer'],
    [{ a: true }, 'rejected'],
    [{ a: false }, 'open'],
    [{ b: true }, 'open'],
    [{}, 'open'],
    [{ a: null, b: null }, 'eligible'],
  ])('for %j is %s', (answers, eligibility) =>
    expect(decided({ rules }, answers).eligibility).toBe(eligibility),
  )

  it('names every rule that rejects, in the document’s order', () => {
    const many = [rule('z', always, reject, 1), rule('a', always, reject, 9), rule('m', whenA, reject)]
    expect(decided({ rules: many }, { a: true }).rejections.map(({ rule: id }) => id)).toEqual([
      'z',
      'a',
      'm',
    ])
  })
})

describe('a material', () => {
  const materials = named(['M1', 'M2'], material)

  it('is listed once, with every rule that asks for it, in the catalogue’s order', () => {
    const rules = [
      rule('second', always, require('M2')),
      rule('first', always, require('M1')),
      rule('again', whenA, require('M2')),
    ]
    expect(decided({ materials, rules }, { a: true }).materials).toEqual([
      { id: 'M1', certainty: 'certain', rules: ['first'] },
      { id: 'M2', certainty: 'certain', rules: ['second', 'again'] },
    ])
  })

  it('that is certain names only the rules that certainly ask for it', () => {
    const rules = [rule('maybe', whenA, require('M1')), rule('sure', always, require('M1'))]
    expect(decided({ materials, rules }).materials).toEqual([
      { id: 'M1', certainty: 'certain', rules: ['sure'] },
    ])
    expect(decided({ materials, rules }).complete).toBe(true)
  })

  it('that is open names every rule that may ask for it', () => {
    const rules = [rule('one', whenA, require('M1')), rule('two', whenB, require('M1'))]
    expect(decided({ materials, rules }).materials).toEqual([
      { id: 'M1', certainty: 'open', rules: ['one', 'two'] },
    ])
    expect(decided({ materials, rules }, { a: false }).materials).toEqual([
      { id: 'M1', certainty: 'open', rules: ['two'] },
    ])
    expect(decided({ materials, rules }, { a: false, b: false }).materials).toEqual([])
  })

  describe('that is waived', () => {
    const rules = [
      rule('asks', always, require('M1')),
      rule('also', whenB, require('M1')),
      rule('waives', whenA, waive('M1')),
    ]

    it('is not asked for, however many rules do', () => {
      expect(decided({ materials, rules }, { a: true, b: true }).materials).toEqual([])
      expect(decided({ materials, rules }, { a: true })).toMatchObject({ materials: [], complete: true })
    })

    it('is asked for where the waiver does not hold', () => {
      expect(decided({ materials, rules }, { a: false, b: false }).materials).toEqual([
        { id: 'M1', certainty: 'certain', rules: ['asks'] },
      ])
    })

    it('is open while the waiver is, and the waiver’s question is asked', () => {
      const decision = decided({ materials, rules }, { b: false })
      expect(decision.materials).toEqual([{ id: 'M1', certainty: 'open', rules: ['asks'] }])
      expect(decision.ask.map(({ field }) => field)).toEqual(['a'])
    })

    it('leaves others alone', () => {
      const others = [...rules, rule('other', always, require('M2'))]
      expect(decided({ materials, rules: others }, { a: true }).materials.map(({ id }) => id)).toEqual(['M2'])
    })
  })
})

describe('the limit', () => {
  it('is that of the highest priority that holds, and of the first among equals', () => {
    const rules = [
      rule('low', always, limit(20)),
      rule('high', whenA, limit(5), 9),
      rule('later', always, limit(1)),
    ]
    expect(decided({ rules }, { a: true }).limit).toEqual({ days: 5, rule: 'high', certainty: 'certain' })
    expect(decided({ rules }, { a: false }).limit).toEqual({ days: 20, rule: 'low', certainty: 'certain' })
  })

  it('is open while one that would come first may still hold', () => {
    const rules = [rule('low', always, limit(20)), rule('high', whenA, limit(5), 9)]
    expect(decided({ rules }).limit).toEqual({ days: null, rule: null, certainty: 'open' })
    expect(
      decided({ rules: [rule('first', always, limit(20)), rule('next', whenA, limit(5))] }).limit.days,
    ).toBe(20)
  })

  it('is none, for certain, where no rule sets one', () => {
    expect(decided({}).limit).toEqual({ days: null, rule: null, certainty: 'certain' })
    expect(decided({ rules: [rule('r', whenA, limit(5))] }, { a: false }).limit.certainty).toBe('certain')
  })
})

describe('a fee', () => {
  const fees = { other: fee, fee }

  it('is the first that holds by priority, each fee on its own, in the catalogue’s order', () => {
    const rules = [
      rule('low', always, charge(80)),
      rule('high', whenA, charge(0), 5),
      rule('other', always, { type: 'charge-fee', params: { fee: 'other', amount: 7 } }),
    ]
    const amounts = (answers: Answers) =>
      decided({ fees, rules }, answers).fees.map(({ id, amount: of, rule: by }) => [id, of, by])
    expect(amounts({ a: true })).toEqual([
      ['other', 7, 'other'],
      ['fee', 0, 'high'],
    ])
    expect(amounts({ a: false })).toEqual([
      ['other', 7, 'other'],
      ['fee', 80, 'low'],
    ])
    expect(amounts({})).toEqual([
      ['other', 7, 'other'],
      ['fee', null, null],
    ])
  })

  it('is not listed where no rule charges it', () => {
    expect(decided({ fees, rules: [rule('r', whenA, charge(80))] }, { a: false }).fees).toEqual([])
  })
})

describe('messages', () => {
  it('keep to their lists and the document’s order, whatever their priority', () => {
    const inform: Effect = { type: 'inform', params: { message: title } }
    const rules = [rule('w2', always, warn, 1), rule('n', always, inform), rule('w1', always, warn, 9)]
    const { warnings, notices } = decided({ rules })
    expect(warnings.map(({ rule: id }) => id)).toEqual(['w2', 'w1'])
    expect(notices.map(({ rule: id }) => id)).toEqual(['n'])
  })
})

describe('what is asked', () => {
  it('comes in the order of how much it settles, then of the form', () => {
    const rules = [
      rule('one', whenB, warn),
      rule('two', whenB, require('material')),
      rule('three', all(is('c', true)), warn),
      rule('four', whenA, warn),
    ]
    expect(decided({ rules }).ask).toEqual([
      { field: 'b', settles: 2 },
      { field: 'a', settles: 1 },
      { field: 'c', settles: 1 },
    ])
  })

  it('begins with what decides whether one may apply at all', () => {
    const rules = [
      rule('one', whenB, warn),
      rule('two', whenB, warn),
      rule('out', whenA, reject),
      rule('look', all(is('c', true)), refer),
    ]
    expect(decided({ rules }).ask.map(({ field }) => field)).toEqual(['a', 'c', 'b'])
  })

  it('leaves out what can no longer change anything', () => {
    const rules = [rule('both', { all: [is('a', true), is('b', true)] }, warn)]
    expect(decided({ rules }, { a: false }).ask).toEqual([])
    expect(decided({ rules }, { a: true }).ask).toEqual([{ field: 'b', settles: 1 }])
  })

  it('is nothing for a rule that only repeats what is certain', () => {
    const rules = [rule('sure', always, require('material')), rule('maybe', whenA, require('material'))]
    expect(decided({ rules })).toMatchObject({ complete: true, ask: [] })
  })

  it('shares a rule’s weight among the questions it hangs on', () => {
    expect(
      decided({ rules: [rule('r', { any: [is('a', true), is('b', true), is('c', true)] }, warn)] }).ask,
    ).toEqual([
      { field: 'a', settles: 0.333 },
      { field: 'b', settles: 0.333 },
      { field: 'c', settles: 0.333 },
    ])
  })
})

describe('a decision', () => {
  it('can be changed by whoever gets it without changing the next one', () => {
    const compiled = compile(
      documentWith({ form, rules: [rule('r', always, warn), rule('s', always, require('material'))] }),
    )
    const first = decide(compiled, {})
    first.warnings.length = 0
    first.materials.push({ id: 'made up', certainty: 'certain', rules: [] })
    first.hidden.push('a')
    expect(decide(compiled, {})).toMatchObject({
      warnings: [{ rule: 'r' }],
      materials: [{ id: 'material' }],
      hidden: [],
    })
  })

  it('does not fail on answers of any type', () => {
    const odd = [
      { toString: 1, valueOf: 1 },
      [[{ toString: null }]],
      () => 1,
      new Date(0),
      new Map(),
      -0,
      Number.POSITIVE_INFINITY,
      '\u0000',
    ]
    const rules = [
      rule(
        'r',
        {
          any: [
            { fact: 'a', operator: 'lessThan', value: 5 },
            { fact: 'a', operator: 'greaterThan', value: { fact: 'b' } },
          ],
        },
        warn,
      ),
      rule('f', always, {
        type: 'charge-fee',
        params: { fee: 'fee', amount: { '*': [{ var: 'area' }, 2] } },
      }),
    ]
    for (const a of odd)
      for (const b of odd) expect(() => decided({ rules }, { a, b, area: a })).not.toThrow()
  })
})
