import { describe, expect, test } from 'vitest'
import { explain } from '../../rules/index.ts'
import type { Answers, BundleDocument, Condition, Effect } from '../../schemas/index.ts'
import { both, explained, needsPermit, needsPhoto, rule, shop } from './explain-document.ts'

const licensed: Condition = { all: [{ fact: 'licensed', operator: 'equal', value: true }] }
const always: Condition = { all: [] }
const yes: Answers = { licensed: true }
const no: Answers = { licensed: false }

/** What is said of a rule with `effect` that holds, fails, is open, and always holds. */
function sentences(effect: Effect): readonly (readonly (string | undefined)[])[] {
  const conditional = shop({ rules: [rule('one', licensed, effect)] })
  const unconditional = shop({ rules: [rule('one', always, effect)] })
  const said = [yes, no, {}].map((answers) => explained(conditional, answers, 'one'))
  return [...said, explained(unconditional, {}, 'one')].map(({ sentence }) => [
    sentence['zh-CN'],
    sentence.en,
  ])
}

const message = both('须先取得批准。', 'An approval is needed first.')
const reasonYes = '“是否已有营业执照”为“是”'
const reasonNo = '“是否已有营业执照”为“否”'
const reasonOpen = '“是否已有营业执照”尚未回答'

const chinese: readonly (readonly [effect: Effect, ...sentences: string[]])[] = [
  [
    { type: 'reject', params: { message } },
    `不予受理：须先取得批准。原因：${reasonYes}。`,
    `不会以“须先取得批准”为由不予受理，因为${reasonNo}。`,
    `是否以“须先取得批准”为由不予受理，还不能确定：${reasonOpen}。`,
    '不予受理：须先取得批准。所有申请都是如此。',
  ],
  [
    { type: 'refer', params: { message } },
    `转人工研判：须先取得批准。原因：${reasonYes}。`,
    `不会以“须先取得批准”为由转人工研判，因为${reasonNo}。`,
    `是否以“须先取得批准”为由转人工研判，还不能确定：${reasonOpen}。`,
    '转人工研判：须先取得批准。所有申请都是如此。',
  ],
  [
    { type: 'refer', params: { message, department: 'CG' } },
    `转“县城管局”人工研判：须先取得批准。原因：${reasonYes}。`,
    `不会以“须先取得批准”为由转“县城管局”人工研判，因为${reasonNo}。`,
    `是否以“须先取得批准”为由转“县城管局”人工研判，还不能确定：${reasonOpen}。`,
    '转“县城管局”人工研判：须先取得批准。所有申请都是如此。',
  ],
  [
    { type: 'warn', params: { message } },
    `请注意：须先取得批准。原因：${reasonYes}。`,
    `提醒“须先取得批准”与本次申请无关，因为${reasonNo}。`,
    `提醒“须先取得批准”是否与本次申请有关，还不能确定：${reasonOpen}。`,
    '请注意：须先取得批准。所有申请都是如此。',
  ],
  [
    { type: 'inform', params: { message } },
    `告知：须先取得批准。原因：${reasonYes}。`,
    `告知事项“须先取得批准”与本次申请无关，因为${reasonNo}。`,
    `告知事项“须先取得批准”是否与本次申请有关，还不能确定：${reasonOpen}。`,
    '告知：须先取得批准。所有申请都是如此。',
  ],
  [
    needsPermit,
    `需要办理“经营许可”，因为${reasonYes}。`,
    `不需要办理“经营许可”，因为${reasonNo}。`,
    `是否需要办理“经营许可”，还不能确定：${reasonOpen}。`,
    '所有申请都需要办理“经营许可”。',
  ],
  [
    needsPhoto,
    `需要材料“现场照片”，因为${reasonYes}。`,
    `不需要材料“现场照片”，因为${reasonNo}。`,
    `是否需要材料“现场照片”，还不能确定：${reasonOpen}。`,
    '所有申请都需要材料“现场照片”。',
  ],
  [
    { type: 'waive-material', params: { material: 'photo' } },
    `免交材料“现场照片”，因为${reasonYes}。`,
    `材料“现场照片”不能免交，因为${reasonNo}。`,
    `材料“现场照片”能否免交，还不能确定：${reasonOpen}。`,
    '所有申请都免交材料“现场照片”。',
  ],
  [
    {
      type: 'route-task',
      params: { department: 'CG', level: '4', stage: 2, mode: both('并联', 'In parallel') },
    },
    `由“县城管局”办理（第 2 阶段，并联），因为${reasonYes}。`,
    `不由“县城管局”办理，因为${reasonNo}。`,
    `是否由“县城管局”办理，还不能确定：${reasonOpen}。`,
    '所有申请都由“县城管局”办理（第 2 阶段，并联）。',
  ],
  [
    { type: 'set-limit', params: { days: 7 } },
    `承诺 7 个工作日办结，因为${reasonYes}。`,
    `不按这一条承诺 7 个工作日办结，因为${reasonNo}。`,
    `是否按这一条承诺 7 个工作日办结，还不能确定：${reasonOpen}。`,
    '所有申请都承诺 7 个工作日办结。',
  ],
  [
    { type: 'charge-fee', params: { fee: 'tax', amount: 1.5 } },
    `“契税税率”为 1.5%，因为${reasonYes}。`,
    `“契税税率”不适用这一条（1.5%），因为${reasonNo}。`,
    `“契税税率”是否适用这一条（1.5%），还不能确定：${reasonOpen}。`,
    '“契税税率”为 1.5%，所有申请都是如此。',
  ],
  [
    {
      type: 'charge-fee',
      params: { fee: 'charge', amount: null, text: both('按规定另计。', 'Charged apart.') },
    },
    `“登记费”为“按规定另计”，因为${reasonYes}。`,
    `“登记费”不适用这一条（“按规定另计”），因为${reasonNo}。`,
    `“登记费”是否适用这一条（“按规定另计”），还不能确定：${reasonOpen}。`,
    '“登记费”为“按规定另计”，所有申请都是如此。',
  ],
  [
    { type: 'estimate', params: { estimate: 'rent', amount: { '*': [{ var: 'param.wage' }, 0.2] } } },
    `“月租金”测算为 1,400 元/月，因为${reasonYes}。`,
    `“月租金”不适用这一条测算（按公式计算），因为${reasonNo}。`,
    `“月租金”是否适用这一条测算（按公式计算），还不能确定：${reasonOpen}。`,
    '“月租金”测算为 1,400 元/月，所有申请都是如此。',
  ],
]

