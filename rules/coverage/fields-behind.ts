import type { BundleDocument } from '../../schemas/index.ts'
import { factsThrough, needsOf } from '../compile/compile.ts'
import { type LoweredRule, lower } from '../compile/lower.ts'

/** The fields that can change whether a rule fires: those it reads, those that show them, and so on. */
export function fieldsBehind(document: BundleDocument, rule: Pick<LoweredRule, 'conditions'>): string[] {
  const { conditions, rules } = lower(document)
  const found = new Set<string>()
  const visit = (fact: string): void => {
    if (found.has(fact)) return
    found.add(fact)
    const show = document.form.fields[fact]?.showWhen
    if (show) for (const needed of factsThrough(show, conditions)) visit(needed)
    for (const setter of rules) {
      if (setter.effect.type === 'set-fact' && setter.effect.params.fact === fact)
        for (const needed of needsOf(setter, conditions)) visit(needed)
    }
  }
  for (const fact of factsThrough(rule.conditions, conditions)) visit(fact)
  return [...found].filter((fact) => Object.hasOwn(document.form.fields, fact))
}
