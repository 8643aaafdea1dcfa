import { describe, expect, it } from 'vitest'
import { compile, decide } from '../../rules/index.ts'
import { diff } from '../../rules/insight/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import {
  all,
  boolean,
  changed,
  choice,
  cleanDocument,
  is,
  limit,
  number,
  reject,
  rule,
  table,
  text,
  withFields,
} from './support/clean-document.ts'

const clean = cleanDocument()
const compare = (before: BundleDocument, after: BundleDocument) =>
  diff(parseDocument(before), parseDocument(after))
const sentences = (before: BundleDocument, after: BundleDocument): string[] =>
  compare(before, after).outcomes.flatMap(({ differences }) =>
    differences.map(({ sentence }) => sentence['zh-CN']),
  )

const withEntity = (maximum: number): BundleDocument => {
  const document = withFields(clean, {
    entity: choice('主体类型', ['个体工商户', '公司']),
    area: number('面积', { unit: text('㎡') }),
  })
  document.rules = [
    ...document.rules,
    rule(
      'small',
      all(is('entity', 'equal', '个体工商户'), is('area', 'lessThanInclusive', maximum)),
      limit(5),
      { priority: 2 },
    ),
  ]
  return document
}

describe('two versions that mean the same', () => {
  it('are the same for everyone, whatever is written differently', () => {
    const after = changed((document) => {
      document.rules.reverse()
      const large = document.rules.find(({ id }) => id === 'too-large')
      if (large)
        large.conditions = { not: { all: [is('area', 'lessThanInclusive', { fact: 'param.largest' })] } }
    })
    const { verdict, outcomes, changes, message } = compare(clean, after)
    expect(verdict).toBe('same')
    expect(outcomes).toEqual([])
    expect(message.en).toContain('every applicant')
    expect(changes.map(({ place, change }) => [place, change])).toEqual([
      ['/rules/too-large/conditions', 'changed'],
      ['/rules', 'moved'],
    ])
  })

  it('may say it in a table instead of rules', () => {
    const before = changed(({ rules }) => {
      rules.push(rule('small', all(is('area', 'lessThan', 20)), limit(5), { priority: 2 }))
    })
    const after = changed((document) => {
      document.rules = document.rules.filter(({ id }) => id !== 'ten-days')
      document.tables = [
        table(
          'days',
          'first',
          ['area'],
          [
            [[{ operator: 'lessThan', value: 20 }], 5],
            [[null], 10],
          ],
        ),
      ]
    })
    expect(compare(before, after).verdict).toBe('same')
  })

  it('may compare facts with each other, as long as both do', () => {
    const wider = (priority: number): BundleDocument => {
      const document = withFields(clean, { width: number('宽') })
      const condition = all(is('width', 'greaterThan', { fact: 'area' }))
      document.rules = [...document.rules, rule('wider', condition, reject('太宽'), { priority })]
      return document
    }
    expect(compare(wider(1), wider(2)).verdict).toBe('same')
  })
})

describe('two versions that differ', () => {
  it('name those who are decided differently, and nobody else', () => {
    expect(sentences(withEntity(50), withEntity(80))).toEqual([
      '“承诺时限”：仅“面积”大于 50 ㎡且不超过 80 ㎡且“主体类型”为“个体工商户”的申请人由 10 个工作日变为 5 个工作日。',
    ])
  })

  it('show an applicant whom both really decide differently', () => {
    const [before, after] = [withEntity(50), withEntity(80)]
    for (const { differences } of compare(before, after).outcomes)
      for (const { witness } of differences) {
        const days = (document: BundleDocument): number | null =>
          decide(compile(document), witness, { unanswered: 'absent' }).limit.days
        expect([days(before), days(after)]).toEqual([10, 5])
      }
  })

  it('count a change that concerns everyone as that', () => {
    const after = changed(({ rules }) => Object.assign(rules[4] ?? {}, { event: limit(8) }))
    expect(sentences(clean, after)).toEqual(['“承诺时限”：所有申请人由 10 个工作日变为 8 个工作日。'])
  })

  it('say which questions are asked of whom', () => {
    const [before, after] = [
      withFields(clean, { text: boolean('文字', { required: false }) }),
      withFields(clean, { text: boolean('文字', { showWhen: is('hasSign', 'equal', true) }) }),
    ]
    expect(sentences(before, after)).toEqual([
      '“文字”：仅“是否设招牌”为“否”的申请人由选填变为不询问。',
      '“文字”：仅“是否设招牌”为“是”的申请人由选填变为必填。',
    ])
  })

  it('are found by trying where they cannot be worked out, and say so', () => {
    const wider = (other: string): BundleDocument => {
      const document = withFields(clean, { width: number('宽'), depth: number('深') })
      document.rules = [
        ...document.rules,
        rule('wider', all(is('width', 'greaterThan', { fact: other })), reject('太宽')),
      ]
      return document
    }
    const { outcomes } = compare(wider('area'), wider('depth'))
    expect(outcomes.map(({ type, verdict }) => [type, verdict])).toContainEqual(['reject', 'differs'])
  })
})
