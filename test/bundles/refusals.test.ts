import { describe, expect, test } from 'vitest'
import { factsThrough } from '../../rules/compile/compile.ts'
import { lower } from '../../rules/compile/lower.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { bundles } from './bundles.ts'

/** Questions a refusal reads; a computed one stands for the question it is computed from. */
function questionsBehindRefusals(bundle: BundleDocument): string[] {
  const named = new Map(Object.entries(bundle.conditions).map(([name, { when }]) => [name, when]))
  const facts = bundle.rules
    .filter(({ event }) => event.type === 'reject')
    .flatMap(({ conditions }) => [...factsThrough(conditions, named)])
  return facts
    .filter((fact) => Object.hasOwn(bundle.form.fields, fact))
    .map((id) => bundle.form.fields[id]?.derive?.from ?? id)
}

/** Questions with one answer that any rule or table row reads. Lists are left out: an empty list is an answer. */
function questionsBehindRules(bundle: BundleDocument): string[] {
  const { rules, conditions } = lower(bundle)
  const facts = new Set(rules.flatMap((rule) => [...factsThrough(rule.conditions, conditions)]))
  return [...facts].filter((id) => {
    const field = bundle.form.fields[id]
    return field && !field.derive && field.schema.type !== 'array' && field.schema.type !== 'object'
  })
}

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))('rules of %s', (_, bundle) => {
  test('drop no duty because a question was left blank', () => {
    for (const id of questionsBehindRules(bundle)) {
      const field = bundle.form.fields[id]
      expect(field?.required === true || field?.requireWhen !== undefined, id).toBe(true)
    }
  })
})

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))('refusals of %s', (_, bundle) => {
  test('never rest on a question left blank', () => {
    const questions = questionsBehindRefusals(bundle)
    expect(questions.length).toBeGreaterThan(0)
    for (const id of questions) expect(bundle.form.fields[id]?.required, id).toBe(true)
  })
})
