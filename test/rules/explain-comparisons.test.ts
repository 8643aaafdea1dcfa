import { describe, expect, test } from 'vitest'
import { operatorNames } from '../../rules/operators/resolve.ts'
import type { Answers, Comparison } from '../../schemas/index.ts'
import { because, both, rule } from './explain-document.ts'

type Case = readonly [answers: Answers, chinese: string, english: string]
const is = (fact: string, operator: string, value: unknown): Comparison => ({ fact, operator, value })

const limit = { fact: 'param.limit' }
const cases: Record<string, readonly [Comparison, ...Case[]]> = {
  equal: [
    is('place', 'equal', 'shop'),
    [{ place: 'shop' }, '“场所类型”为“门店”', '“Place” is “Shop”'],
    [{ place: 'stall' }, '“场所类型”为“摊位”，不是“门店”', '“Place” is “Stall”, not “Shop”'],
    [
      {},
      '“场所类型”是否为“门店”，尚未回答',
      '“Place” has not been answered yet, and it matters whether it is “Shop”',
    ],
  ],
  notEqual: [
    is('place', 'notEqual', 'shop'),
    [{ place: 'stall' }, '“场所类型”为“摊位”，不是“门店”', '“Place” is “Stall”, not “Shop”'],
    [{ place: 'shop' }, '“场所类型”为“门店”', '“Place” is “Shop”'],
  ],
  in: [
    is('place', 'in', ['shop', 'stall']),
    [{ place: 'stall' }, '“场所类型”为“摊位”', '“Place” is “Stall”'],
    [
      { place: 'online' },
      '“场所类型”为“网店”，不是“门店”或“摊位”',
      '“Place” is “Online shop”, not “Shop” or “Stall”',
    ],
    [
      {},
      '“场所类型”是否为“门店”或“摊位”，尚未回答',
      '“Place” has not been answered yet, and it matters whether it is “Shop” or “Stall”',
    ],
  ],
  notIn: [
    is('place', 'notIn', ['shop', 'stall']),
    [
      { place: 'online' },
      '“场所类型”为“网店”，不是“门店”或“摊位”',
      '“Place” is “Online shop”, not “Shop” or “Stall”',
    ],
    [{ place: 'stall' }, '“场所类型”为“摊位”', '“Place” is “Stall”'],
  ],
  contains: [
    is('sells', 'contains', 'raw'),
    [{ sells: ['hot', 'raw'] }, '“经营项目”包括“生食”', '“Food” includes “Raw food”'],
    [{ sells: ['hot'] }, '“经营项目”不包括“生食”', '“Food” does not include “Raw food”'],
    [
      {},
      '“经营项目”是否包括“生食”，尚未回答',
      '“Food” has not been answered yet, and it matters whether it includes “Raw food”',
    ],
  ],
  doesNotContain: [
    is('sells', 'doesNotContain', 'raw'),
    [{ sells: ['hot'] }, '“经营项目”不包括“生食”', '“Food” does not include “Raw food”'],
    [{ sells: ['raw'] }, '“经营项目”包括“生食”', '“Food” includes “Raw food”'],
  ],
  containsAny: [
    is('sells', 'containsAny', ['raw', 'cold']),
    [{ sells: ['raw'] }, '“经营项目”包括“生食”或“冷食”', '“Food” includes “Raw food” or “Cold food”'],
    [
      { sells: ['hot'] },
      '“经营项目”不包括“生食”或“冷食”中的任何一项',
      '“Food” includes none of these: “Raw food” or “Cold food”',
    ],
  ],
  containsAll: [
    is('sells', 'containsAll', ['raw', 'cold']),
    [
      { sells: ['raw', 'cold'] },
      '“经营项目”同时包括“生食”和“冷食”',
      '“Food” includes all of these: “Raw food” and “Cold food”',
    ],
    [
      { sells: ['raw'] },
      '“经营项目”没有同时包括“生食”和“冷食”',
      '“Food” does not include all of these: “Raw food” and “Cold food”',
    ],
  ],
  containsNone: [
    is('sells', 'containsNone', ['raw', 'cold']),
    [
      { sells: [] },
      '“经营项目”不包括“生食”或“冷食”中的任何一项',
      '“Food” includes none of these: “Raw food” or “Cold food”',
    ],
    [{ sells: ['raw'] }, '“经营项目”包括“生食”或“冷食”', '“Food” includes “Raw food” or “Cold food”'],
  ],
  lessThan: [
    is('area', 'lessThan', limit),
    [
      { area: 45.5 },
      '“使用面积”为 45.5 ㎡，低于 50 ㎡（面积上限）',
      '“Usable area” is 45.5 ㎡, which is less than 50 ㎡ (Largest area)',
    ],
    [
      { area: 50 },
      '“使用面积”为 50 ㎡，不低于 50 ㎡（面积上限）',
      '“Usable area” is 50 ㎡, which is not less than 50 ㎡ (Largest area)',
    ],
    [
      {},
      '“使用面积”是否低于 50 ㎡（面积上限），尚未回答',
      '“Usable area” has not been answered yet, and it matters whether it is less than 50 ㎡ (Largest area)',
    ],
  ],
  lessThanInclusive: [
    is('area', 'lessThanInclusive', limit),
    [
      { area: 45 },
      '“使用面积”为 45 ㎡，不超过 50 ㎡（面积上限）',
      '“Usable area” is 45 ㎡, which is not more than 50 ㎡ (Largest area)',
    ],
    [
      { area: 1320 },
      '“使用面积”为 1,320 ㎡，超过 50 ㎡（面积上限）',
      '“Usable area” is 1,320 ㎡, which is more than 50 ㎡ (Largest area)',
    ],
  ],
  greaterThan: [
    is('capital', 'greaterThan', 100),
    [
      { capital: 120 },
      '“注册资本”为 120 万元，超过 100 万元',
      '“Capital” is 120 × 10,000 yuan, which is more than 100 × 10,000 yuan',
    ],
    [
      { capital: 100 },
      '“注册资本”为 100 万元，不超过 100 万元',
      '“Capital” is 100 × 10,000 yuan, which is not more than 100 × 10,000 yuan',
    ],
  ],
  greaterThanInclusive: [
    is('area', 'greaterThanInclusive', 50),
    [
      { area: 50 },
      '“使用面积”为 50 ㎡，不低于 50 ㎡',
      '“Usable area” is 50 ㎡, which is not less than 50 ㎡',
    ],
    [{ area: 49 }, '“使用面积”为 49 ㎡，低于 50 ㎡', '“Usable area” is 49 ㎡, which is less than 50 ㎡'],
  ],
  between: [
    is('area', 'between', [30, 50]),
    [
      { area: 50 },
      '“使用面积”为 50 ㎡，在 30 ㎡至 50 ㎡之间',
      '“Usable area” is 50 ㎡, which is within 30 ㎡ to 50 ㎡',
    ],
    [
      { area: 51 },
      '“使用面积”为 51 ㎡，不在 30 ㎡至 50 ㎡之间',
      '“Usable area” is 51 ㎡, which is not within 30 ㎡ to 50 ㎡',
    ],
  ],
  dateBefore: [
    is('opens', 'dateBefore', '2026-01-01'),
    [
      { opens: '2025-12-31' },
      '“开业日期”为2025年12月31日，早于2026年1月1日',
      '“Opening date” is 31 December 2025, which is before 1 January 2026',
    ],
    [
      { opens: '2026-01-01' },
      '“开业日期”为2026年1月1日，不早于2026年1月1日',
      '“Opening date” is 1 January 2026, which is not before 1 January 2026',
    ],
  ],
  dateOnOrBefore: [
    is('opens', 'dateOnOrBefore', '2026-01-01'),
    [
      { opens: '2026-01-01' },
      '“开业日期”为2026年1月1日，不晚于2026年1月1日',
      '“Opening date” is 1 January 2026, which is not after 1 January 2026',
    ],
    [
      { opens: '2026-01-02' },
      '“开业日期”为2026年1月2日，晚于2026年1月1日',
      '“Opening date” is 2 January 2026, which is after 1 January 2026',
    ],
  ],
  dateAfter: [
    is('opens', 'dateAfter', { fact: 'closes' }),
    [
      { opens: '2026-01-02', closes: '2026-01-01' },
      '“开业日期”为2026年1月2日，晚于2026年1月1日（停业日期）',
      '“Opening date” is 2 January 2026, which is after 1 January 2026 (Closing date)',
    ],
    [
      { opens: '2026-01-01', closes: '2026-01-01' },
      '“开业日期”为2026年1月1日，不晚于2026年1月1日（停业日期）',
      '“Opening date” is 1 January 2026, which is not after 1 January 2026 (Closing date)',
    ],
    [{ opens: '2026-01-01' }, '“停业日期”尚未回答', '“Closing date” has not been answered yet'],
  ],
  dateOnOrAfter: [
    is('opens', 'dateOnOrAfter', '2026-01-01'),
    [
      { opens: '2026-01-01' },
      '“开业日期”为2026年1月1日，不早于2026年1月1日',
      '“Opening date” is 1 January 2026, which is not before 1 January 2026',
    ],
    [
      { opens: '2025-01-01' },
      '“开业日期”为2025年1月1日，早于2026年1月1日',
      '“Opening date” is 1 January 2025, which is before 1 January 2026',
    ],
  ],
  dateBetween: [
    is('opens', 'dateBetween', ['2026-01-01', '2026-06-30']),
    [
      { opens: '2026-03-01' },
      '“开业日期”为2026年3月1日，在2026年1月1日至2026年6月30日之间',
      '“Opening date” is 1 March 2026, which is within 1 January 2026 to 30 June 2026',
    ],
    [
      { opens: '2026-07-01' },
      '“开业日期”为2026年7月1日，不在2026年1月1日至2026年6月30日之间',
      '“Opening date” is 1 July 2026, which is not within 1 January 2026 to 30 June 2026',
    ],
  ],
  isEmpty: [
    is('remark', 'isEmpty', true),
    [{ remark: null }, '“备注”未填写或不适用', '“Remark” is not given or not applicable'],
    [{ remark: '加急' }, '“备注”已填写', '“Remark” is given'],
    [{}, '“备注”尚未回答', '“Remark” has not been answered yet'],
  ],
  isPresent: [
    is('remark', 'isPresent', true),
    [{ remark: '加急' }, '“备注”已填写', '“Remark” is given'],
    [{ remark: null }, '“备注”未填写或不适用', '“Remark” is not given or not applicable'],
  ],
  regionWithin: [
    is('township', 'regionWithin', '430321'),
    [
      { township: '430321100' },
      '“所属乡镇”为“易俗河镇”，属于“430321”',
      '“Township” is “Yisuhe”, which is in “430321”',
    ],
    [
      { township: '430302001' },
      '“所属乡镇”为“雨湖路街道”，不属于“430321”',
      '“Township” is “Yuhulu”, which is not in “430321”',
    ],
  ],
}

