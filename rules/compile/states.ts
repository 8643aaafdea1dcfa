/** Stands for a fact that has not been asked yet. */
export const unknown: unique symbol = Symbol('unknown')

/** What a predicate, a named condition or a rule has come to in the current run. */
export const unset = 0
export const isFalse = 1
export const isTrue = 2
export const isUnknown = 3
