import { describe, expect, test } from 'vitest'
import { compile } from '../../../rules/index.ts'
import type { ReplayCase } from '../../../rules/replay/case.ts'
import { CaseTable } from '../../../rules/replay/case-table.ts'
import { finish, replay } from '../../../rules/replay/replay.ts'
import type { ReplayResult } from '../../../rules/replay/result.ts'
import type { Answers, BundleDocument, Condition, Effect, Rule } from '../../../schemas/index.ts'
import { smallDocument } from '../../support/documents.ts'

const received = (
  answers: Answers,
  receivedOn = '2025-03-03',
  township: string | null = '430321100',
): ReplayCase => ({
  receivedOn,
  township,
  answers,
})

function tableOf(documents: readonly BundleDocument[], cases: readonly ReplayCase[]): CaseTable {
  const table = new CaseTable(documents)
  for (const one of cases) table.add(one)
  return table
}

function replayed(before: BundleDocument, after: BundleDocument, cases: readonly ReplayCase[]): ReplayResult {
  return finish(replay(compile(before), compile(after), tableOf([before, after], cases)))
}

const before = smallDocument()
const withRule = (id: string, change: (rule: Rule) => Rule): BundleDocument =>
  smallDocument({ rules: before.rules.map((rule) => (rule.id === id ? change(rule) : rule)) })
const withAlso = (conditions: Condition, event: Effect): BundleDocument =>
  smallDocument({ rules: [...before.rules, { id: 'also', name: before.title, conditions, event }] })
const among = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
  list.find((one) => one.id === id)

