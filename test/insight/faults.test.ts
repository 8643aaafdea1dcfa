import { describe, expect, it } from 'vitest'
import { check } from '../../rules/insight/index.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import {
  all,
  changed,
  choice,
  cleanDocument,
  is,
  number,
  reject,
  rule,
  table,
  text,
  withFields,
} from './support/clean-document.ts'

/** Drafts that parseDocument refuses: the editor checks them too. */
const drafts: Readonly<Record<string, readonly [place: string, draft: BundleDocument]>> = {
  'unknown-fact': [
    '/rules/too-large/conditions/all/0/value/fact',
    changed(({ parameters }) => delete parameters.largest),
  ],
  'dangling-reference': ['/rules/permit/event/params/item', changed(({ items }) => delete items.stall)],
  'empty-any': [
    '/rules/empty/conditions/any',
    changed(({ rules }) => rules.push(rule('empty', { any: [] }, reject('空')))),
  ],
  'null-comparison': [
    '/rules/null/conditions/all/0/value',
    changed(({ rules }) => rules.push(rule('null', all(is('area', 'greaterThan', null)), reject('空')))),
  ],
  'condition-cycle': [
    '/conditions/again',
    changed(({ conditions }) => {
      conditions.again = { title: text('再'), when: all({ condition: 'again' }) }
    }),
  ],
  'fact-cycle': [
    '/facts/size',
    changed(({ facts, rules }) => {
      facts.size = { title: text('大小'), type: 'number' }
      rules.push(
        rule('size', all(is('size', 'greaterThan', 1)), {
          type: 'set-fact',
          params: { fact: 'size', value: 2 },
        }),
      )
    }),
  ],
  'visibility-cycle': [
    '/form/fields/hasSign/showWhen',
    changed(({ form }) =>
      Object.assign(form.fields.hasSign ?? {}, { showWhen: is('hasSign', 'equal', true) }),
    ),
  ],
  patternSafety: [
    '/form/fields/code/schema/pattern',
    withFields(cleanDocument(), {
      code: { schema: { type: 'string', maxLength: 40, pattern: '^(a+)+$' }, title: text('编号') },
    }),
  ],
}

describe.each(Object.entries(drafts))('a draft with %s', (code, [place, draft]) => {
  const findings = check(draft)

  it('gets it as an error, at its place', () => {
    expect(
      findings.filter((one) => one.severity === 'error').map((one) => [one.code, one.place]),
    ).toContainEqual([code, place])
  })

  it('is told that the rest is analysed once that is corrected', () => {
    expect(findings.map((one) => [one.code, one.place])).toContainEqual(['not-analysed', ''])
  })
})

describe('a document that is too complex', () => {
  const names = Array.from({ length: 8 }, (_, index) => `n${index}`)
  const fields = Object.fromEntries(names.map((name) => [name, number(name)]))
  const rows = Array.from(
    { length: 200 },
    (_, row): readonly [{ operator: string; value: unknown }[], number] => {
      const low = (column: number): number => (row * 37 + column * 101 + ((row * column) % 7) * 53) % 500
      return [
        names.map((_, column) => ({ operator: 'between', value: [low(column), low(column) + 300] })),
        row,
      ]
    },
  )
  const document = withFields({ ...cleanDocument(), tables: [table('days', 'first', names, rows)] }, fields)

  it('is said to be, instead of being declared free of gaps', () => {
    const findings = check(document)
    expect(findings.map((one) => [one.code, one.place])).toContainEqual(['not-analysed', '/tables/days'])
  })
})

describe('accepted findings', () => {
  const idle = (accepted: BundleDocument['accepted']): BundleDocument => ({
    ...withFields(cleanDocument(), { floor: number('楼层'), kind: choice('类型', ['甲', '乙']) }),
    ...(accepted ? { accepted } : {}),
  })

  it('are still reported, with the reason, and only those', () => {
    const found = check(
      idle([{ code: 'idle-question', place: '/form/fields/floor', reason: '消防部门需要' }]),
    )
    expect(found.map(({ place, accepted }) => [place, accepted])).toEqual([
      ['/form/fields/floor', '消防部门需要'],
      ['/form/fields/kind', undefined],
    ])
  })

  it('stay accepted when rules change places', () => {
    const draft = changed((document) => {
      document.rules.push(rule('always', all(is('area', 'greaterThanInclusive', 0)), reject('总是')))
      document.accepted = [{ code: 'always-true', place: '/rules/always', reason: '待定' }]
      document.rules.reverse()
    })
    const found = check(draft).filter(({ code }) => code === 'always-true')
    expect(found.map(({ pointer, accepted }) => [pointer, accepted])).toEqual([['/rules/0', '待定']])
  })
})
