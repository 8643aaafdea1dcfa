import { describe, expect, test } from 'vitest'
import { type Goal, goalCoverage } from '../../rules/coverage/goals.ts'
import { proposeScenarios } from '../../rules/coverage/propose.ts'
import { verify } from '../../rules/publishing.ts'
import type { BundleDocument, Scenario } from '../../schemas/index.ts'
import { bundles } from '../bundles/bundles.ts'
import { smallDocument } from '../support/documents.ts'

const scenario = (answers: Scenario['answers']): Scenario => ({
  name: '用例',
  origin: 'hand-written',
  answers,
  expect: {},
})
const open = (document: BundleDocument, ...scenarios: readonly Scenario[]): string[] =>
  goalCoverage(document, scenarios)
    .filter(({ covered }) => !covered)
    .map(({ goal }) => named(goal))

function named(goal: Goal): string {
  if (goal.kind === 'rule') return `${goal.rule} ${goal.wanted}`
  return goal.kind === 'choice' ? `${goal.field}=${goal.value}` : `${goal.field} ${goal.side} ${goal.value}`
}

describe('what scenarios show', () => {
  const document = smallDocument()

  test('without any, everything there is to show is missing', () => {
    expect(open(document)).toEqual([
      'adults-only fire',
      'adults-only fail',
      'large-stall fire',
      'large-stall fail',
      'permit fire',
      'permit fail',
      'photo fire',
      'photo fail',
      'five-days fire',
      'five-days fail',
      'hasSign=true',
      'hasSign=false',
      'age below 18',
      'age at 18',
      'age above 18',
      // An area cannot be less than 0, where another rule compares it.
      'area at 0',
      'area above 0',
      'area below 1',
      'area at 1',
      'area above 1',
      'area below 100',
      'area at 100',
      'area above 100',
    ])
  })

  test('a scenario shows the sides of each boundary it lies on', () => {
    const left = open(document, scenario({ age: 18, area: 100, hasSign: true }))
    expect(left).not.toContain('age at 18')
    expect(left).toContain('age below 18')
    expect(left).not.toContain('area above 1')
    expect(left).not.toContain('area at 100')
    expect(left).toContain('hasSign=false')
  })

  test('an answer that does not apply shows nothing', () => {
    const choices = { red: document.title, blue: document.title }
    const { signText, ...fields } = document.form.fields
    const colour = {
      title: document.title,
      showWhen: signText?.showWhen ?? { all: [] },
      schema: { type: 'string' as const, enum: ['red', 'blue'] },
      choices,
    }
    const coloured = smallDocument({
      form: { ...document.form, fields: { ...fields, signText: colour } },
      rules: [
        {
          id: 'red',
          name: document.title,
          conditions: { all: [{ fact: 'signText', operator: 'equal', value: 'red' }] },
          event: { type: 'warn', params: { message: document.title } },
        },
      ],
    })
    expect(open(coloured, scenario({ hasSign: false, signText: 'red' }))).toContain('signText=red')
    expect(open(coloured, scenario({ hasSign: true, signText: 'red' }))).not.toContain('signText=red')
  })

  test('a question that nothing reads asks for nothing', () => {
    expect(open(document).some((goal) => goal.startsWith('townshipCode'))).toBe(false)
  })
})

describe('proposed scenarios', () => {
  test('show together everything the bundle’s own leave out', () => {
    const document = smallDocument()
    const { scenarios, unreached } = proposeScenarios(document, 1)
    // Nobody can leave the area out, so this rule always fires.
    expect(unreached).toEqual([{ kind: 'rule', rule: 'five-days', wanted: 'fail' }])
    expect(open(document, ...document.scenarios, ...scenarios)).toEqual(['five-days fail'])
    // Three sides of each area boundary lie apart: fewer would not do.
    expect(scenarios.length).toBeLessThanOrEqual(5)
  })

  test('none can be left out, the one that shows most comes first, and the same seed gives the same', () => {
    const document = smallDocument({ scenarios: [] })
    const { scenarios } = proposeScenarios(document, 3)
    for (const one of scenarios)
      expect(open(document, ...scenarios.filter((other) => other !== one)).length).toBeGreaterThan(0)
    expect(proposeScenarios(document, 3)).toEqual(proposeScenarios(document, 3))
    const shown = scenarios.map((one) => open(document).length - open(document, one).length)
    expect(shown[0]).toBe(Math.max(...shown))
  })

  test('name what cannot be reached', () => {
    const document = smallDocument({
      rules: [
        {
          id: 'never',
          name: smallDocument().title,
          conditions: {
            all: [
              { fact: 'area', operator: 'lessThan', value: 5 },
              { fact: 'area', operator: 'greaterThan', value: 5 },
            ],
          },
          event: { type: 'warn', params: { message: smallDocument().title } },
        },
      ],
    })
    expect(proposeScenarios(document, 1).unreached).toEqual([{ kind: 'rule', rule: 'never', wanted: 'fire' }])
  })

  test.each(bundles().map((bundle) => [bundle.id, bundle] as const))(
    'complete the scenarios of %s, with names of their own, and pass on both evaluators',
    async (_, bundle) => {
      const { scenarios, unreached } = proposeScenarios(bundle, 1)
      expect(unreached).toEqual([])
      const all = [...bundle.scenarios, ...scenarios]
      expect(open(bundle, ...all)).toEqual([])
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
      expect(await verify(bundle, scenarios)).toEqual({ disagreements: [], failures: [] })
    },
  )
})
