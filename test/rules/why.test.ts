import { describe, expect, test } from 'vitest'
import { candidatesByField } from '../../rules/coverage/candidates.ts'
import { generateCases } from '../../rules/generate/generate.ts'
import { type CompiledBundle, compile, decide } from '../../rules/index.ts'
import { randomFrom } from '../../rules/random.ts'
import { nameOfTarget, type Target, targetsOf } from '../../rules/why/target.ts'
import { why } from '../../rules/why/why.ts'
import type { Answers, BundleDocument, Condition, Decision } from '../../schemas/index.ts'
import { bundles } from '../bundles/bundles.ts'
import { smallDocument } from '../support/documents.ts'

/** Whether the decision says what the target asks, read off the decision itself. */
function holds(decision: Decision, target: Target): boolean {
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id)
  switch (target.kind) {
    case 'eligible':
      return decision.eligibility !== 'rejected'
    case 'item':
      return has(decision.items, target.id)
    case 'material':
      return has(decision.materials, target.id)
    case 'department':
      return decision.tasks.some(({ department }) => department === target.id)
    case 'fee':
      return has(decision.fees, target.id)
    case 'estimate':
      return has(decision.estimates, target.id)
    case 'days':
      return decision.limit.days === target.days
    default: {
      const { rejections, referrals, warnings, notices } = decision
      return [rejections, referrals, warnings, notices].flat().some(({ rule }) => rule === target.id)
    }
  }
}

/** Whether a question appears that has no answer yet: then a change on its own promises nothing. */
function reveals(compiled: CompiledBundle, before: Answers, after: Answers): boolean {
  const [hidden, still] = [before, after].map(
    (answers) => decide(compiled, answers, { unanswered: 'absent' }).hidden,
  )
  return hidden?.some((id) => !still?.includes(id) && (after[id] ?? null) === null) ?? false
}

const restaurant = bundles().find(({ id }) => id === 'open-a-restaurant') ?? smallDocument()
const noodles = restaurant.scenarios[0]?.answers ?? {}
const asked = (document: BundleDocument, answers: Answers, target: Target) =>
  why(compile(document), answers, target, { unanswered: 'absent' })

const photo = { kind: 'material', id: 'photo' } as const
const asksForPhoto = (conditions: Condition): BundleDocument =>
  smallDocument({
    rules: [
      {
        id: 'photo',
        name: smallDocument().title,
        conditions,
        event: { type: 'require-material', params: { material: 'photo' } },
      },
    ],
  })