describe('each effect has a sentence for what holds, fails, is open, and always holds', () => {
  for (const [effect, ...expected] of chinese) {
    test(JSON.stringify(effect), () => {
      expect(sentences(effect).map(([sentence]) => sentence)).toEqual(expected)
    })
  }
})

test('the same in English', () => {
  const limit = (days: number): Effect => ({ type: 'set-limit', params: { days } })
  expect(sentences(limit(1)).map(([, english]) => english)).toEqual([
    'The promised time limit is 1 working day because “Do you have a licence?” was answered “Yes”.',
    'This rule does not promise 1 working day because “Do you have a licence?” was answered “No”.',
    'It is not certain yet whether this rule promises 1 working day: “Do you have a licence?” has not been answered yet.',
    'The promised time limit is 1 working day for every application.',
  ])
  expect(sentences({ type: 'refer', params: { message, department: 'CG' } })[0]?.[1]).toBe(
    'The “Urban Bureau” has to look at the application: An approval is needed first. Reason: “Do you have a licence?” was answered “Yes”.',
  )
  expect(sentences({ type: 'charge-fee', params: { fee: 'tax', amount: 4 } })[1]?.[1]).toBe(
    'For “Deed tax rate” this rule (4%) does not apply because “Do you have a licence?” was answered “No”.',
  )
})

