import { describe, expect, test } from 'vitest'
import { compile, decide } from '../../rules/index.ts'
import { type Figure, ReductionTally } from '../../rules/reductions/reductions.ts'
import type { Answers, BundleDocument } from '../../schemas/index.ts'
import { smallDocument } from '../support/documents.ts'

function over(document: BundleDocument, ...cases: readonly Answers[]) {
  const tally = new ReductionTally(document)
  const compiled = compile(document)
  for (const answers of cases) tally.add(decide(compiled, answers, { unanswered: 'absent' }))
  const result = tally.result()
  const figure = (name: Figure) => result.reductions.find((one) => one.figure === name)
  return { result, figure }
}

describe('the five reductions over decisions', () => {
  const document = smallDocument()
  const { title } = document
  const task = (id: string, stage: number, least: number): BundleDocument['rules'][number] => ({
    id,
    name: title,
    conditions: { all: [{ fact: 'area', operator: 'greaterThan', value: least }] },
    event: { type: 'route-task', params: { department: 'CG', level: '4', stage, mode: title } },
  })

  test('stand beside what it was before and what was announced', () => {
    const { result, figure } = over(
      document,
      { age: 30, area: 6, hasSign: true },
      { age: 30, area: 0.5, hasSign: false },
    )
    expect(result.reductions.map((one) => one.figure)).toEqual([
      'items',
      'steps',
      'visits',
      'days',
      'materials',
    ])
    expect(figure('items')).toMatchObject({
      baseline: 1,
      announced: 1,
      decided: { cases: 2, mean: 0.5, least: 0, most: 1 },
    })
    expect(figure('days')).toMatchObject({ baseline: 20, announced: 5, decided: { mean: 5 } })
  })

  test('count no case that was turned away', () => {
    const { result, figure } = over(
      document,
      { age: 17, area: 6, hasSign: true },
      { age: 30, area: 6, hasSign: false },
    )
    expect(result).toMatchObject({ accepted: 1, rejected: 1 })
    expect(figure('materials')?.decided).toEqual({ cases: 1, mean: 0, least: 0, most: 0 })
  })

  test('count documents that the applicant brings, and not those that are shared or generated', () => {
    const { photo } = document.materials
    for (const [source, count] of [
      ['applicant', 1],
      ['government-issued', 1],
      ['intermediary', 1],
      ['shared', 0],
      ['generated', 0],
    ] as const) {
      const { figure } = over(smallDocument({ materials: photo ? { photo: { ...photo, source } } : {} }), {
        age: 30,
        area: 6,
        hasSign: true,
      })
      expect(figure('materials')?.decided?.mean, source).toBe(count)
    }
  })

  test('count tasks side by side as one step', () => {
    const tasks = smallDocument({ rules: [task('one', 1, 0), task('two', 1, 0), task('three', 2, 10)] })
    const { figure } = over(tasks, { area: 5 }, { area: 20 })
    expect(figure('steps')?.decided).toEqual({ cases: 2, mean: 1.5, least: 1, most: 2 })
  })

  test('leave out limits nobody promised, and say what they do not know', () => {
    const { figure } = over(smallDocument({ rules: [] }), { area: 5 })
    expect(figure('days')?.decided).toBeNull()
    expect(figure('visits')).toMatchObject({ announced: 1, decided: null })
    expect(figure('visits')?.meaning.en).toMatch(/only the announced figure/)
  })
})