describe('the nearest change', () => {
  const sentences = (target: Target, answers: Answers = noodles) =>
    asked(restaurant, answers, target)?.nearest?.sentence

  test('is told as the side of a boundary, in both languages', () => {
    const smaller = { ...noodles, businessArea: 120 }
    expect(sentences({ kind: 'material', id: 'M06' }, smaller)).toEqual({
      'zh-CN':
        '若“经营场所使用面积”不超过 50 ㎡，则不需要材料“食品安全规章制度(自查、从业人员、进货查验、事故处置)”。',
      en: 'If “Usable area of the premises” is at most 50 ㎡, the document “Food safety rules (self-inspection, staff, purchase checks, incidents)” is not needed.',
    })
    expect(sentences({ kind: 'item', id: 'CY02' })?.['zh-CN']).toBe(
      '若“经营场所使用面积”超过 50 ㎡，则需要办理“食品经营许可(新办)”。',
    )
  })

  test('names the choice that would have to be another', () => {
    expect(sentences({ kind: 'material', id: 'M16' })?.['zh-CN']).toBe(
      '若“餐饮具消毒”为“集中消毒配送”，则需要材料“集中消毒餐饮具供应合同”。',
    )
    expect(sentences({ kind: 'department', id: 'YC' })?.en).toBe(
      'If “Will you sell cigarettes?” is “Yes”, the “County Tobacco Monopoly Bureau” takes part.',
    )
  })

  test('says what the limit would be', () => {
    expect(sentences({ kind: 'days', days: 7 })).toEqual({
      'zh-CN': '若“经营场所使用面积”超过 50 ㎡，则承诺 15 个工作日办结。',
      en: 'If “Usable area of the premises” is more than 50 ㎡, the promised time limit is 15 working days.',
    })
  })

  test('says how a refused application could be accepted', () => {
    const refused = { ...noodles, premises: 'residence' }
    expect(sentences({ kind: 'eligible' }, refused)?.en).toMatch(/^If .*, the application can be accepted\.$/)
    expect(asked(restaurant, refused, { kind: 'eligible' })?.state).toBe('fails')
  })

  test('changes several answers together where one is not enough', () => {
    const { nearest } = asked(restaurant, noodles, { kind: 'message', id: 'E6' }) ?? {}
    expect(nearest?.changes.map(({ field }) => field).sort()).toEqual(['floorNo', 'fuel'])
    expect(nearest?.sentence['zh-CN']).toBe(
      '若“所在楼层”超过 1 楼，且“燃料”为“醇基燃料”，则适用“醇基燃料场所楼层受限,须消防核查”。',
    )
  })

  test('is proved not to exist where every application needs the thing', () => {
    const answer = asked(restaurant, noodles, { kind: 'material', id: 'M01' })
    expect(answer).toMatchObject({ state: 'holds', nearest: null, search: 'impossible', because: [] })
    expect(answer?.searchSentence?.en).toBe('No answers change this outcome.')
  })

  test('is proved not to exist where no text could make a difference either', () => {
    const always = asksForPhoto({
      any: [{ all: [] }, { fact: 'signText', operator: 'equal', value: '米粉' }],
    })
    expect(asked(always, { hasSign: true }, photo)).toMatchObject({ state: 'holds', search: 'impossible' })
  })

  test('does not count on the answer to a question that it makes appear', () => {
    const whereBlank = asksForPhoto({
      all: [
        { fact: 'hasSign', operator: 'equal', value: true },
        { fact: 'signText', operator: 'isEmpty', value: true },
      ],
    })
    expect(asked(whereBlank, { hasSign: false }, photo)).toMatchObject({ state: 'fails', nearest: null })
    const whereSign = asksForPhoto({ all: [{ fact: 'hasSign', operator: 'equal', value: true }] })
    expect(asked(whereSign, { hasSign: false }, photo)?.nearest?.changes).toEqual([
      { field: 'hasSign', from: false, to: true },
    ])
  })

  test('waits for the questions the outcome still hangs on', () => {
    const answer = why(compile(restaurant), {}, { kind: 'item', id: 'CY02' })
    expect(answer).toMatchObject({ state: 'open', nearest: null, search: 'open' })
  })

  test('is not looked for where the bundle has no such thing', () => {
    expect(asked(restaurant, noodles, { kind: 'item', id: 'nothing' })).toBeUndefined()
  })

  test('never speaks of a private answer', () => {
    const { age, ...fields } = smallDocument().form.fields
    const secret = smallDocument({
      form: {
        ...smallDocument().form,
        fields: { ...fields, ...(age ? { age: { ...age, sensitive: true } } : {}) },
      },
    })
    const answer = asked(secret, { age: 17, area: 6, hasSign: false }, { kind: 'eligible' })
    expect(answer).toMatchObject({ state: 'fails', nearest: null, search: 'gave-up', notTried: ['age'] })
    expect(answer?.because.map(({ sentence }) => sentence.en)).toEqual(['“Age” is “given”'])
  })

  test('is a value, not a side, where more of it would undo the difference', () => {
    const { title } = smallDocument()
    const between = smallDocument({
      rules: [
        {
          id: 'medium',
          name: title,
          conditions: { all: [{ fact: 'area', operator: 'between', value: [10, 20] }] },
          event: { type: 'require-material', params: { material: 'photo' } },
        },
      ],
    })
    const target = { kind: 'material', id: 'photo' } as const
    expect(asked(between, { area: 5 }, target)?.nearest?.sentence['zh-CN']).toBe(
      '若“面积”为 10 ㎡，则需要材料“现场照片”。',
    )
    expect(asked(between, { area: 15 }, target)?.nearest?.sentence['zh-CN']).toBe(
      '若“面积”超过 20 ㎡，则不需要材料“现场照片”。',
    )
  })

  test('finds boundaries that only a formula knows', () => {
    const { title } = smallDocument()
    const doubled = smallDocument({
      facts: { doubled: { title, type: 'number' } },
      rules: [
        {
          id: 'double',
          name: title,
          conditions: { all: [] },
          event: { type: 'set-fact', params: { fact: 'doubled', value: { '*': [{ var: 'area' }, 2] } } },
        },
        {
          id: 'photo',
          name: title,
          conditions: { all: [{ fact: 'doubled', operator: 'greaterThan', value: 75 }] },
          event: { type: 'require-material', params: { material: 'photo' } },
        },
      ],
    })
    const answer = asked(doubled, { area: 6 }, { kind: 'material', id: 'photo' })
    expect(answer?.nearest?.changes).toEqual([{ field: 'area', from: 6, to: 37.51 }])
  })
})

