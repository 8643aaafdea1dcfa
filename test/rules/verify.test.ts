import { describe, expect, it } from 'vitest'
import { verify } from '../../rules/verify/index.ts'
import type { Answers, BundleDocument, Expectation, Scenario } from '../../schemas/index.ts'
import { all, amount, documentWith, formOf, rule, title, warn, yesNo } from '../support/rules-document.ts'

const scenario = (name: string, answers: Answers, expect: Expectation): Scenario => ({
  name,
  origin: 'hand-written',
  answers,
  expect,
})
const parts: Partial<BundleDocument> = {
  form: formOf({
    area: amount,
    rural: { ...yesNo, showWhen: { fact: 'area', operator: 'greaterThan', value: 20 } },
  }),
  parameters: { most: { title, value: 50 } },
  facts: { points: { title, type: 'number' } },
  rules: [
    rule('large', all({ fact: 'area', operator: 'greaterThan', value: { fact: 'param.most' } }), warn),
    rule('points', all({ fact: 'rural', operator: 'equal', value: true }), {
      type: 'set-fact',
      params: { fact: 'points', value: { '/': [{ var: 'area' }, 10] } },
    }),
    rule('many', all({ fact: 'points', operator: 'greaterThan', value: 6 }), {
      type: 'set-limit',
      params: { days: 3 },
    }),
    rule('fee', all(), { type: 'charge-fee', params: { fee: 'fee', amount: { '*': [{ var: 'area' }, 2] } } }),
  ],
}
const document = documentWith(parts)

describe('verifying a document on both evaluators', () => {
  it('finds nothing where every scenario gives what it expects', async () => {
    const scenarios = [
      scenario(
        'large',
        { area: 70, rural: true },
        { warned: ['large'], days: 3, fees: { fee: 140 }, eligible: true },
      ),
      scenario(
        'small',
        { area: 10, rural: true },
        { warned: [], days: null, fees: { fee: 20 }, referred: [] },
      ),
      scenario('empty', {}, { warned: [], fees: { fee: null } }),
    ]
    expect(await verify(document, scenarios)).toEqual({ disagreements: [], failures: [] })
  })

  it('names every expectation that is not met, with what was decided', async () => {
    const { failures, disagreements } = await verify(document, [
      scenario('right', { area: 70 }, { warned: ['large'] }),
      scenario(
        'wrong',
        { area: 70, rural: true },
        { warned: [], days: 5, fees: { fee: 1 }, eligible: false, rejected: ['large'] },
      ),
    ])
    expect(disagreements).toEqual([])
    expect(failures).toEqual([
      {
        scenario: 'wrong',
        differences: expect.arrayContaining([
          { what: 'warned', expected: [], decided: ['large'] },
          { what: 'days', expected: 5, decided: 3 },
          { what: 'fees', expected: { fee: 1 }, decided: { fee: 140 } },
          { what: 'eligible', expected: false, decided: true },
          { what: 'rejected', expected: ['large'], decided: [] },
        ]),
      },
    ])
  })

  it('compares only what is expected, lists whatever their order', async () => {
    const two = documentWith({ ...parts, rules: [...(parts.rules ?? []), rule('also', all(), warn)] })
    const { failures } = await verify(two, [
      scenario('any order', { area: 70 }, { warned: ['also', 'large'] }),
      scenario('nothing', { area: 70 }, {}),
    ])
    expect(failures).toEqual([])
    expect(
      (await verify(two, [scenario('fewer', { area: 70 }, { warned: ['also'] })])).failures,
    ).toHaveLength(1)
    expect(
      (await verify(two, [scenario('twice', { area: 70 }, { warned: ['also', 'also'] })])).failures,
    ).toHaveLength(1)
  })

  it('runs the document’s own scenarios unless it is given others', async () => {
    const own = documentWith({ ...parts, scenarios: [scenario('wrong', { area: 70 }, { warned: [] })] })
    expect((await verify(own)).failures.map(({ scenario: name }) => name)).toEqual(['wrong'])
    expect((await verify(own, [])).failures).toEqual([])
  })
})
