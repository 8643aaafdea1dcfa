import { describe, expect, it } from 'vitest'
import { orderByNeed } from '../../rules/compile/order.ts'
import { parseDocument } from '../../rules/document/parse.ts'
import { DocumentError } from '../../rules/document-error.ts'
import { compile, decide } from '../../rules/index.ts'
import { decideByEngine } from '../../rules/verify/index.ts'
import type { Answers, BundleDocument, Effect } from '../../schemas/index.ts'
import {
  all,
  always,
  amount,
  documentWith,
  emptyDocument,
  formOf,
  is,
  rule,
  title,
  warn,
  yesNo,
} from '../support/rules-document.ts'

const setFact = (fact: string, value: Extract<Effect, { type: 'set-fact' }>['params']['value']): Effect => ({
  type: 'set-fact',
  params: { fact, value },
})
const number = { title, type: 'number' } as const
const text = { title, type: 'string' } as const

/** Area → points → level → a warning; the document lists them the wrong way round. */
const layered = documentWith({
  form: formOf({ area: amount, rural: yesNo }),
  facts: { level: text, points: number },
  rules: [
    rule('high', all(is('level', 'high')), warn),
    rule('none', all({ fact: 'level', operator: 'isPresent', value: false }), warn),
    rule('level', all({ fact: 'points', operator: 'greaterThan', value: 100 }), setFact('level', 'high')),
    rule(
      'level-rural',
      all(is('rural', true), { fact: 'points', operator: 'greaterThan', value: 10 }),
      setFact('level', 'low'),
      5,
    ),
    rule('points', always, setFact('points', { '*': [{ var: 'area' }, 2] })),
  ],
})
const warned = (answers: Answers, document = layered): string[] =>
  decide(compile(document), answers).warnings.map(({ rule: id, certainty }) => `${id} ${certainty}`)

describe('a derived fact', () => {
  it('is worked out before everything that reads it, wherever it stands in the document', () => {
    expect(warned({ area: 60, rural: false })).toEqual(['high certain'])
    expect(warned({ area: 50, rural: false })).toEqual(['none certain'])
  })

  it('takes the value of the rule with the highest priority that holds', () => {
    expect(warned({ area: 60, rural: true })).toEqual([])
  })

  it('is absent where no rule sets it, or the formula has no value', () => {
    expect(warned({ area: null, rural: true })).toEqual(['none certain'])
  })

  it('is known as soon as the rule that counts is, whatever else is open', () => {
    expect(warned({ area: 60 })).toEqual(['high open', 'none open'])
    expect(warned({ area: 3 })).toEqual(['none certain'])
  })

  it('is asked for through the questions it is worked out from', () => {
    expect(
      decide(compile(layered), {})
        .ask.map(({ field }) => field)
        .sort(),
    ).toEqual(['area', 'rural'])
    expect(decide(compile(layered), { rural: false }).ask.map(({ field }) => field)).toEqual(['area'])
  })

  it.each<Answers>([
    { area: 60, rural: false },
    { area: 60, rural: true },
    { area: 5, rural: true },
    { area: 6, rural: true },
    {},
  ])('is the same on json-rules-engine: %j', async (answers) => {
    const { decision, facts } = await decideByEngine(layered, answers)
    expect(decision.warnings).toEqual(decide(compile(layered), answers, { unanswered: 'absent' }).warnings)
    expect(facts.points).toBe(typeof answers.area === 'number' ? answers.area * 2 : null)
  })

  it('may go through many layers, in any order', async () => {
    const count = 30
    const fact = (index: number): string => `fact${index}`
    const rules = Array.from({ length: count }, (_, index) =>
      rule(
        `set${index}`,
        always,
        setFact(fact(index), { '+': [{ var: index === 0 ? 'area' : fact(index - 1) }, 1] }),
        (index % 7) * 100 + 1,
      ),
    )
    const document = documentWith({
      facts: Object.fromEntries(rules.map((_, index) => [fact(count - 1 - index), number])),
      rules: [...rules.toReversed(), rule('sum', all(is(fact(count - 1), count)), warn, 1000)],
    })
    expect(warned({ area: 0 }, document)).toEqual(['sum certain'])
    expect((await decideByEngine(document, { area: 0 })).decision.warnings).toHaveLength(1)
  })
})

describe('a derived fact is refused', () => {
  const faults = (parts: Partial<BundleDocument>): string[] => {
    try {
      parseDocument({ ...emptyDocument, ...parts })
      return []
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      return error.faults.map(({ keyword, pointer }) => `${keyword} ${pointer}`)
    }
  }

  it('where it depends on itself: by a condition, by a formula, through another fact or a named condition', () => {
    const facts = { a: number, b: number }
    expect(faults({ facts, rules: [rule('r', all(is('a', 1)), setFact('a', 2))] })).toEqual([
      'fact-cycle /facts/a',
    ])
    expect(faults({ facts, rules: [rule('r', always, setFact('a', { '+': [{ var: 'a' }, 1] }))] })).toEqual([
      'fact-cycle /facts/a',
    ])
    expect(
      faults({
        facts,
        rules: [rule('r', all(is('a', 1)), setFact('b', 2)), rule('s', all(is('b', 1)), setFact('a', 2))],
      }),
    ).toHaveLength(1)
    expect(
      faults({
        facts,
        conditions: { on: { title, when: all(is('a', 1)) } },
        rules: [rule('r', { condition: 'on' }, setFact('a', 2))],
      }),
    ).toEqual(['fact-cycle /facts/a'])
  })

  it('where it has the name of a field, of a parameter or of what every object has', () => {
    expect(faults({ facts: { area: number } })).toEqual(['reserved-name /facts/area'])
    expect(faults({ facts: { 'param.area': number } })).toEqual(['reserved-name /facts/param.area'])
    expect(faults({ facts: { constructor: number } })).toEqual(['reserved-name /facts/constructor'])
    expect(faults({ form: formOf({ 'param.area': amount }) })).toEqual([
      'reserved-name /form/fields/param.area',
    ])
  })

  it('where a table sets it and does not take the first row', () => {
    const table = {
      id: 't',
      name: title,
      columns: [],
      event: { type: 'set-fact' as const, params: { fact: 'a', value: 1 } },
      rows: [{ id: 'r', cells: [], params: {} }],
    }
    expect(faults({ facts: { a: number }, tables: [{ ...table, hitPolicy: 'collect' }] })).toEqual([
      'hit-policy /tables/0/hitPolicy',
    ])
    expect(faults({ facts: { a: number }, tables: [{ ...table, hitPolicy: 'first' }] })).toEqual([])
  })
})

describe('ordering by need', () => {
  const needs: Readonly<Record<string, string[]>> = { a: ['c', 'b'], b: ['c', 'outside'], c: [], d: ['a'] }

  it('puts everything after what it needs and otherwise keeps the order', () => {
    expect(orderByNeed(['d', 'a', 'b', 'c'], (name) => needs[name] ?? [])).toEqual({
      order: ['c', 'b', 'a', 'd'],
    })
    expect(orderByNeed(['x', 'y', 'z'], () => [])).toEqual({ order: ['x', 'y', 'z'] })
  })

  it('names one that leads back to itself', () => {
    expect(orderByNeed(['a', 'b'], (name) => [name === 'a' ? 'b' : 'a']).cycle).toBe('a')
    expect(orderByNeed(['a'], () => ['a']).cycle).toBe('a')
  })
})