describe('because', () => {
  test('names the answers that settle it and the rules that fire, with their sentences', () => {
    const answer = asked(restaurant, noodles, { kind: 'material', id: 'M15' })
    expect(answer?.because).toEqual([
      {
        field: 'openFire',
        sentence: { 'zh-CN': '“是否使用明火”为“是”', en: '“Do you cook with an open flame?” is “Yes”' },
      },
      { field: 'fuel', sentence: { 'zh-CN': '“燃料”为“管道燃气”', en: '“Fuel” is “Piped gas”' } },
    ])
    expect(answer?.rules.map(({ rule, outcome }) => [rule, outcome.state])).toEqual([
      ['require-M15', 'holds'],
    ])
  })

  test('of two reasons one is enough', () => {
    const answer = asked(
      restaurant,
      { ...noodles, inSealPeriod: true, premises: 'residence' },
      { kind: 'eligible' },
    )
    expect(answer?.state).toBe('fails')
    expect(answer?.because.length).toBe(1)
    expect(answer?.rules.map(({ rule }) => rule)).toEqual(['E2'])
  })
})

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))(
  'for applicants of %s',
  (_, bundle) => {
    const compiled = compile(bundle)
    const absent = { unanswered: 'absent' } as const
    const cases = [...generateCases(bundle, { cases: 12, seed: 5 })].map(({ answers }) => answers)
    const values = candidatesByField(bundle)
    const answered = cases.flatMap((answers) =>
      targetsOf(compiled).map((target) => ({
        answers,
        target,
        answer: why(compiled, answers, target, absent),
      })),
    )

    test('the change offered really turns the outcome round', () => {
      let changed = 0
      for (const { answers, target, answer } of answered) {
        expect(answer?.state === 'holds', nameOfTarget(target)).toBe(
          holds(decide(compiled, answers, absent), target),
        )
        if (!answer?.nearest) continue
        const after = {
          ...answers,
          ...Object.fromEntries(answer.nearest.changes.map(({ field, to }) => [field, to])),
        }
        expect(holds(decide(compiled, after, absent), target), nameOfTarget(target)).toBe(
          answer.state !== 'holds',
        )
        changed++
      }
      expect(changed).toBeGreaterThan(cases.length)
    })

    test('no change offered has an answer too many', () => {
      for (const { answers, target, answer } of answered) {
        for (const left of answer?.nearest?.changes ?? []) {
          const others = answer?.nearest?.changes.filter((one) => one !== left) ?? []
          const after = { ...answers, ...Object.fromEntries(others.map(({ field, to }) => [field, to])) }
          if (reveals(compiled, answers, after)) continue
          expect(holds(decide(compiled, after, absent), target), nameOfTarget(target)).toBe(
            answer?.state === 'holds',
          )
        }
      }
    })

    test('the answers named settle it, whatever the others are', () => {
      const random = randomFrom(11)
      for (const { answers, target, answer } of answered) {
        const kept = new Set(answer?.because.map(({ field }) => field))
        for (let count = 0; count < 5; count++) {
          const other = Object.fromEntries(
            Object.keys(bundle.form.fields).map((id) => [
              id,
              kept.has(id) ? answers[id] : random.pick(values.get(id) ?? []),
            ]),
          )
          expect(holds(decide(compiled, other, absent), target), nameOfTarget(target)).toBe(
            answer?.state === 'holds',
          )
        }
      }
    })
  },
)

