import { describe, expect, it, vi } from 'vitest'
import { verify } from '../../rules/verify/index.ts'
import type { Scenario } from '../../schemas/index.ts'
import { publish } from '../../worker/domain/publish.ts'
import { Refusal } from '../../worker/domain/refusal.ts'
import type { Bundles } from '../../worker/ports.ts'
import { all, amount, documentWith, formOf, rule, warn } from '../support/rules-document.ts'

/** Our own evaluator with one operator broken at its edge, as a mistake would break it. */
vi.mock('../../rules/operators/stock.ts', async (original) => {
  const module = await original<typeof import('../../rules/operators/stock.ts')>()
  return {
    ...module,
    stockOperators: module.stockOperators.map((operator) =>
      operator.name === 'lessThanInclusive'
        ? {
            ...operator,
            test: (fact: unknown, value: unknown) =>
              typeof fact === 'number' && typeof value === 'number' && fact < value,
          }
        : operator,
    ),
  }
})

const scenario = (name: string, area: number): Scenario => ({
  name,
  origin: 'recorded',
  answers: { area },
  expect: {},
})
const document = documentWith({
  form: formOf({ area: amount }),
  facts: { small: { title: { 'zh-CN': '小' }, type: 'boolean' } },
  rules: [
    rule('warned', all({ fact: 'area', operator: 'lessThanInclusive', value: 50 }), warn),
    rule('set', all({ fact: 'area', operator: 'lessThanInclusive', value: 50 }), {
      type: 'set-fact',
      params: { fact: 'small', value: true },
    }),
  ],
  scenarios: [scenario('inside', 49), scenario('edge', 50), scenario('outside', 51)],
})

/** A catalogue in which nothing was ever published. */
const empty: Bundles = {
  page: async () => [],
  summary: async () => null,
  currentVersions: async () => [],
  current: async () => null,
  version: async () => null,
  versions: async () => [],
  document: async () => null,
  categories: async () => [],
  audiences: async () => [],
  publish: async () => false,
}

describe('an evaluator that differs from json-rules-engine', () => {
  it('is noticed where a scenario stands at the edge, in the decision and in the derived facts', async () => {
    const { disagreements } = await verify(document)
    expect(disagreements.map(({ scenario: name, what }) => `${name}: ${what}`)).toEqual([
      'edge: warnings',
      'edge: fact small',
    ])
    expect(disagreements[1]).toMatchObject({ ours: null, engine: true })
  })

  it('keeps the document from being published, and nothing is stored', async () => {
    const stored: unknown[] = []
    const bundles: Bundles = {
      ...empty,
      publish: async (version) => stored.push(version) > 0,
    }
    const publishing = publish({ bundles, clock: { now: () => new Date(0) } }, 'test', document)
    await expect(publishing).rejects.toThrow(Refusal)
    await expect(publishing).rejects.toMatchObject({
      kind: 'unverified-document',
      errors: [{ pointer: '/scenarios/1', keyword: 'evaluators' }, { keyword: 'evaluators' }],
    })
    expect(stored).toEqual([])
  })
})
