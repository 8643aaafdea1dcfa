import Type, { type Static } from 'typebox'
import { ConditionSlot } from '../condition.ts'
import { EffectSlot, effectTypes } from '../effect.ts'
import { Identifier } from '../identifier.ts'
import { LocalText } from '../text.ts'
import { sourced } from './provenance.ts'

const closed = { additionalProperties: false }

/** 规则: where the conditions hold, the effect follows. */
export const Rule = Type.Object(
  {
    id: Identifier,
    name: LocalText,
    /** Higher is decided first and wins (1 unless set). */
    priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** A disabled rule stays in the document and decides nothing. */
    disabled: Type.Optional(Type.Boolean()),
    conditions: ConditionSlot,
    event: EffectSlot,
    ...sourced,
  },
  closed,
)
export type Rule = Static<typeof Rule>

/** One cell of a decision table: null is "any". */
export const Cell = Type.Union([
  Type.Null(),
  Type.Object({ operator: Type.String(), value: Type.Unknown() }, closed),
])
export type Cell = Static<typeof Cell>

/**
 * 决策表: one effect decided by a grid. A row holds where all its cells hold. Hit policies: `unique` (at most one
 * row may hold), `first` (the first row that holds), `collect` (every row that holds).
 */
export const Table = Type.Object(
  {
    id: Identifier,
    name: LocalText,
    hitPolicy: Type.Enum(['unique', 'first', 'collect']),
    priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    columns: Type.Array(Type.Object({ fact: Type.String(), path: Type.Optional(Type.String()) }, closed), {
      maxItems: 30,
    }),
    /** The effect of every row; a row's `params` are laid over these. */
    event: Type.Object(
      { type: Type.Enum(effectTypes), params: Type.Record(Type.String(), Type.Unknown()) },
      closed,
    ),
    rows: Type.Array(
      Type.Object(
        {
          id: Identifier,
          cells: Type.Array(Cell, { maxItems: 30 }),
          params: Type.Record(Type.String(), Type.Unknown()),
          ...sourced,
        },
        closed,
      ),
      { maxItems: 2000 },
    ),
    ...sourced,
  },
  closed,
)
export type Table = Static<typeof Table>

/** A named condition (命名条件), used by `{ "condition": name }`. */
export const NamedCondition = Type.Object({ title: LocalText, when: ConditionSlot }, closed)
export type NamedCondition = Static<typeof NamedCondition>

/** A fact that `set-fact` rules work out. */
export const DerivedFact = Type.Object(
  {
    title: LocalText,
    type: Type.Enum(['string', 'number', 'boolean']),
    choices: Type.Optional(Type.Record(Type.String(), LocalText, closed)),
  },
  closed,
)
export type DerivedFact = Static<typeof DerivedFact>
