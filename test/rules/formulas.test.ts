import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFormula, evaluateFormula, factsInFormula, roundToCents } from '../../rules/formulas/formula.ts'
import { compile, decide } from '../../rules/index.ts'
import type { Formula } from '../../schemas/index.ts'
import { always, amount, documentWith, formOf, oneOf, rule, title } from '../support/rules-document.ts'

const value = (formula: Formula, facts: Readonly<Record<string, unknown>> = {}) =>
  evaluateFormula(formula, (fact) => facts[fact])

describe('a formula', () => {
  it.each<[string, Formula, number | null]>([
    ['adds any number of terms', { '+': [1, 2, 3] }, 6],
    ['subtracts', { '-': [5, 2] }, 3],
    ['turns round the sign of a single term', { '-': [5] }, -5],
    ['multiplies', { '*': [2, 3, 4] }, 24],
    ['divides', { '/': [10, 4] }, 2.5],
    ['takes the least and the most', { max: [{ min: [3, 7] }, 5] }, 5],
    ['rounds down and up', { '+': [{ floor: 2.9 }, { ceil: 2.1 }] }, 5],
    ['rounds to 分', { round: 2.345 }, 2.35],
    ['nests', { '*': [{ '+': [1, { '*': [2, 3] }] }, { '-': [10, 4] }] }, 42],
    ['takes one operand without a list', { round: { '/': [2, 3] } }, 0.67],
  ])('%s', (_, formula, expected) => expect(value(formula)).toBe(expected))

  it('reads facts, derived facts and parameters by name', () => {
    const formula = { '*': [{ var: 'base' }, { var: 'param.rate' }] }
    expect(factsInFormula(formula)).toEqual(['base', 'param.rate'])
    expect(value(formula, { base: 5200, 'param.rate': 0.2 })).toBe(1040)
  })

  it('takes a dot in a name for a part of the name', () => {
    const formula = { '+': [{ var: 'first.amount' }, { var: 'param.least.amount' }] }
    expect(value(formula, { 'first.amount': 5, 'param.least.amount': 7 })).toBe(12)
  })

  it('takes a choice such as "60" for the number it holds', () => {
    expect(value({ '*': [{ number: { var: 'share' } }, 10] }, { share: '60' })).toBe(600)
  })

  it.each([null, undefined, true, [], [5], {}, '', '  ', 'sixty'])(
    'has no value where a fact is %j',
    (fact) => {
      expect(value({ '+': [{ var: 'fact' }, 1] }, { fact })).toBeNull()
      expect(value({ number: { var: 'fact' } }, { fact })).toBeNull()
    },
  )

  it('has no value where one fact is absent, even if it would not matter', () => {
    expect(value({ max: [{ var: 'given' }, { var: 'absent' }] }, { given: 5, absent: null })).toBeNull()
  })

  it('has no value after a division by zero, or where no finite number comes out', () => {
    expect(value({ '/': [5, 0] })).toBeNull()
    expect(value({ '/': [0, 0] })).toBeNull()
    expect(value({ '/': [5, { var: 'people' }] }, { people: 0 })).toBeNull()
    expect(value({ '*': [Number.MAX_VALUE, 10] })).toBeNull()
    expect(value({ '+': [{ var: 'fact' }, 1] }, { fact: Infinity })).toBeNull()
    expect(value({ '+': [{ var: 'fact' }, 1] }, { fact: Number.NaN })).toBeNull()
  })

  it('gives a number or null for any facts', () => {
    const formula: Formula = {
      round: {
        '+': [{ '*': [{ var: 'a' }, { number: { var: 'b' } }] }, { '/': [{ var: 'a' }, { var: 'b' }] }],
      },
    }
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => {
        const result = value(formula, { a, b })
        expect(result === null || Number.isFinite(result)).toBe(true)
      }),
    )
  })
})

describe('rounding to 分', () => {
  it.each([
    [1.005, 1.01],
    [1.004999, 1],
    [2.675, 2.68],
    [8.345, 8.35],
    [1.255, 1.26],
    [0.615, 0.62],
    [10.235, 10.24],
    [1234567.895, 1234567.9],
    [-1.005, -1.01],
    [0, 0],
    [-0.001, 0],
    [1.1 * 1.15, 1.27],
    [9_999_999.995, 10_000_000],
    [Number.MAX_VALUE, Number.MAX_VALUE],
    [416.0000000001, 416],
  ])('%d is %d', (given, rounded) => expect(roundToCents(given)).toBe(rounded))

  it('goes half up for every amount of whole 厘', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (thousandths) => {
        const rounded = Math.floor((thousandths + 5) / 10) / 100
        expect(roundToCents(thousandths / 1000)).toBe(rounded)
        expect(roundToCents(thousandths * 0.001)).toBe(rounded)
      }),
    )
  })
})

