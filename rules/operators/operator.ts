/** Compares a fact with a value. Never throws; anything that does not fit is false. */
export type Test = (fact: unknown, value: unknown) => boolean

/** What the right side of an operator has to be. */
export type ValueShape =
  | 'scalar'
  | 'number'
  | 'number-or-text'
  | 'list'
  | 'range'
  | 'boolean'
  | 'date'
  | 'date-range'
  | 'region'

export type Operator = {
  readonly name: string
  readonly test: Test
  readonly value: ValueShape
  /** Stock operators exist in json-rules-engine; the others are registered with it through `addOperator`. */
  readonly stock: boolean
}