describe('where another rule counts for the same thing, no rule says what is not so', () => {
  const isShop: Condition = { all: [{ fact: 'place', operator: 'equal', value: 'shop' }] }

  test('a material that another rule requires', () => {
    const compiled = shop({ rules: [rule('one', licensed, needsPhoto), rule('other', isShop, needsPhoto)] })
    const { sentence, outcome } = explained(compiled, { ...no, place: 'shop' }, 'one')
    expect(outcome.state).toBe('fails')
    expect(sentence).toEqual({
      'zh-CN': `“现场照片”以另一条规则为准；这一条不成立，因为${reasonNo}。`,
      en: '“Photograph” is settled by another rule; this one does not apply because “Do you have a licence?” was answered “No”.',
    })
    expect(explained(compiled, { ...no, place: 'stall' }, 'one').sentence['zh-CN']).toBe(
      `不需要材料“现场照片”，因为${reasonNo}。`,
    )
    // Whether the other rule requires it is open, so that "not needed" would be too much to say.
    expect(explained(compiled, no, 'one').sentence['zh-CN']).toBe(
      `“现场照片”以另一条规则为准；这一条不成立，因为${reasonNo}。`,
    )
    expect(explained(compiled, { place: 'shop' }, 'one').sentence['zh-CN']).toBe(
      `“现场照片”以另一条规则为准；这一条还不能确定：${reasonOpen}。`,
    )
  })

  test('a material that is waived', () => {
    const waive: Effect = { type: 'waive-material', params: { material: 'photo' } }
    const compiled = shop({ rules: [rule('one', always, needsPhoto), rule('waiver', licensed, waive)] })
    expect(explained(compiled, yes, 'one').sentence['zh-CN']).toBe(
      '“现场照片”以另一条规则为准；这一条对所有申请都成立。',
    )
    expect(explained(compiled, yes, 'waiver').sentence['zh-CN']).toBe(
      `免交材料“现场照片”，因为${reasonYes}。`,
    )
    expect(explained(compiled, no, 'one').sentence['zh-CN']).toBe('所有申请都需要材料“现场照片”。')
  })

  test('a limit that comes after one that counts first', () => {
    const limit = (days: number): Effect => ({ type: 'set-limit', params: { days } })
    const compiled = shop({
      rules: [rule('late', always, limit(15)), { ...rule('first', licensed, limit(7)), priority: 9 }],
    })
    expect(explained(compiled, yes, 'late').sentence['zh-CN']).toBe(
      '“承诺时限”以另一条规则为准；这一条对所有申请都成立。',
    )
    expect(explained(compiled, no, 'late').sentence['zh-CN']).toBe('所有申请都承诺 15 个工作日办结。')
  })
})

describe('which comparisons are given', () => {
  const is = (fact: string, value: unknown): Condition => ({ fact, operator: 'equal', value })
  const facts = (conditions: Condition, answers: Answers) => {
    const { outcome, because } = explained(
      shop({ rules: [rule('one', conditions, needsPhoto)] }),
      answers,
      'one',
    )
    return [outcome.state, ...because.map(({ fact }) => fact)]
  }
  const both2 = { all: [is('area', 1), is('storage', 1)] }

  test('of `all` that holds, each; of one that fails, those that fail', () => {
    expect(facts({ all: [is('place', 'shop'), both2] }, { place: 'shop', area: 1, storage: 1 })).toEqual([
      'holds',
      'place',
      'area',
      'storage',
    ])
    expect(facts({ all: [is('place', 'shop'), both2] }, { place: 'shop', area: 1, storage: 2 })).toEqual([
      'fails',
      'storage',
    ])
  })

  test('of `any`, the child that takes the fewest', () => {
    const conditions = { any: [both2, is('place', 'shop')] }
    expect(facts(conditions, { place: 'shop', area: 1, storage: 1 })).toEqual(['holds', 'place'])
    expect(facts(conditions, { place: 'stall', area: 2, storage: 2 })).toEqual(['fails', 'place'])
  })

  test('of an `any` that fails, several children that take as few, unless they are about the same fact', () => {
    const conditions = { any: [is('area', 1), is('area', 2), is('storage', 1)] }
    expect(facts(conditions, { area: 3, storage: 3 })).toEqual(['fails', 'area', 'storage'])
    expect(facts(conditions, { area: 1, storage: 1 })).toEqual(['holds', 'area'])
  })

  test('`not` turns that round', () => {
    const conditions = { not: { any: [is('area', 1), is('storage', 1)] } }
    expect(facts(conditions, { area: 2, storage: 2 })).toEqual(['holds', 'area', 'storage'])
    expect(facts(conditions, { area: 1, storage: 2 })).toEqual(['fails', 'area'])
    expect(
      facts({ not: { all: [both2, is('place', 'shop')] } }, { place: 'shop', area: 1, storage: 1 }),
    ).toEqual(['fails', 'place'])
  })

  test('of what is open, the open ones', () => {
    expect(facts({ all: [is('place', 'shop'), both2] }, { place: 'shop', area: 1 })).toEqual([
      'open',
      'storage',
    ])
  })

  test('none twice, and conditions that can never be met say so', () => {
    expect(facts({ all: [is('area', 1), { any: [is('area', 1)] }] }, { area: 1 })).toEqual(['holds', 'area'])
    const { because, sentence } = explained(
      shop({ rules: [rule('one', { not: always }, needsPhoto)] }),
      {},
      'one',
    )
    expect(because.map(({ holds }) => holds)).toEqual([false])
    expect(sentence['zh-CN']).toBe('不需要材料“现场照片”，因为这一条的条件不会成立。')
  })
})