describe('each operator reads naturally in both languages', () => {
  test.each(Object.entries(cases))('%s', (_, [condition, ...expected]) => {
    for (const [answers, ...sentences] of expected) expect(because(condition, answers)).toEqual([sentences])
  })

  test('and none is left out', () => {
    expect(Object.keys(cases).toSorted()).toEqual(operatorNames.toSorted())
  })
})

test('yes-or-no questions say what was answered, whichever answer the rule waits for', () => {
  const yes = [['“是否已有营业执照”为“是”', '“Do you have a licence?” was answered “Yes”']]
  const no = [['“是否已有营业执照”为“否”', '“Do you have a licence?” was answered “No”']]
  expect(because(is('licensed', 'equal', true), { licensed: true })).toEqual(yes)
  expect(because(is('licensed', 'equal', false), { licensed: true })).toEqual(yes)
  expect(because(is('licensed', 'notEqual', true), { licensed: false })).toEqual(no)
  expect(because(is('licensed', 'equal', true), {})).toEqual([
    ['“是否已有营业执照”尚未回答', '“Do you have a licence?” has not been answered yet'],
  ])
})

test('`isEmpty` and `isPresent` against false read as plainly', () => {
  expect(because(is('remark', 'isEmpty', false), { remark: '加急' })).toEqual([
    ['“备注”已填写', '“Remark” is given'],
  ])
  expect(because(is('remark', 'isPresent', false), { remark: null })).toEqual([
    ['“备注”未填写或不适用', '“Remark” is not given or not applicable'],
  ])
})

