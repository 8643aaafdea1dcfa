declare module 'logic-solver' {
  type Formula = { readonly type?: string }
  type Operand = Formula | string
  class Solver {
    require(...operands: readonly Operand[]): void
    solveAssuming(assumption: Operand): object | null
  }
  const Logic: {
    readonly Solver: typeof Solver
    readonly TRUE: Operand
    readonly FALSE: Operand
    readonly and: (...operands: readonly Operand[]) => Formula
    readonly or: (...operands: readonly Operand[]) => Formula
    readonly not: (operand: Operand) => Formula
    readonly exactlyOne: (...operands: readonly Operand[]) => Formula
    readonly implies: (a: Operand, b: Operand) => Formula
  }
  export default Logic
  export type { Operand }
}