describe('tables', () => {
  const table = (hitPolicy: 'first' | 'unique' | 'collect'): BundleDocument['tables'][number] => ({
    id: 'days',
    name: both('时限表', 'Limits'),
    hitPolicy,
    columns: [{ fact: 'area' }, { fact: 'licensed' }],
    event: { type: 'set-limit', params: {} },
    basis: '某办法第九条',
    rows: [
      {
        id: 'small',
        cells: [{ operator: 'lessThan', value: 50 }, null],
        params: { days: 3 },
        basis: '某办法第十条',
        verified: { by: '县城管局', on: '2026-01-05' },
      },
      { id: 'licensed', cells: [null, { operator: 'equal', value: true }], params: { days: 5 } },
      { id: 'rest', cells: [null, null], params: { days: 9 } },
    ],
  })
  const first = shop({ tables: [table('first')] })
  const say = (answers: Answers, row: string) => explained(first, answers, `days/${row}`).sentence['zh-CN']

  test('`first`: a row gives its own reasons where it holds', () => {
    expect(say({ area: 60, ...yes }, 'licensed')).toBe(`承诺 5 个工作日办结，因为${reasonYes}。`)
  })

  test('`first`: a row without conditions gives those of the rows before it', () => {
    expect(say({ area: 60, ...no }, 'rest')).toBe(
      `承诺 9 个工作日办结，因为“使用面积”为 60 ㎡，不低于 50 ㎡；${reasonNo}。`,
    )
  })

  test('`first`: a row that fails by itself says why; one that would hold names the earlier row', () => {
    expect(say({ area: 45, ...no }, 'licensed')).toBe(`不按这一条承诺 5 个工作日办结，因为${reasonNo}。`)
    expect(say({ area: 45, ...yes }, 'licensed')).toBe(
      '不按这一条承诺 5 个工作日办结，因为决策表“时限表”中更靠前的一行已经成立；“使用面积”为 45 ㎡，低于 50 ㎡。',
    )
    expect(say({ area: 45 }, 'licensed')).toContain('更靠前的一行已经成立')
  })

  test('`first`: a row waits for the rows before it', () => {
    expect(say(yes, 'licensed')).toBe(
      '是否按这一条承诺 5 个工作日办结，还不能确定：“使用面积”是否低于 50 ㎡，尚未回答。',
    )
  })

  test('`unique`: rows that hold together do not count, and say that a person has to decide', () => {
    const { outcome, sentence } = explained(
      shop({ tables: [table('unique')] }),
      { area: 45, ...no },
      'days/small',
    )
    expect(outcome.state).toBe('fails')
    expect(sentence['zh-CN']).toBe(
      '不按这一条承诺 3 个工作日办结，因为决策表“时限表”有多行可能同时成立，须人工研判；“使用面积”为 45 ㎡，低于 50 ㎡。',
    )
  })

  test('a row stands on its own basis and verification, else on its table’s', () => {
    expect(explained(first, {}, 'days/small')).toMatchObject({ basis: '某办法第十条', verified: true })
    expect(explained(first, {}, 'days/rest')).toMatchObject({ basis: '某办法第九条', verified: false })
  })
})

test('a rule without a basis stands on that of the thing it is about; one with its own keeps it', () => {
  const own = {
    ...rule('own', always, needsPermit),
    basis: '某法第一条',
    verified: { by: '县局', on: '2026-01-05' },
  }
  const compiled = shop({
    rules: [rule('none', always, needsPermit), own, rule('photo', always, needsPhoto)],
  })
  expect(explained(compiled, {}, 'none')).toMatchObject({ basis: '某条例第三条', verified: false })
  expect(explained(compiled, {}, 'own')).toMatchObject({ basis: '某法第一条', verified: true })
  expect(explained(compiled, {}, 'photo')).not.toHaveProperty('basis')
})

