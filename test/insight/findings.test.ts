import { describe, expect, it } from 'vitest'
import { check, codes, type FindingCode } from '../../rules/insight/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import {
  all,
  changed,
  choice,
  cleanDocument,
  is,
  limit,
  number,
  reject,
  require,
  rule,
  table,
  text,
  withFields,
} from './support/clean-document.ts'
import { isShown } from './support/shows.ts'

/** A document that has the finding, at its place, and one that is as like it as can be and has not. */
type Case = {
  readonly has: BundleDocument
  readonly place: string
  readonly hasNot: BundleDocument
  /** The finding is shown by an applicant. */
  readonly witnessed?: true
  readonly fixable?: true
  readonly today?: string
}

const add = (...rules: readonly BundleDocument['rules'][number][]): BundleDocument =>
  changed(({ rules: list }) => list.push(...rules))
const withTable = (one: BundleDocument['tables'][number]): BundleDocument =>
  changed((document) => {
    document.rules = document.rules.filter(({ id }) => id !== 'ten-days')
    document.tables = [one]
  })
const withForm = (document: BundleDocument, fields: Parameters<typeof withFields>[1]): BundleDocument =>
  withFields(document, fields)

const small = is('area', 'lessThanInclusive', 50)
const smaller = is('area', 'lessThan', 20)
const clean = cleanDocument()
const usesFood = (document: BundleDocument): BundleDocument =>
  withForm(document, { food: choice('经营项目', ['hot', 'cold']) })

const upTo = (value: number) => ({ operator: 'lessThanInclusive', value })
const over = (value: number) => ({ operator: 'greaterThan', value })

