import type { Formula } from '../../schemas/index.ts'
import { evaluateFormula, factsInFormula } from '../formulas/formula.ts'
import type { Block } from './block.ts'

/** A fact that formulas read: the same in every row (a parameter), or row by row. */
export type FormulaFact =
  | { readonly constant: unknown }
  | { readonly valueAt: (row: number, block: Block) => unknown }

const mostRemembered = 100_000

/** Formulas know numbers and texts; anything else is alike to them. */
const keyOf = (value: unknown): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(typeof value === 'string' ? value : null)

/** A formula over facts, worked out row by row, but once only for the same facts. */
export class RowFormula {
  private readonly formula: Formula
  private readonly values = new Map<string, unknown>()
  private readonly varying: readonly (readonly [
    fact: string,
    valueAt: (row: number, block: Block) => unknown,
  ])[]
  private readonly known = new Map<unknown, number | null>()

  constructor(formula: Formula, factNamed: (name: string) => FormulaFact) {
    this.formula = formula
    this.varying = [...new Set(factsInFormula(formula))].flatMap((name) => {
      const fact = factNamed(name)
      if ('valueAt' in fact) return [[name, fact.valueAt] as const]
      this.values.set(name, fact.constant)
      return []
    })
  }

  /** Null where a fact is absent or the result is no number. */
  at(row: number, block: Block): number | null {
    const { varying, values, known } = this
    let key: unknown
    for (const [name, valueAt] of varying) {
      const value = valueAt(row, block)
      values.set(name, value)
      key = varying.length === 1 ? value : `${key ?? ''},${keyOf(value)}`
    }
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size === mostRemembered) known.clear()
    const value = evaluateFormula(this.formula, (fact) => values.get(fact))
    known.set(key, value)
    return value
  }
}
