import type { BundleDocument, Condition } from '../../schemas/index.ts'
import { lower } from '../compile/lower.ts'
import { isReference, parameterPrefix } from '../conditions/vocabulary.ts'
import { factsInFormula } from '../formulas/formula.ts'

/** For each question, the questions it is compared with. */
export function comparedFields(document: BundleDocument): Map<string, Set<string>> {
  const compared = new Map<string, Set<string>>()
  const link = (one: string, other: string): void => {
    compared.set(one, (compared.get(one) ?? new Set()).add(other))
  }
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('not' in condition) visit(condition.not)
    else if ('operator' in condition && isReference(condition.value)) {
      const { fact } = condition.value
      if (fact.startsWith(parameterPrefix)) return
      link(condition.fact, fact)
      link(fact, condition.fact)
    }
  }
  const { rules, conditions } = lower(document)
  for (const rule of rules) visit(rule.conditions)
  for (const condition of conditions.values()) visit(condition)
  for (const { showWhen } of Object.values(document.form.fields)) if (showWhen) visit(showWhen)
  return compared
}

/** Questions that go into the formula of a derived fact. */
export function formulaFields(document: BundleDocument): Set<string> {
  const { rules } = lower(document)
  return new Set(
    rules.flatMap(({ effect }) => (effect.type === 'set-fact' ? factsInFormula(effect.params.value) : [])),
  )
}