describe('a formula is refused', () => {
  const faults = (formula: unknown) =>
    checkFormula(formula, '/amount', (fact) => fact === 'known').map(({ pointer, keyword }) => [
      pointer,
      keyword,
    ])

  it.each<[string, unknown, string]>([
    ['with an operation it does not know', { '%': [5, 2] }, '/amount'],
    ['with logic', { if: [true, 1, 2] }, '/amount'],
    ['with a comparison', { '<': [1, 2] }, '/amount'],
    ['with a way out of arithmetic', { method: [{ var: 'known' }, 'constructor'] }, '/amount'],
    ['with what objects inherit', { constructor: [1] }, '/amount'],
    ['with two operations in one place', { '+': [1], '-': [1] }, '/amount'],
    ['with none', {}, '/amount'],
    ['with a text', { '+': [1, 'two'] }, '/amount/+/1'],
    ['with a yes or no', { '+': [true] }, '/amount/+/0'],
    ['with nothing to add', { '+': [] }, '/amount/+'],
    ['with null', { round: null }, '/amount/round'],
    ['with a list in a list', { '+': [[1, 2]] }, '/amount/+/0'],
  ])('%s', (_, formula, pointer) => expect(faults(formula)).toEqual([[pointer, 'formula']]))

  it.each([['unknown'], [''], ['known.part'], [['known', 5]], [7], [null]])('that reads %j', (fact) => {
    expect(faults({ '+': [1, { var: fact }] })).toEqual([['/amount/+/1/var', 'unknown-fact']])
  })

  it('nested deeper than anyone writes', () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 1000; depth++) deep = { '+': [deep] }
    expect(faults(deep)).toHaveLength(1)
  })

  it('nowhere else', () => {
    expect(faults({ round: { '*': [{ number: { var: 'known' } }, { '-': [3, { max: [1, 2] }] }] } })).toEqual(
      [],
    )
    expect(faults(5)).toEqual([])
  })
})

describe('fees and estimates', () => {
  const document = documentWith({
    form: formOf({ area: amount, share: oneOf('60', '100') }),
    parameters: { rate: { title, value: 1.005 } },
    facts: { half: { title, type: 'number' } },
    fees: { base: { title, unit: title }, talk: { title, unit: title } },
    estimates: { monthly: { title, unit: title } },
    rules: [
      rule('halve', always, {
        type: 'set-fact',
        params: { fact: 'half', value: { '/': [{ var: 'area' }, 2] } },
      }),
      rule('base', always, {
        type: 'charge-fee',
        params: { fee: 'base', amount: { '*': [{ var: 'half' }, { var: 'param.rate' }] } },
      }),
      rule('talk', always, {
        type: 'charge-fee',
        params: { fee: 'talk', amount: null, text: { 'zh-CN': '面议' } },
      }),
      rule('monthly', always, {
        type: 'estimate',
        params: { estimate: 'monthly', amount: { '/': [{ number: { var: 'share' } }, { var: 'area' }] } },
      }),
    ],
  })
  const compiled = compile(document)

  it('are rounded to 分 and go through derived facts', () => {
    const { fees, estimates } = decide(compiled, { area: 2, share: '100' })
    expect(fees.map(({ id, amount: of }) => [id, of])).toEqual([
      ['base', 1.01],
      ['talk', null],
    ])
    expect(fees[1]?.text).toEqual({ 'zh-CN': '面议' })
    expect(estimates[0]).toEqual({ id: 'monthly', amount: 50, rule: 'monthly', certainty: 'certain' })
  })

  it('have no amount where a fact is absent or divides by zero, and that is certain', () => {
    const { fees, estimates, complete } = decide(compiled, { area: 0, share: null })
    expect(fees[0]?.amount).toBe(0)
    expect(estimates[0]).toMatchObject({ amount: null, certainty: 'certain' })
    expect(complete).toBe(true)
    expect(decide(compiled, { area: 0, share: '60' }).estimates[0]?.amount).toBeNull()
  })

  it('are open while a fact they read is still to be asked', () => {
    const { fees, estimates, ask, complete } = decide(compiled, { area: 2 })
    expect(fees[0]).toMatchObject({ amount: 1.01, certainty: 'certain' })
    expect(estimates[0]).toEqual({ id: 'monthly', amount: null, rule: null, certainty: 'open' })
    expect(ask).toEqual([{ field: 'share', settles: 1 }])
    expect(complete).toBe(false)
  })
})
