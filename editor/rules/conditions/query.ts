import type { RuleGroupType, RuleType } from 'react-querybuilder'

/** Remarks that change no outcome; they are carried along. */
export type Remarks = { readonly name?: string; readonly priority?: number }

/** What a group of one stood for before it became a group: it goes back to that as long as it holds the same. */
export type Wrapped = 'comparison' | 'condition' | 'not' | 'kept' | 'group'

export type Meta = {
  readonly remarks?: Remarks
  /** Remarks of the `not` around a group. */
  readonly notRemarks?: Remarks
  readonly wraps?: Wrapped
}

/** A line of the builder: a comparison, a named condition, or something kept as it is (`keptField`). */
export type Line = RuleType<string, string, unknown, string, Meta>

export interface Group extends RuleGroupType<Line> {
  combinator: 'and' | 'or'
  rules: (Line | Group)[]
  meta?: Meta
}

/** The field of lines whose condition the builder cannot take apart; the whole condition is their value. */
export const keptField = '~kept'
/** Before the name of a named condition in a line's field. */
export const namedPrefix = 'condition:'
export const holds = 'holds'
export const fails = 'fails'

export const isGroup = (node: Line | Group): node is Group => 'rules' in node
