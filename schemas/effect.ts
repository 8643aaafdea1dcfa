import Type, { type Static } from 'typebox'
import { Formula } from './formula.ts'
import { AdministrativeLevel, Identifier } from './identifier.ts'
import { LocalText } from './text.ts'

const closed = { additionalProperties: false }
const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()])

/** What each kind of effect (结论) carries. The kinds are json-rules-engine's `event.type`. */
export const effectParameters = {
  /** 不予受理: the applicant does not qualify. */
  reject: Type.Object({ message: LocalText }, closed),
  /** A person has to look at it before it can be accepted. */
  refer: Type.Object({ message: LocalText, department: Type.Optional(Identifier) }, closed),
  /** The applicant may go on but should know. */
  warn: Type.Object({ message: LocalText }, closed),
  /** Good to know; changes nothing. */
  inform: Type.Object({ message: LocalText }, closed),
  'include-item': Type.Object({ item: Identifier }, closed),
  'require-material': Type.Object({ material: Identifier }, closed),
  'waive-material': Type.Object({ material: Identifier }, closed),
  'route-task': Type.Object(
    {
      department: Identifier,
      level: AdministrativeLevel,
      stage: Type.Integer({ minimum: 0, maximum: 20 }),
      mode: LocalText,
    },
    closed,
  ),
  /** Promised working days for the whole bundle. */
  'set-limit': Type.Object(
    { days: Type.Number({ minimum: 0, maximum: 1000 }), note: Type.Optional(LocalText) },
    closed,
  ),
  /** `amount` in the fee's own unit (元, or % for a rate); null when it is not computed here, and `text` says why. */
  'charge-fee': Type.Object(
    {
      fee: Identifier,
      amount: Type.Union([Type.Number({ minimum: 0 }), Type.Null(), Formula]),
      text: Type.Optional(LocalText),
    },
    closed,
  ),
  /** 测算: a figure worked out for the applicant, charged by nobody here. */
  estimate: Type.Object({ estimate: Identifier, amount: Type.Union([Type.Number(), Formula]) }, closed),
  /** Gives a derived fact its value, for rules that read it. */
  'set-fact': Type.Object({ fact: Identifier, value: Type.Union([Scalar, Formula]) }, closed),
} as const

export type EffectType = keyof typeof effectParameters
export const effectTypes = Object.keys(effectParameters) as EffectType[]

export type EffectParameters<T extends EffectType> = Static<(typeof effectParameters)[T]>
export type Effect = { [T in EffectType]: { type: T; params: EffectParameters<T> } }[EffectType]

/** The place of an effect in a rule: the kind is checked here, its parameters against `effectParameters` by rules/compile. */
export const EffectSlot = Type.Unsafe<Effect>(
  Type.Object({ type: Type.Enum(effectTypes), params: Type.Object({}) }, closed),
)