describe('against trying everything', () => {
  /** Every single answer that could be another, numbers on a grid finer than any boundary. */
  function singleChanges(document: BundleDocument, answers: Answers): { field: string; to: unknown }[] {
    const compiled = compile(document)
    const hidden = new Set(decide(compiled, answers, { unanswered: 'absent' }).hidden)
    return Object.entries(document.form.fields).flatMap(([field, { schema, sensitive }]) => {
      if (hidden.has(field) || sensitive) return []
      const at = (values: readonly unknown[]) =>
        values.filter((to) => to !== answers[field]).map((to) => ({ field, to }))
      if (schema.type === 'boolean') return at([true, false])
      if (schema.type === 'string') return 'enum' in schema ? at(schema.enum) : []
      if (schema.type === 'number' || schema.type === 'integer')
        return at(
          Array.from({ length: 241 }, (_, step) => step / 2).filter(
            (to) => schema.type === 'number' || Number.isInteger(to),
          ),
        )
      return []
    })
  }

  test('one answer is offered wherever one is enough, and no nearer number would do', () => {
    const document = smallDocument()
    const compiled = compile(document)
    const absent = { unanswered: 'absent' } as const
    const random = randomFrom(2)
    for (let count = 0; count < 60; count++) {
      const answers = {
        age: random.between(10, 30),
        area: random.between(0, 240) / 2,
        hasSign: random.chance(0.5),
      }
      for (const target of targetsOf(compiled)) {
        const before = holds(decide(compiled, answers, absent), target)
        const turning = singleChanges(document, answers).filter(
          ({ field, to }) => holds(decide(compiled, { ...answers, [field]: to }, absent), target) !== before,
        )
        const { nearest } = asked(document, answers, target) ?? {}
        expect(nearest?.changes.length === 1, nameOfTarget(target)).toBe(turning.length > 0)
        const [change] = nearest?.changes ?? []
        if (typeof change?.from !== 'number' || typeof change.to !== 'number') continue
        const offered = Math.abs(change.to - change.from)
        const from = change.from
        for (const { field, to } of turning)
          if (field === change.field && typeof to === 'number')
            expect(Math.abs(to - from)).toBeGreaterThanOrEqual(offered)
      }
    }
  })

  test('where one is not enough, no one is', () => {
    const compiled = compile(restaurant)
    const absent = { unanswered: 'absent' } as const
    for (const { answers } of restaurant.scenarios) {
      for (const target of targetsOf(compiled)) {
        const { nearest } = asked(restaurant, answers, target) ?? {}
        if (!nearest || nearest.changes.length === 1) continue
        const before = holds(decide(compiled, answers, absent), target)
        for (const { field, to } of singleChanges(restaurant, answers)) {
          const after = { ...answers, [field]: to }
          if (reveals(compiled, answers, after)) continue
          expect(holds(decide(compiled, after, absent), target), `${nameOfTarget(target)} ${field}`).toBe(
            before,
          )
        }
      }
    }
  })
})
