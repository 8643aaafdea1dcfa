import type { BundleDocument, Condition } from '../../schemas/index.ts'
import { lower } from '../compile/lower.ts'
import { factsOf, isReference } from './vocabulary.ts'

/**
 * What a document's conditions compare each fact with, parameters put in and lists taken apart: the places where a
 * decision may change. Conditions that show or require a field count too; comparisons with other facts do not.
 */
export function constantsByFact(document: BundleDocument): Map<string, unknown[]> {
  const facts = factsOf(document)
  const constants = new Map<string, unknown[]>()
  const visit = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(visit)
    else if ('any' in condition) condition.any.forEach(visit)
    else if ('not' in condition) visit(condition.not)
    else if ('operator' in condition) {
      const { fact, value } = condition
      const constant: unknown = isReference(value) ? facts.get(value.fact)?.value : value
      if (constant === undefined) return
      const known = constants.get(fact) ?? []
      known.push(...[constant].flat().filter((one) => !known.includes(one)))
      constants.set(fact, known)
    }
  }
  const lowered = lower(document)
  for (const { conditions } of lowered.rules) visit(conditions)
  for (const condition of lowered.conditions.values()) visit(condition)
  for (const { showWhen, requireWhen } of Object.values(document.form.fields)) {
    if (showWhen) visit(showWhen)
    if (requireWhen) visit(requireWhen)
  }
  return constants
}

/** The numbers among constants, ascending. */
export function numbersAmong(constants: readonly unknown[] = []): number[] {
  return constants
    .filter((value) => typeof value === 'number')
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
}