describe('replaying cases against a draft', () => {
  test('finds no change in the same version', () => {
    const result = replayed(before, before, [
      received({ area: 6, age: 30 }),
      received({ area: 200, age: 17 }),
    ])
    expect(result).toMatchObject({
      cases: 2,
      changed: 0,
      by: { eligibility: 0, items: 0, materials: 0, days: 0 },
    })
    expect(result.eligibility.before).toEqual({ eligible: 1, refer: 0, rejected: 1 })
  })

  test('counts who becomes eligible, and says which cases they are', () => {
    const draft = withRule('adults-only', (rule) => ({
      ...rule,
      conditions: { all: [{ fact: 'age', operator: 'lessThan', value: 16 }] },
    }))
    const ages = [15, 16, 17, 18, null]
    const result = replayed(
      before,
      draft,
      ages.map((age) => received({ age, area: 6 })),
    )
    expect(result.eligibility).toEqual({
      before: { eligible: 2, refer: 0, rejected: 3 },
      after: { eligible: 4, refer: 0, rejected: 1 },
      moves: [{ from: 'rejected', to: 'eligible', cases: 2, examples: [1, 2] }],
    })
    expect(result).toMatchObject({ changed: 2, by: { eligibility: 2, items: 0 } })
  })

  test('counts materials asked for and no longer asked for', () => {
    const draft = withRule('photo', (rule) => ({
      ...rule,
      conditions: { all: [{ fact: 'area', operator: 'greaterThan', value: 5 }] },
    }))
    const cases = [
      received({ hasSign: true, area: 3 }),
      received({ hasSign: false, area: 9 }),
      received({ hasSign: true, area: 9 }),
    ]
    expect(replayed(before, draft, cases).materials).toEqual([
      { id: 'photo', before: 2, after: 2, gained: 1, lost: 1, examples: [0, 1] },
    ])
  })

  test('follows a parameter', () => {
    const { smallest } = before.parameters
    const draft = smallDocument({ parameters: smallest ? { smallest: { ...smallest, value: 7 } } : {} })
    const result = replayed(
      before,
      draft,
      [1, 2, 7, 8].map((area) => received({ area })),
    )
    expect(among(result.items, 'stall')).toMatchObject({ before: 3, after: 1, lost: 2, examples: [1, 2] })
  })

  test('counts shorter and longer limits, and those set or dropped', () => {
    const draft = withRule('five-days', (rule) => ({
      ...rule,
      conditions: { all: [{ fact: 'area', operator: 'greaterThan', value: 1 }] },
      event: { type: 'set-limit', params: { days: 3 } },
    }))
    const { days } = replayed(
      before,
      draft,
      [1, 2, 3].map((area) => received({ area })),
    )
    expect(days).toEqual({
      before: { cases: 3, sum: 15 },
      after: { cases: 2, sum: 6 },
      shorter: 2,
      longer: 0,
      moves: [
        { from: 5, to: 3, cases: 2, examples: [1, 2] },
        { from: 5, to: null, cases: 1, examples: [0] },
      ],
    })
  })

  test('works out fees by formula, case by case', () => {
    const fee = (amount: Extract<Effect, { type: 'charge-fee' }>['params']['amount']): BundleDocument =>
      smallDocument({
        fees: { stand: { title: before.title, unit: before.title } },
        rules: [
          {
            id: 'stand',
            name: before.title,
            conditions: { all: [{ fact: 'area', operator: 'greaterThan', value: 1 }] },
            event: { type: 'charge-fee', params: { fee: 'stand', amount } },
          },
        ],
      })
    const cases = [1, 2, 3, 4].map((area) => received({ area }))
    expect(replayed(fee(30), fee({ '*': [{ var: 'area' }, 10] }), cases).fees).toEqual([
      {
        id: 'stand',
        before: { cases: 3, sum: 90 },
        after: { cases: 3, sum: 90 },
        changed: 2,
        raised: 1,
        lowered: 1,
        examples: [1, 3],
      },
    ])
  })

  test('counts departments once, however many tasks they have', () => {
    const draft = withAlso(
      { all: [{ fact: 'area', operator: 'greaterThan', value: 4 }] },
      { type: 'route-task', params: { department: 'CG', level: '4', stage: 2, mode: before.title } },
    )
    const twice = {
      ...draft,
      rules: [...draft.rules, ...draft.rules.slice(-1).map((rule) => ({ ...rule, id: 'again' }))],
    }
    expect(replayed(before, twice, [received({ area: 4 }), received({ area: 5 })]).departments).toEqual([
      { id: 'CG', before: 0, after: 1, gained: 1, lost: 0, examples: [1] },
    ])
  })

  test('takes answers of questions that do not apply as absent', () => {
    const draft = withAlso(
      { all: [{ fact: 'signText', operator: 'isPresent', value: true }] },
      { type: 'require-material', params: { material: 'photo' } },
    )
    const result = replayed(smallDocument({ rules: [] }), { ...draft, rules: draft.rules.slice(-1) }, [
      received({ hasSign: true, signText: '米粉' }),
      received({ hasSign: false, signText: '米粉' }),
    ])
    expect(result.materials).toMatchObject([{ gained: 1, examples: [0] }])
  })

  test('takes a fact compared with itself as one value, lists too', () => {
    const { title } = before
    const sells: BundleDocument['form']['fields'][string] = {
      schema: { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['hot', 'cold'] } },
      title,
      choices: { hot: title, cold: title },
    }
    const draft = withAlso(
      { all: [{ fact: 'sells', operator: 'equal', value: { fact: 'sells' } }] },
      { type: 'require-material', params: { material: 'photo' } },
    )
    const form = { ...before.form, fields: { ...before.form.fields, sells } }
    const result = replayed(smallDocument({ form }), { ...draft, form }, [received({ sells: ['hot'] })])
    expect(result.materials).toMatchObject([{ gained: 1 }])
  })

  test('tells townships and months apart', () => {
    const draft = withRule('permit', (rule) => ({ ...rule, conditions: { all: [] } }))
    const result = replayed(before, draft, [
      received({ area: 0 }, '2025-03-03', '430321100'),
      received({ area: 9 }, '2025-03-04', '430321100'),
      received({ area: 1 }, '2025-04-01', null),
    ])
    expect(result.byTownship.map(({ key, cases, changed }) => [key, cases, changed])).toEqual([
      ['', 1, 1],
      ['430321100', 2, 1],
    ])
    expect(result.byMonth.map(({ key, cases, changed, by }) => [key, cases, changed, by.items])).toEqual([
      ['2025-03', 2, 1, 1],
      ['2025-04', 1, 1, 1],
    ])
  })

  test('names questions that nobody was asked yet', () => {
    const { title } = before
    const fields = { ...before.form.fields, noise: { schema: { type: 'boolean' as const }, title } }
    const draft = {
      ...withAlso(
        { all: [{ fact: 'noise', operator: 'notEqual', value: true }] },
        { type: 'reject', params: { message: title } },
      ),
      form: { ...before.form, fields },
    }
    const result = replayed(before, draft, [received({ area: 6 })])
    expect(result.newQuestions).toEqual(['noise'])
    expect(result.eligibility.moves).toMatchObject([{ from: 'eligible', to: 'rejected', cases: 1 }])
  })
})