test('a comparison with another answer names it', () => {
  const compare = (operator: string, answers: Answers) =>
    because(is('area', operator, { fact: 'storage' }), answers)
  expect(compare('lessThan', { area: 3, storage: 4 })).toEqual([
    [
      '“使用面积”为 3 ㎡，低于 4 ㎡（库房面积）',
      '“Usable area” is 3 ㎡, which is less than 4 ㎡ (Storage area)',
    ],
  ])
  expect(compare('equal', { area: 4, storage: 4 })).toEqual([
    ['“使用面积”为 4 ㎡，与 4 ㎡（库房面积）相同', '“Usable area” is 4 ㎡, the same as 4 ㎡ (Storage area)'],
  ])
  expect(compare('lessThan', { area: 3, storage: null })).toEqual([
    ['“库房面积”未填写或不适用', '“Storage area” is not given or not applicable'],
  ])
  expect(compare('lessThan', {})).toEqual([
    [
      '“使用面积”是否低于“库房面积”，尚未回答',
      '“Usable area” has not been answered yet, and it matters whether it is less than “Storage area”',
    ],
  ])
})

test('a part of a group is named with its group', () => {
  const ofAge: Comparison = { fact: 'owner', path: 'age', operator: 'lessThan', value: 18 }
  expect(because(ofAge, { owner: { age: 17 } })).toEqual([
    ['“经营者”中的“年龄”为 17，低于 18', '“Age” of “Owner” is 17, which is less than 18'],
  ])
})

