import { describe, expect, test } from 'vitest'
import { factsThrough } from '../../rules/compile/compile.ts'
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

describe.each(bundles().map((bundle) => [bundle.id, bundle] as const))('refusals of %s', (_, bundle) => {
  test('never rest on a question left blank', () => {
    const questions = questionsBehindRefusals(bundle)
    expect(questions.length).toBeGreaterThan(0)
    for (const id of questions) expect(bundle.form.fields[id]?.required, id).toBe(true)
  })
})