const cases: Readonly<Record<FindingCode, Case>> = {
  'never-true': {
    has: add(rule('never', all(small, is('area', 'greaterThan', 60)), reject('不可能'))),
    place: '/rules/never',
    hasNot: add(rule('never', all(small, is('area', 'greaterThan', 40)), reject('可能'))),
  },
  'always-true': {
    has: add(rule('always', all(is('area', 'greaterThanInclusive', 0)), reject('总是'))),
    place: '/rules/always',
    fixable: true,
    hasNot: add(rule('always', all(is('area', 'greaterThan', 0)), reject('总是'))),
  },
  duplicate: {
    has: add(rule('photo-again', { not: is('hasSign', 'notEqual', true) }, require('photo'))),
    place: '/rules/photo-again',
    witnessed: true,
    fixable: true,
    hasNot: add(rule('photo-again', { not: is('hasSign', 'notEqual', false) }, require('photo'))),
  },
  subsumed: {
    has: add(rule('photo-small', all(is('hasSign', 'equal', true), small), require('photo'))),
    place: '/rules/photo-small',
    witnessed: true,
    fixable: true,
    hasNot: add(rule('photo-small', all(small), require('photo'))),
  },
  'never-counts': {
    has: add(rule('small-days', all(small), limit(5))),
    place: '/rules/small-days',
    witnessed: true,
    hasNot: add(rule('small-days', all(small), limit(5), { priority: 2 })),
  },
  'contradictory-effects': {
    has: add(rule('small-days', all(small), limit(5))),
    place: '/rules/small-days',
    witnessed: true,
    hasNot: add(rule('small-days', all(small), limit(5), { priority: 2 })),
  },
  'idle-priority': {
    has: changed(({ rules }) => Object.assign(rules[1] ?? {}, { priority: 5 })),
    place: '/rules/permit/priority',
    fixable: true,
    hasNot: add(rule('small-days', all(small), limit(5), { priority: 2 })),
  },
  'unknown-choice': {
    has: usesFood(add(rule('food', all(is('food', 'in', ['hot', 'raw'])), require('photo')))),
    place: '/rules/food/conditions/all/0/value/1',
    hasNot: usesFood(add(rule('food', all(is('food', 'in', ['hot'])), require('photo')))),
  },
  'type-mismatch': {
    has: add(rule('text', all(is('area', 'equal', '5')), reject('5'))),
    place: '/rules/text/conditions/all/0/value',
    hasNot: add(rule('text', all(is('area', 'equal', 5)), reject('5'))),
  },
  'impossible-operator': {
    has: add(rule('list', all(is('hasSign', 'contains', true)), reject('含'))),
    place: '/rules/list/conditions/all/0/operator',
    hasNot: add(rule('list', all(is('hasSign', 'equal', true)), reject('含'))),
  },
  'compares-with-null': {
    has: withForm(add(rule('empty', all(is('helpers', 'equal', null)), reject('空'))), {
      helpers: number('帮工', { required: false }),
    }),
    place: '/rules/empty/conditions/all/0/value',
    fixable: true,
    hasNot: withForm(add(rule('empty', all(is('helpers', 'isPresent', false)), reject('空'))), {
      helpers: number('帮工', { required: false }),
    }),
  },
  overlap: {
    has: withTable(
      table(
        'days',
        'unique',
        ['area'],
        [
          [[upTo(50)], 5],
          [[{ operator: 'greaterThanInclusive', value: 50 }], 10],
        ],
      ),
    ),
    place: '/tables/days/rows/row2',
    witnessed: true,
    hasNot: withTable(
      table(
        'days',
        'unique',
        ['area'],
        [
          [[upTo(50)], 5],
          [[over(50)], 10],
        ],
      ),
    ),
  },
  gap: {
    has: withTable(
      table(
        'days',
        'first',
        ['area'],
        [
          [[{ operator: 'lessThan', value: 50 }], 5],
          [[over(50)], 10],
        ],
      ),
    ),
    place: '/tables/days',
    witnessed: true,
    hasNot: withTable(
      table(
        'days',
        'first',
        ['area'],
        [
          [[{ operator: 'lessThan', value: 50 }], 5],
          [[{ operator: 'greaterThanInclusive', value: 50 }], 10],
        ],
      ),
    ),
  },
  'unreachable-row': {
    has: withTable(
      table(
        'days',
        'first',
        ['area'],
        [
          [[upTo(50)], 5],
          [[{ operator: 'between', value: [10, 50] }], 7],
          [[null], 10],
        ],
      ),
    ),
    place: '/tables/days/rows/row2',
    witnessed: true,
    fixable: true,
    hasNot: withTable(
      table(
        'days',
        'first',
        ['area'],
        [
          [[upTo(50)], 5],
          [[{ operator: 'between', value: [10, 51] }], 7],
          [[null], 10],
        ],
      ),
    ),
  },
  'mergeable-rows': {
    has: withTable(
      table(
        'days',
        'first',
        ['area'],
        [
          [[upTo(50)], 5],
          [[{ operator: 'between', value: [50, 80] }], 5],
          [[null], 10],
        ],
      ),
    ),
    place: '/tables/days/rows/row2',
    fixable: true,
    hasNot: withTable(
      table(
        'days',
        'first',
        ['area'],
        [
          [[upTo(50)], 5],
          [[{ operator: 'between', value: [51, 80] }], 5],
          [[null], 10],
        ],
      ),
    ),
  },
  'idle-column': {
    has: withTable(
      table(
        'days',
        'first',
        ['area', 'hasSign'],
        [
          [[upTo(50), null], 5],
          [[null, null], 10],
        ],
      ),
    ),
    place: '/tables/days/columns/1',
    fixable: true,
    hasNot: withTable(
      table(
        'days',
        'first',
        ['area', 'hasSign'],
        [
          [[upTo(50), { operator: 'equal', value: true }], 5],
          [[null, null], 10],
        ],
      ),
    ),
  },
  'idle-question': {
    has: withForm(clean, { floor: number('楼层') }),
    place: '/form/fields/floor',
    hasNot: withForm(clean, { shopName: { schema: { type: 'string', maxLength: 20 }, title: text('店名') } }),
  },
  'never-shown': {
    has: withForm(clean, {
      shopName: {
        schema: { type: 'string', maxLength: 20 },
        title: text('店名'),
        showWhen: all(smaller, is('area', 'greaterThan', 30)),
      },
    }),
    place: '/form/fields/shopName/showWhen',
    hasNot: withForm(clean, {
      shopName: {
        schema: { type: 'string', maxLength: 20 },
        title: text('店名'),
        showWhen: all(smaller, is('area', 'greaterThan', 10)),
      },
    }),
  },
  'required-but-hidden': {
    has: withForm(clean, {
      signText: {
        schema: { type: 'string', maxLength: 20 },
        title: text('文字'),
        showWhen: is('hasSign', 'equal', true),
        requireWhen: small,
      },
    }),
    place: '/form/fields/signText/requireWhen',
    witnessed: true,
    hasNot: withForm(clean, {
      signText: {
        schema: { type: 'string', maxLength: 20 },
        title: text('文字'),
        showWhen: small,
        requireWhen: smaller,
      },
    }),
  },
  'empty-step': {
    has: changed(({ form }) => form.steps.push({ id: 'later', title: text('以后'), fields: [] })),
    place: '/form/steps/later',
    hasNot: clean,
  },
  'impossible-answer': {
    has: changed(({ form }) => Object.assign(form.fields.area?.schema ?? {}, { minimum: 10, maximum: 5 })),
    place: '/form/fields/area/schema',
    hasNot: clean,
  },
  'unasked-material': {
    has: add(rule('waive', all(), { type: 'waive-material', params: { material: 'photo' } })),
    place: '/materials/photo',
    hasNot: add(rule('waive', all(small), { type: 'waive-material', params: { material: 'photo' } })),
  },
  'material-without-basis': {
    has: changed(({ materials, rules }) => {
      delete materials.photo?.basis
      for (const one of rules) delete one.basis
    }),
    place: '/materials/photo',
    hasNot: changed(({ materials }) => delete materials.photo?.basis),
  },
  'catch-all-material': {
    has: changed(({ materials }) =>
      Object.assign(materials.photo ?? {}, { name: text('其他相关材料', 'Other relevant materials') }),
    ),
    place: '/materials/photo/name',
    hasNot: clean,
  },
  'unused-item': {
    has: changed(({ items }) => Object.assign(items, { sign: items.stall })),
    place: '/items/sign',
    hasNot: clean,
  },
  'unserved-item': {
    has: changed(({ rules }) => Object.assign(rules[3] ?? {}, { conditions: all(small) })),
    place: '/items/stall',
    witnessed: true,
    hasNot: clean,
  },
  'promise-over-legal': {
    has: changed(({ items }) => Object.assign(items.stall ?? {}, { promisedDays: 30 })),
    place: '/items/stall/promisedDays',
    hasNot: clean,
  },
  'item-over-limit': {
    has: changed(({ rules }) => Object.assign(rules[4] ?? {}, { event: limit(3) })),
    place: '/items/stall/promisedDays',
    witnessed: true,
    hasNot: clean,
  },
  'stages-over-limit': {
    has: changed((document) => {
      document.stages = [
        { stage: 1, title: text('一'), days: 8 },
        { stage: 2, title: text('二'), days: 4 },
      ]
    }),
    place: '/stages',
    witnessed: true,
    hasNot: changed((document) => {
      document.stages = [
        { stage: 1, title: text('一'), days: 8 },
        { stage: 2, title: text('二'), days: 2 },
      ]
    }),
  },
  'charge-without-basis': {
    has: changed((document) => {
      document.fees = { fee: { title: text('费'), unit: text('元') } }
      const charge = rule('fee', all(), { type: 'charge-fee', params: { fee: 'fee', amount: 5 } })
      delete charge.basis
      document.rules.push(charge)
    }),
    place: '/fees/fee',
    hasNot: changed((document) => {
      document.fees = { fee: { title: text('费'), unit: text('元') } }
      const charge = rule('fee', all(), { type: 'charge-fee', params: { fee: 'fee', amount: 0 } })
      delete charge.basis
      document.rules.push(charge)
    }),
  },
  'missing-translation': {
    has: changed(({ items }) => Object.assign(items.stall ?? {}, { name: { 'zh-CN': '占道许可' } })),
    place: '/items/stall/name',
    hasNot: clean,
  },
  'scenario-mismatch': {
    has: changed(({ scenarios }) => Object.assign(scenarios[0] ?? {}, { expect: { days: 9 } })),
    place: '/scenarios/有招牌/expect/days',
    witnessed: true,
    hasNot: clean,
  },
  'uncovered-rule': {
    has: changed(({ scenarios }) => scenarios.pop()),
    place: '/rules/too-large',
    hasNot: clean,
  },
  'unverified-parameter': {
    has: changed(({ parameters }) => delete parameters.largest?.verified),
    place: '/parameters/largest',
    hasNot: clean,
  },
  'expired-parameter': {
    has: changed(({ parameters }) => Object.assign(parameters.largest ?? {}, { validUntil: '2026-06-30' })),
    place: '/parameters/largest/validUntil',
    today: '2026-07-01',
    hasNot: changed(({ parameters }) =>
      Object.assign(parameters.largest ?? {}, { validUntil: '2026-07-01' }),
    ),
  },
  'unused-acceptance': {
    has: changed((document) => {
      document.accepted = [{ code: 'gap', place: '/tables/days', reason: '已无此表' }]
    }),
    place: '/accepted/0',
    hasNot: clean,
  },
  'not-analysed': {
    has: withForm(add(rule('wider', all(is('width', 'greaterThan', { fact: 'area' })), reject('宽'))), {
      width: number('宽'),
    }),
    place: '/rules/wider/conditions/all/0',
    hasNot: withForm(add(rule('wider', all(is('width', 'greaterThan', 5)), reject('宽'))), {
      width: number('宽'),
    }),
  },
}

