import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../rules/document/parse.ts'
import { DocumentError } from '../../rules/document-error.ts'
import { compile, decide, dropHidden, fieldStates } from '../../rules/index.ts'
import { decideByEngine } from '../../rules/verify/index.ts'
import type { Answers, BundleDocument } from '../../schemas/index.ts'
import {
  all,
  amount,
  documentWith,
  emptyDocument,
  formOf,
  is,
  oneOf,
  rule,
  title,
  warn,
  yesNo,
} from '../support/rules-document.ts'

/** Food → kitchen → fume: each question stands only where the one before says so. In the document the last comes first. */
const chain = documentWith({
  form: formOf({
    fume: { ...amount, showWhen: is('kitchen', true) },
    kitchen: { ...yesNo, showWhen: { all: [is('food', true), { condition: 'notStall' }] } },
    food: yesNo,
    kind: oneOf('shop', 'stall'),
  }),
  conditions: { notStall: { title, when: { not: all(is('kind', 'stall')) } } },
  rules: [
    rule('smoky', all({ fact: 'fume', operator: 'greaterThan', value: 3 }), warn),
    rule('none', all({ fact: 'fume', operator: 'isPresent', value: false }), warn),
  ],
})
const compiled = compile(chain)
const warned = (answers: Answers): string[] =>
  decide(compiled, answers).warnings.map(({ rule: id, certainty }) => `${id} ${certainty}`)

describe('a question that does not apply', () => {
  it('counts as absent, and so does everything behind it, whatever was answered', () => {
    const answers = { food: false, kitchen: true, fume: 5, kind: 'shop' }
    expect(warned(answers)).toEqual(['none certain'])
    expect(decide(compiled, answers).hidden).toEqual(['kitchen', 'fume'])
  })

  it('counts where the questions before it say so', () => {
    expect(warned({ food: true, kitchen: true, fume: 5, kind: 'shop' })).toEqual(['smoky certain'])
    expect(decide(compiled, { food: true, kitchen: true, fume: 5, kind: 'shop' }).hidden).toEqual([])
  })

  it('is settled by what hides it, without being asked', () => {
    const decision = decide(compiled, { food: false })
    expect(decision.complete).toBe(true)
    expect(decision.ask).toEqual([])
    expect(decision.warnings.map(({ rule: id }) => id)).toEqual(['none'])
  })

  it('is dropped with its answer before anything is stored', () => {
    const answers = { food: false, kitchen: true, fume: 5, kind: 'shop' }
    expect(dropHidden(compiled, answers)).toEqual({
      answers: { food: false, kind: 'shop' },
      dropped: ['kitchen', 'fume'],
    })
  })

  it('is not reported as dropped where it had no answer', () => {
    expect(dropHidden(compiled, { food: false, kitchen: null }).dropped).toEqual([])
  })
})

describe('a question that may not apply', () => {
  it('is unknown even where it has an answer already', () => {
    expect(warned({ kitchen: true, fume: 5 })).toEqual(['smoky open', 'none open'])
    expect(dropHidden(compiled, { kitchen: true, fume: 5 })).toEqual({
      answers: { kitchen: true, fume: 5 },
      dropped: [],
    })
  })

  it('leads to the questions that show it, the first ones first', () => {
    expect(
      decide(compiled, { fume: 5 })
        .ask.map(({ field }) => field)
        .sort(),
    ).toEqual(['food', 'kind'])
    expect(decide(compiled, { fume: 5, food: true, kind: 'shop' }).ask.map(({ field }) => field)).toEqual([
      'kitchen',
    ])
  })

  it('is absent for certain once it is left empty, shown or not', () => {
    expect(warned({ fume: null })).toEqual(['none certain'])
    expect(decide(compiled, { fume: null }).complete).toBe(true)
  })
})

describe('an answer', () => {
  it('that is null is absent, one that is not there is unknown', () => {
    expect(warned({ food: true, kind: 'shop', kitchen: true, fume: null })).toEqual(['none certain'])
    expect(warned({ food: true, kind: 'shop', kitchen: true })).toEqual(['smoky open', 'none open'])
    expect(warned({ food: true, kind: 'shop', kitchen: true, fume: undefined })).toEqual([
      'smoky open',
      'none open',
    ])
  })

  it('that is not there is absent on submission', () => {
    const { warnings, complete } = decide(
      compiled,
      { food: true, kind: 'shop', kitchen: true },
      { unanswered: 'absent' },
    )
    expect(warnings.map(({ rule: id }) => id)).toEqual(['none'])
    expect(complete).toBe(true)
  })

  it('to no question of the bundle is ignored', () => {
    expect(decide(compiled, { food: false, other: true, __proto__: { kind: 'shop' } })).toEqual(
      decide(compiled, { food: false }),
    )
  })
})

describe('the state of the fields', () => {
  it('follows the form’s order and says shown, hidden or not yet known', () => {
    expect(fieldStates(compiled, { food: true }).map(({ id, shown }) => [id, shown])).toEqual([
      ['fume', undefined],
      ['kitchen', undefined],
      ['food', true],
      ['kind', true],
    ])
    expect(fieldStates(compiled, { food: false }).map(({ id, shown }) => [id, shown])).toEqual([
      ['fume', false],
      ['kitchen', false],
      ['food', true],
      ['kind', true],
    ])
  })
})

describe('both evaluators', () => {
  it.each<Answers>([
    { food: false, kitchen: true, fume: 5, kind: 'shop' },
    { food: true, kitchen: true, fume: 5, kind: 'stall' },
    { food: true, kitchen: true, fume: 5, kind: 'shop' },
    { food: true, kitchen: false, fume: 5, kind: 'shop' },
    { fume: 5 },
    {},
  ])('hide the same: %j', async (answers) => {
    const { decision, facts } = await decideByEngine(chain, answers)
    const ours = decide(compiled, answers, { unanswered: 'absent' })
    expect(decision.warnings).toEqual(ours.warnings)
    for (const field of ours.hidden) expect(facts[field]).toBeNull()
  })
})

describe('visibility that depends on itself', () => {
  const faults = (
    fields: BundleDocument['form']['fields'],
    conditions: BundleDocument['conditions'] = {},
  ): string[] => {
    try {
      parseDocument({ ...emptyDocument, form: formOf(fields), conditions })
      return []
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      return error.faults.map(({ keyword, pointer }) => `${keyword} ${pointer}`)
    }
  }

  it('is refused, directly, in a ring and through a named condition', () => {
    expect(faults({ a: { ...yesNo, showWhen: is('a', true) } })).toEqual([
      'visibility-cycle /form/fields/a/showWhen',
    ])
    expect(
      faults({ a: { ...yesNo, showWhen: is('b', true) }, b: { ...yesNo, showWhen: is('a', true) } }),
    ).toHaveLength(1)
    expect(
      faults({ a: { ...yesNo, showWhen: { condition: 'on' } } }, { on: { title, when: all(is('a', true)) } }),
    ).toEqual(['visibility-cycle /form/fields/a/showWhen'])
  })

  it('is no cycle where two questions hang on a third', () => {
    expect(
      faults({
        a: { ...yesNo, showWhen: is('c', true) },
        b: { ...yesNo, showWhen: all(is('c', true), is('a', true)) },
        c: yesNo,
      }),
    ).toEqual([])
  })
})
