function refuse(): never {
  throw new Error('formulas are interpreted, neither compiled nor optimised')
}

/** Stands in for json-logic-engine's compiler, which generates code, and for its optimiser, which we switch off. */
export const build = refuse
export const buildString = refuse
export const isDeterministic = refuse
export const optimize = refuse