it('has nothing to say about a document without faults', () => {
  expect(check(parseDocument(cleanDocument()), { today: '2026-07-01' })).toEqual([])
})

describe.each(Object.entries(cases))(
  '%s',
  (code, { has, place, hasNot, witnessed, fixable, today = '2026-07-01' }) => {
    const document = parseDocument(has)
    const found = check(document, { today }).filter((one) => one.code === code && one.place === place)

    it('is found where it is', () => {
      expect(found.map((one) => one.place)).toEqual([place])
    })

    it('is not found where it is not', () => {
      expect(check(parseDocument(hasNot), { today }).filter((one) => one.code === code)).toEqual([])
    })

    it('says so in both languages, with every gap filled in', () => {
      for (const { message } of found) {
        expect(message['zh-CN']).not.toMatch(/\{|undefined/)
        expect(message.en).not.toMatch(/\{|undefined/)
        expect(message.en).not.toBe(message['zh-CN'])
      }
    })

    it(witnessed ? 'is shown by its witness' : 'has no witness to be wrong about', () => {
      for (const finding of found) {
        expect(finding.witness !== undefined).toBe(witnessed === true)
        expect(isShown(document, finding)).toBe(true)
      }
    })

    it(fixable ? 'brings a fix' : 'leaves the fixing to a person', () => {
      for (const finding of found) expect(finding.fix !== undefined).toBe(fixable === true)
    })
  },
)

it('documents every code in both languages', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(codes).sort())
})
