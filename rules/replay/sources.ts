import type { JsonValue } from '../../schemas/index.ts'
import type { CompiledFact } from '../compile/compiled.ts'
import { isFormula } from '../formulas/formula.ts'
import type { Test } from '../operators/operator.ts'
import {
  type Bits,
  type Block,
  both,
  eachRow,
  either,
  exclusive,
  isSet,
  noBits,
  opposite,
  remembered,
} from './block.ts'
import type { Column } from './columns/column.ts'
import { setBit } from './columns/column.ts'
import { type FormulaFact, RowFormula } from './row-formula.ts'

/** A fact as conditions and formulas see it, all cases at once or one by one. */
export interface Source {
  /** Whether `test` holds between the fact and `constant`; `operator` is the test's plain name, if it has one. */
  compare(operator: string, test: Test, constant: unknown): Bits
  /** The fact of a row of the block at hand: null where absent. */
  valueAt(row: number, block: Block): unknown
}

/** Comparisons of columns before visibility, which versions of a document share. */
export class SharedComparisons {
  private readonly known = new Map<string, Bits>()

  of(id: string, column: Column, operator: string, test: Test, constant: unknown): Bits {
    // Tests without a plain name of their own (decorated ones) are not looked up.
    const key = operator === '' ? undefined : JSON.stringify([id, operator, constant])
    const known = key === undefined ? undefined : this.known.get(key)
    if (known) return known
    const made = remembered(column.compare(operator, test, constant))
    if (key !== undefined) this.known.set(key, made)
    return made
  }
}

/** An answer: absent where its field does not apply. */
export class FieldSource implements Source {
  private readonly id: string
  private readonly column: Column
  private readonly shown: Bits | undefined
  private readonly shared: SharedComparisons

  constructor(id: string, column: Column, shown: Bits | undefined, shared: SharedComparisons) {
    this.id = id
    this.column = column
    this.shown = shown
    this.shared = shared
  }

  compare(operator: string, test: Test, constant: unknown): Bits {
    const given = this.shared.of(this.id, this.column, operator, test, constant)
    const { shown } = this
    if (!shown) return given
    const whereShown = both([given, shown])
    return test(null, constant) ? either([whereShown, opposite(shown)]) : whereShown
  }

  valueAt(row: number, block: Block): unknown {
    return !this.shown || isSet(this.shown(block), block, row) ? this.column.valueAt(row) : null
  }
}

type Setter = {
  readonly rows: Bits
  readonly value: (row: number, block: Block) => unknown
  readonly literal?: JsonValue
}

/** A derived fact: each row takes the value of the first of its rules that holds there. */
export class DerivedSource implements Source {
  private readonly setters: readonly Setter[]
  private readonly unset: Bits

  constructor(
    fact: CompiledFact,
    holds: (rule: CompiledFact['setters'][number]) => Bits,
    factNamed: (name: string) => FormulaFact,
  ) {
    const rows = exclusive(fact.setters.map(holds))
    this.setters = fact.setters.map((rule, index): Setter => {
      const value = rule.effect.type === 'set-fact' ? rule.effect.params.value : null
      const where = rows[index] ?? noBits
      if (!isFormula(value)) return { rows: where, literal: value, value: () => value }
      const formula = new RowFormula(value, factNamed)
      return { rows: where, value: (row, block) => formula.at(row, block) }
    })
    this.unset = opposite(either(rows))
  }

  compare(_operator: string, test: Test, constant: unknown): Bits {
    const parts = this.setters.flatMap(({ rows, literal, value }) => {
      if (literal !== undefined) return test(literal, constant) ? [rows] : []
      return [
        remembered((block, out) => {
          out.fill(0, 0, block.words)
          eachRow(rows(block), block, (row) => {
            if (test(value(row, block), constant)) setBit(out, row - block.from)
          })
        }),
      ]
    })
    return either(test(null, constant) ? [...parts, this.unset] : parts)
  }

  valueAt(row: number, block: Block): unknown {
    const setter = this.setters.find(({ rows }) => isSet(rows(block), block, row))
    return setter ? setter.value(row, block) : null
  }
}