test('disabled rules and rules that set a fact are not explained', () => {
  const compiled = shop({
    facts: { big: { title: both('是否大店', 'Is it big'), type: 'boolean' } },
    rules: [
      { ...rule('off', always, needsPhoto), disabled: true },
      rule('set', always, { type: 'set-fact', params: { fact: 'big', value: true } }),
    ],
  })
  expect(explain(compiled, {})).toEqual([])
})

describe('a derived fact is explained through the rule behind it', () => {
  const big = {
    title: both('店铺规模', 'Size of the shop'),
    type: 'string' as const,
    choices: { big: both('大店', 'Big') },
  }
  const set = (conditions: Condition, value: string | { '*': (number | { var: string })[] }) =>
    rule('set', conditions, { type: 'set-fact', params: { fact: 'big', value } })
  const isBig: Condition = { all: [{ fact: 'big', operator: 'equal', value: 'big' }] }
  const over: Condition = { all: [{ fact: 'area', operator: 'greaterThan', value: { fact: 'param.limit' } }] }
  const compiled = shop({ facts: { big }, rules: [set(over, 'big'), rule('one', isBig, needsPhoto)] })
  const say = (answers: Answers) => explained(compiled, answers, 'one').sentence['zh-CN']

  test('that set it, that did not, or that may', () => {
    expect(say({ area: 60 })).toBe(
      '需要材料“现场照片”，因为“店铺规模”为“大店”；“使用面积”为 60 ㎡，超过 50 ㎡（面积上限）。',
    )
    expect(say({ area: 40 })).toBe(
      '不需要材料“现场照片”，因为“店铺规模”未填写或不适用；“使用面积”为 40 ㎡，不超过 50 ㎡（面积上限）。',
    )
    expect(say({})).toBe(
      '是否需要材料“现场照片”，还不能确定：“店铺规模”取决于其他答案；“使用面积”是否超过 50 ㎡（面积上限），尚未回答。',
    )
  })

  test('and by the figures it was worked out from', () => {
    const twice = shop({
      facts: { big: { title: both('面积的两倍', 'Twice the area'), type: 'number' } },
      rules: [
        set(always, { '*': [{ var: 'area' }, 2] }),
        rule('one', { all: [{ fact: 'big', operator: 'greaterThan', value: 100 }] }, needsPhoto),
      ],
    })
    expect(explained(twice, { area: 60 }, 'one').sentence['zh-CN']).toBe(
      '需要材料“现场照片”，因为“面积的两倍”为 120，超过 100；“使用面积”为 60 ㎡。',
    )
  })
})

describe('an amount that cannot be worked out', () => {
  const charge: Effect = {
    type: 'charge-fee',
    params: { fee: 'charge', amount: { '*': [{ var: 'area' }, 2] } },
  }
  const compiled = shop({ rules: [rule('one', always, charge)] })

  test('waits for the answers its formula needs', () => {
    const { outcome, sentence, because } = explained(compiled, {}, 'one')
    expect(outcome.state).toBe('open')
    expect(sentence).toEqual({
      'zh-CN': '“登记费”的数额还不能算出：“使用面积”尚未回答。',
      en: 'The amount of “Registration fee” cannot be worked out yet: “Usable area” has not been answered yet.',
    })
    expect(because.map(({ fact, holds }) => [fact, holds])).toEqual([['area', null]])
  })

  test('says which answer is missing', () => {
    const { outcome, sentence } = explained(compiled, { area: null }, 'one')
    expect(outcome.state).toBe('holds')
    expect(sentence['zh-CN']).toBe('“登记费”的数额无法算出：“使用面积”未填写或不适用。')
  })

  test('and is given once it can be', () => {
    expect(explained(compiled, { area: 30 }, 'one').sentence['zh-CN']).toBe(
      '“登记费”为 60 元，所有申请都是如此。',
    )
  })
})

test('where a translation is missing, the Chinese title stands in', () => {
  const compiled = shop({
    rules: [rule('one', licensed, { type: 'warn', params: { message: { 'zh-CN': '请注意。' } } })],
  })
  expect(explained(compiled, yes, 'one').sentence.en).toBe(
    'Please note: 请注意. Reason: “Do you have a licence?” was answered “Yes”.',
  )
})