test('decorators: `not:` turns a sentence round, the others get a general one', () => {
  expect(because(is('sells', 'not:contains', 'raw'), { sells: ['hot'] })).toEqual([
    ['“经营项目”不包括“生食”', '“Food” does not include “Raw food”'],
  ])
  expect(because(is('sells', 'not:not:contains', 'raw'), { sells: ['raw'] })).toEqual([
    ['“经营项目”包括“生食”', '“Food” includes “Raw food”'],
  ])
  expect(because(is('sells', 'someFact:equal', 'raw'), { sells: ['hot', 'cold'] })).toEqual([
    [
      '“经营项目”为“热食”和“冷食”，不符合与“生食”比较的要求',
      '“Food” is “Hot food” and “Cold food”, which does not meet the comparison with “Raw food”',
    ],
  ])
})

describe('what is sensitive is never shown', () => {
  const number = '13800138000'
  test.each([
    [is('mobile', 'equal', number), { mobile: number }],
    [is('mobile', 'notEqual', number), { mobile: number }],
    [is('mobile', 'in', [number]), { mobile: number }],
    [is('mobile', 'someFact:equal', number), { mobile: [number] }],
    [is('remark', 'equal', { fact: 'mobile' }), { mobile: number, remark: number }],
    [is('remark', 'notEqual', { fact: 'mobile' }), { mobile: number }],
    [{ fact: 'owner', path: 'phone', operator: 'equal', value: number }, { owner: { phone: number } }],
    [is('owner', 'someFact:equal', 1), { owner: { phone: number } }],
    [is('owner', 'someFact:equal', 1), { owner: [{ phone: number }] }],
  ])('%o', (condition, answers) => {
    expect(JSON.stringify(because(condition, answers))).not.toContain(number)
  })

  test('but it says that something was given', () => {
    expect(because(is('mobile', 'equal', number), { mobile: number })).toEqual([
      ['“手机号码”已填写，符合这一条件', '“Mobile number” is given and meets this condition'],
    ])
  })

  test('nor is what a derived fact works out from it', () => {
    const changes = {
      facts: { doubled: { title: both('加倍', 'Doubled'), type: 'number' as const } },
      rules: [
        rule(
          'doubles',
          { all: [] },
          { type: 'set-fact', params: { fact: 'doubled', value: { '*': [{ var: 'points' }, 2] } } },
        ),
      ],
    }
    const reasons = because(is('doubled', 'greaterThan', 10), { points: 321 }, changes)
    expect(JSON.stringify(reasons)).not.toMatch(/321|642/)
  })
})

test('answers that no form would send neither break nor distort a sentence', () => {
  const unusable = [
    ['“使用面积”填写的内容无法按规则比较', '“Usable area” holds something the rule cannot compare'],
  ]
  for (const area of ['12abc', [1], {}, true])
    expect(because(is('area', 'lessThan', 5), { area })).toEqual(unusable)
  const [[long = ''] = []] = because(is('remark', 'equal', 'x'), { remark: 'y'.repeat(1_000_000) })
  expect(long.length).toBeLessThan(200)
})
