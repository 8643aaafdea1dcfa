import Logic, { type Operand } from 'logic-solver'
import { Space } from '../../../rules/insight/cells/space.ts'
import type { FieldVariable } from '../../../rules/insight/cells/variable.ts'
import type { BundleDocument, Condition } from '../../../schemas/index.ts'

/**
 * The same questions put to a SAT solver: one variable for each cell of each field, exactly one of them true, and one
 * for each comparison that is not analysed. Documents without derived facts only.
 */
export class SolverView {
  private readonly solver = new Logic.Solver()
  private readonly space: Space
  private readonly document: BundleDocument

  constructor(document: BundleDocument) {
    this.document = document
    this.space = new Space([document])
    for (const variable of this.space.variables) {
      this.solver.require(Logic.exactlyOne(...variable.cells.map((_, cell) => this.cell(variable, cell))))
      this.solver.require(this.admissible(variable))
    }
  }

  private cell({ field }: FieldVariable, cell: number): string {
    return `${field}=${cell}`
  }

  private cells(variable: FieldVariable, wanted: (cell: number) => boolean): Operand {
    const cells = variable.cells.flatMap((_, cell) => (wanted(cell) ? [this.cell(variable, cell)] : []))
    return cells.length > 0 ? Logic.or(...cells) : Logic.FALSE
  }

  private shown(field: string): Operand {
    const show = this.document.form.fields[field]?.showWhen
    return show ? this.formula(show) : Logic.TRUE
  }

  private admissible(variable: FieldVariable): Operand {
    const { required, requireWhen } = this.document.form.fields[variable.field] ?? {}
    const needed = required ? Logic.TRUE : requireWhen ? this.formula(requireWhen) : Logic.FALSE
    const absent = this.cells(variable, (cell) => cell === variable.absent)
    const answered = this.cells(variable, (cell) => variable.possible[0]?.[cell] === true)
    return Logic.implies(this.shown(variable.field), Logic.or(answered, Logic.and(absent, Logic.not(needed))))
  }

  /** A condition as a formula of propositional logic. */
  formula(condition: Condition): Operand {
    if ('all' in condition) return Logic.and(Logic.TRUE, ...condition.all.map((one) => this.formula(one)))
    if ('any' in condition) return Logic.or(Logic.FALSE, ...condition.any.map((one) => this.formula(one)))
    if ('not' in condition) return Logic.not(this.formula(condition.not))
    const { predicates, lowered } = this.space.documents[0] ?? {}
    if ('condition' in condition) {
      const named = lowered?.conditions.get(condition.condition)
      return named ? this.formula(named) : Logic.FALSE
    }
    const predicate = predicates?.get(condition)
    if (!predicate) throw new Error('a comparison of another document')
    if (predicate.kind === 'constant') return predicate.holds ? Logic.TRUE : Logic.FALSE
    if (predicate.kind === 'two') return `two ${predicate.key}`
    const variable = this.space.variableOf(0, predicate.fact)
    if (!variable) throw new Error('derived facts are not for the solver')
    const whenAbsent = predicate.test(null) ? Logic.TRUE : Logic.FALSE
    const shown = this.shown(predicate.fact)
    const absent = this.cells(variable, (cell) => cell === variable.absent)
    const raw = variable.isExact(predicate)
      ? this.cells(variable, (cell) => predicate.test(variable.atoms[variable.cells[cell]?.[0] ?? -1]?.value))
      : Logic.or(
          Logic.and(absent, whenAbsent),
          Logic.and(Logic.not(absent), `one ${predicate.fact} ${predicate.key}`),
        )
    return Logic.or(Logic.and(shown, raw), Logic.and(Logic.not(shown), whenAbsent))
  }

  /** Whether some applicant meets `formula`. */
  isPossible(formula: Operand): boolean {
    return this.solver.solveAssuming(Logic.and(formula, Logic.TRUE)) !== null
  }

  get rules() {
    return this.space.documents[0]?.lowered.rules ?? []
  }
}
