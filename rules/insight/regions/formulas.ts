import { parameterPrefix } from '../../conditions/vocabulary.ts'
import { factsInFormula } from '../../formulas/formula.ts'
import type { Regions } from './regions.ts'

function withParameters(formula: unknown, regions: Regions): unknown {
  if (Array.isArray(formula)) return formula.map((one) => withParameters(one, regions))
  if (typeof formula !== 'object' || formula === null) return formula
  const entries = Object.entries(formula)
  const [operation, operand] = entries[0] ?? []
  if (operation === 'var' && typeof operand === 'string' && operand.startsWith(parameterPrefix)) {
    const value = regions.read.entries.get(operand)?.value
    return typeof value === 'number' ? value : formula
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, withParameters(value, regions)]))
}

/** A formula with its parameters put in and its facts identified: equal keys always come to the same amount. */
export function formulaKey(regions: Regions, formula: unknown): string {
  const facts = factsInFormula(formula).filter((fact) => !fact.startsWith(parameterPrefix))
  const identities = facts.map((fact) => [fact, regions.identity(fact)])
  return JSON.stringify([withParameters(formula, regions), identities])
}