describe('a replay under way', () => {
  const many = Array.from({ length: 40_000 }, (_, index) => received({ area: index % 7, age: 30 }))

  test('says how far it has come, and can be stopped', () => {
    const table = tableOf([before], many)
    const steps = [...replay(compile(before), compile(before), table)]
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.at(-1)).toEqual({ done: 40_000, total: 40_000 })
    const cancelled = replay(compile(before), compile(before), table)
    cancelled.next()
    expect(cancelled.return({ ...finish(replay(compile(before), compile(before), table)) }).done).toBe(true)
    expect(cancelled.next()).toEqual({ done: true, value: undefined })
  })

  test('does not disturb another one beside it', () => {
    const [large, small] = [tableOf([before], many), tableOf([before], many.slice(0, 40))]
    const one = replay(compile(before), compile(before), large)
    one.next()
    const two = finish(replay(compile(before), compile(before), small))
    expect(two.items[0]?.before).toBe(
      small.size - Math.ceil(small.size / 7) - Math.ceil((small.size - 1) / 7),
    )
    expect(finish(one).items[0]?.before).toBe(40_000 - 5715 - 5715)
  })
})

describe('privacy', () => {
  const secret = '430321199001010016'
  const holds = (table: CaseTable): string =>
    JSON.stringify([...table.columns].map(([id, column]) => [id, column.valueAt(0)]))
  const answers = {
    idNumber: secret,
    mobile: '13800138000',
    area: 6,
    signText: '张三米粉',
    helpers: [{ name: '李四', idNumber: secret }],
    unknown: '王五',
  }

  test('identity numbers, telephone numbers and texts are never in the columns', () => {
    const loaded = holds(tableOf([before], [received(answers)]))
    for (const private_ of [secret, '13800138000', '张三', '李四', '王五'])
      expect(loaded).not.toContain(private_)
    expect(loaded).toContain('["area",6]')
  })

  test('what is private in one version is private in the other', () => {
    const area = before.form.fields.area
    const strict = smallDocument({
      form: {
        ...before.form,
        fields: { ...before.form.fields, ...(area ? { area: { ...area, sensitive: true } } : {}) },
      },
    })
    expect(holds(tableOf([before, strict], [received(answers)]))).not.toContain('["area",6]')
    const loose = tableOf([before], [received(answers)])
    expect(() => finish(replay(compile(before), compile(strict), loose))).toThrow(/area/)
  })

  test('whether they were answered is known', () => {
    const draft = withAlso(
      { all: [{ fact: 'mobile', operator: 'isEmpty', value: true }] },
      { type: 'warn', params: { message: before.title } },
    )
    const material = {
      ...draft,
      rules: draft.rules.map((rule) =>
        rule.id === 'also'
          ? { ...rule, event: { type: 'require-material' as const, params: { material: 'photo' } } }
          : rule,
      ),
    }
    const result = replayed(before, material, [received({ mobile: '13800138000' }), received({})])
    expect(result.materials).toMatchObject([{ gained: 1, examples: [1] }])
    expect(result.unreadable).toEqual([])
  })

  test('rules that need their content are named, instead of being guessed at in silence', () => {
    const draft = withAlso(
      { all: [{ fact: 'signText', operator: 'equal', value: '米粉' }] },
      { type: 'warn', params: { message: before.title } },
    )
    expect(replayed(before, draft, [received({})]).unreadable).toEqual([
      { version: 'after', field: 'signText', neededBy: ['also'] },
    ])
  })
})
