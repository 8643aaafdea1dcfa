import { beforeAll, describe, expect, test } from 'vitest'
import { generateCases } from '../../rules/generate/generate.ts'
import { compile, decide, deriveAnswers, deriveForm } from '../../rules/index.ts'
import type { ReplayCase } from '../../rules/replay/case.ts'
import { residentIdentityNumber } from '../../schemas/formats/cn-resident-identity-number.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/index.ts'
import { bundles } from '../bundles/bundles.ts'
import { smallDocument } from '../support/documents.ts'

const yearOf = (document: BundleDocument, cases: number, seed = 1): ReplayCase[] => [
  ...generateCases(document, { cases, seed }),
]

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))(
  'a made-up year of %s',
  (_, bundle) => {
    const compiled = compile(bundle)
    let cases: ReplayCase[] = []
    beforeAll(() => {
      cases = yearOf(bundle, 1000)
    })

    test('holds nothing the form would refuse: required answered, hidden absent, every value in shape', () => {
      for (const { answers } of cases) {
        expect(validate(deriveForm(compiled, answers, 'zh-CN', 'absent').schema, answers)).toEqual([])
      }
    })

    test('computes what is computed as of the day of receipt', () => {
      for (const { answers, receivedOn } of cases) {
        for (const [id, value] of Object.entries(deriveAnswers(bundle, answers, receivedOn)))
          expect(value, id).toEqual(answers[id])
      }
    })

    test('mostly qualifies, and not always', () => {
      const rejected = cases.filter(
        ({ answers }) => decide(compiled, answers, { unanswered: 'absent' }).eligibility === 'rejected',
      )
      expect(rejected.length).toBeGreaterThan(0)
      expect(rejected.length).toBeLessThan(cases.length / 4)
    })

    test('asks for every item in some cases', () => {
      const asked = new Set(
        cases.flatMap(({ answers }) =>
          decide(compiled, answers, { unanswered: 'absent' }).items.map(({ id }) => id),
        ),
      )
      expect([...asked].sort()).toEqual(compiled.items.map(({ id }) => id).sort())
    })

    test('leaves optional questions empty now and then', () => {
      for (const { id, show } of compiled.fields) {
        const field = bundle.form.fields[id]
        if (show || field?.required || field?.requireWhen || field?.derive) continue
        const answered = cases.filter(({ answers }) => id in answers).length
        expect(answered, id).toBeGreaterThan(0)
        expect(answered, id).toBeLessThan(cases.length)
      }
    })
  },
)

describe('made-up cases', () => {
  const document = smallDocument()

  test('are the same for the same seed and others for another', () => {
    expect(yearOf(document, 50)).toEqual(yearOf(document, 50))
    expect(yearOf(document, 50, 2)).not.toEqual(yearOf(document, 50))
  })

  test('come in on weekdays of the year asked for, in order', () => {
    const days = [...generateCases(document, { cases: 400, seed: 1, year: 2024 })].map(
      ({ receivedOn }) => receivedOn,
    )
    expect(days).toEqual([...days].sort())
    for (const day of days) {
      expect(day.slice(0, 4)).toBe('2024')
      expect([0, 6]).not.toContain(new Date(day).getUTCDay())
    }
    expect(new Set(days.map((day) => day.slice(5, 7))).size).toBe(12)
  })

  test('lie on both sides of what rules compare them with, and exactly there', () => {
    const areas = yearOf(document, 2000).map(({ answers }) => Number(answers.area))
    expect(areas.some((area) => area < 100 && area > 1)).toBe(true)
    expect(areas.some((area) => area > 100)).toBe(true)
    expect(areas).toContain(100)
  })

  test('carry identity numbers of the county that are valid and nobody’s', () => {
    const numbers = yearOf(document, 500).map(({ answers }) => String(answers.idNumber))
    for (const number of numbers) {
      expect(residentIdentityNumber.faultOf(number)).toBeNull()
      // Order codes 996 to 999 are kept for people past a hundred.
      expect(number).toMatch(/^430321.{8}99[6-9].$/)
      expect(2025 - Number(number.slice(6, 10))).toBeLessThanOrEqual(100)
    }
  })

  test('come from the township that was answered, or from one by size where none is asked', () => {
    for (const { township, answers } of yearOf(document, 100))
      expect(township).toBe(answers.townshipCode ?? null)
    const { townshipCode: _, ...fields } = document.form.fields
    const steps = document.form.steps.map((step) => ({
      ...step,
      fields: step.fields.filter((id) => id !== 'townshipCode'),
    }))
    const townships = yearOf({ ...document, form: { steps, fields } }, 300).map(({ township }) => township)
    expect(new Set(townships).size).toBeGreaterThan(5)
    for (const township of townships) expect(township).toMatch(/^430321\d{3}$/)
  })

  test('fit a plain regular expression', () => {
    const pattern = '^(?:湘|HN)-\\d{4}-[A-C]{2,3}x?$'
    const { hasSign: _, ...rest } = document.form.fields
    const fields: typeof document.form.fields = {
      ...rest,
      hasSign: { schema: { type: 'string', pattern }, title: document.title, required: true },
    }
    for (const { answers } of yearOf({ ...document, form: { ...document.form, fields } }, 50))
      expect(answers.hasSign).toMatch(new RegExp(pattern, 'u'))
  })
})
