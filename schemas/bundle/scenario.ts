import Type, { type Static } from 'typebox'
import { Identifier } from '../identifier.ts'

const closed = { additionalProperties: false }
const Names = Type.Array(Identifier, { maxItems: 500 })

/** Answers by field id. `null`: asked and left empty, or not applicable. Absent: not asked yet. */
export const Answers = Type.Record(Identifier, Type.Unknown(), { maxProperties: 2000, ...closed })
export type Answers = Static<typeof Answers>

/** What a scenario expects. Only what is written is compared; lists are compared as sets. */
export const Expectation = Type.Object(
  {
    eligible: Type.Optional(Type.Boolean()),
    /** Ids of the rules that reject, refer, warn, inform and route. */
    rejected: Type.Optional(Names),
    referred: Type.Optional(Names),
    warned: Type.Optional(Names),
    informed: Type.Optional(Names),
    routes: Type.Optional(Names),
    items: Type.Optional(Names),
    materials: Type.Optional(Names),
    /** Working days promised. */
    days: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    /** Amount by fee id, or the zh-CN text where no amount is computed. */
    fees: Type.Optional(
      Type.Record(Identifier, Type.Union([Type.Number(), Type.String(), Type.Null()]), closed),
    ),
    estimates: Type.Optional(Type.Record(Identifier, Type.Union([Type.Number(), Type.Null()]), closed)),
  },
  closed,
)
export type Expectation = Static<typeof Expectation>

/** 场景用例: named answers with the decision expected. Fields without an answer count as left empty. */
export const Scenario = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** hand-written: expected by a person beforehand; recorded: taken from the evaluator and then reviewed. */
    origin: Type.Enum(['hand-written', 'recorded']),
    answers: Answers,
    expect: Expectation,
  },
  closed,
)
export type Scenario = Static<typeof Scenario>
