import Type, { type Static } from 'typebox'
import { AdministrativeLevel, Identifier } from './identifier.ts'
import { LocalText } from './text.ts'

const closed = { additionalProperties: false }

/** `certain` stays true however the open questions are answered; `open` still depends on them. */
export const Certainty = Type.Enum(['certain', 'open'])
export type Certainty = Static<typeof Certainty>

/** The rule an outcome comes from: a rule's id, or `<table id>/<row id>`. */
const RuleId = Type.String()
const Amount = Type.Union([Type.Number(), Type.Null()])

/** A message of a rule that rejects, refers, warns or informs. */
export const Message = Type.Object({ rule: RuleId, message: LocalText, certainty: Certainty }, closed)
export type Message = Static<typeof Message>

/** An item or material with every rule that asks for it, or may ask for it while it is open. */
export const Inclusion = Type.Object(
  { id: Identifier, certainty: Certainty, rules: Type.Array(RuleId) },
  closed,
)
export type Inclusion = Static<typeof Inclusion>

export const TaskRoute = Type.Object(
  {
    rule: RuleId,
    department: Identifier,
    level: AdministrativeLevel,
    stage: Type.Integer(),
    mode: LocalText,
    certainty: Certainty,
  },
  closed,
)
export type TaskRoute = Static<typeof TaskRoute>

/** Working days promised. `days` is null while open, or where no rule sets a limit. */
export const Limit = Type.Object(
  {
    days: Amount,
    rule: Type.Union([RuleId, Type.Null()]),
    certainty: Certainty,
    note: Type.Optional(LocalText),
  },
  closed,
)
export type Limit = Static<typeof Limit>

/** A fee or an estimate. `amount` is null while open, where the formula lacks a fact, or where `text` says why. */
export const Charge = Type.Object(
  {
    id: Identifier,
    amount: Amount,
    text: Type.Optional(LocalText),
    rule: Type.Union([RuleId, Type.Null()]),
    certainty: Certainty,
  },
  closed,
)
export type Charge = Static<typeof Charge>

/** A question to ask next, and how much of what is open hangs on it (bigger is more). */
export const Question = Type.Object({ field: Identifier, settles: Type.Number() }, closed)
export type Question = Static<typeof Question>

/**
 * 办理决定单: what the rules say for given answers. Outcomes that are certainly out are not listed; lists follow the
 * document's order. `complete` is true when nothing is open.
 */
export const Decision = Type.Object(
  {
    bundle: Type.String(),
    complete: Type.Boolean(),
    /** `refer`: nothing rejects, but a person has to look at it. */
    eligibility: Type.Enum(['eligible', 'rejected', 'refer', 'open']),
    rejections: Type.Array(Message),
    referrals: Type.Array(Message),
    warnings: Type.Array(Message),
    notices: Type.Array(Message),
    items: Type.Array(Inclusion),
    materials: Type.Array(Inclusion),
    tasks: Type.Array(TaskRoute),
    limit: Limit,
    fees: Type.Array(Charge),
    estimates: Type.Array(Charge),
    /** Fields that do not apply (their `showWhen` is certainly false). */
    hidden: Type.Array(Identifier),
    ask: Type.Array(Question),
  },
  { ...closed, $id: 'Decision' },
)
export type Decision = Static<typeof Decision>

/** Why an outcome stands, falls or is open. */
export const Explanation = Type.Object(
  {
    /** What is explained: the kind of effect and what it is about, such as `require-material` and `M02`. */
    outcome: Type.Object(
      {
        type: Type.String(),
        id: Type.String(),
        title: LocalText,
        state: Type.Enum(['holds', 'fails', 'open']),
      },
      closed,
    ),
    rule: RuleId,
    /** One plain sentence, such as: 需要材料“营业执照”,因为“是否已有营业执照”为“是”。 */
    sentence: LocalText,
    /** The conditions that decided it, each with the fact that made it so. */
    because: Type.Array(
      Type.Object(
        { fact: Type.String(), sentence: LocalText, holds: Type.Union([Type.Boolean(), Type.Null()]) },
        closed,
      ),
    ),
    basis: Type.Optional(Type.String()),
    /** False: nobody has confirmed the figure or basis yet (待核实). */
    verified: Type.Boolean(),
  },
  closed,
)
export type Explanation = Static<typeof Explanation>
