import { describe, expect, test } from 'vitest'
import { answerables, bundles } from './bundles.ts'

const identityOrPhone = new Set(['cn-resident-identity-number', 'cn-mobile', 'cn-phone'])

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))('the questions of %s', (_, bundle) => {
  test('have a title for every choice, and none for anything else', () => {
    for (const { place, values, choices } of answerables(bundle)) {
      expect(Object.keys(choices ?? {}).sort(), place).toEqual([...values].sort())
    }
  })

  test('take no endless text', () => {
    for (const { place, schema } of answerables(bundle)) {
      if (schema?.type !== 'string' || 'enum' in schema) continue
      expect(schema.format ?? schema.maxLength, place).toBeDefined()
    }
  })

  test('keep identity numbers and phones sensitive', () => {
    for (const { place, schema, sensitive } of answerables(bundle)) {
      if (schema?.type !== 'string' || 'enum' in schema || !identityOrPhone.has(schema.format ?? '')) continue
      expect(sensitive, place).toBe(true)
    }
  })

  test('stand in exactly one step each, and no step is empty', () => {
    const placed = bundle.form.steps.flatMap(({ fields }) => fields)
    expect([...placed].sort()).toEqual(Object.keys(bundle.form.fields).sort())
    for (const step of bundle.form.steps) expect(step.fields.length, step.id).toBeGreaterThan(0)
  })

  test('come before what is computed from them', () => {
    const order = bundle.form.steps.flatMap(({ fields }) => fields)
    for (const [id, field] of Object.entries(bundle.form.fields)) {
      if (!field.derive) continue
      expect(order.indexOf(field.derive.from), id).toBeLessThan(order.indexOf(id))
    }
  })
})

test('questions of the same element are the same question in every bundle', () => {
  const known = new Map<string, object>()
  for (const bundle of bundles()) {
    const taken = new Set<string>()
    for (const { element, title, schema, choices, unit, sensitive, showWhen } of Object.values(
      bundle.form.fields,
    )) {
      if (element === undefined) continue
      expect(taken.has(element), `${bundle.id}: ${element}`).toBe(false)
      taken.add(element)
      const meaning = { title, schema, choices, unit, sensitive, showWhen }
      expect(meaning, `${bundle.id}: ${element}`).toEqual(known.get(element) ?? meaning)
      known.set(element, meaning)
    }
  }
  expect(known.size).toBeGreaterThan(0)
})
