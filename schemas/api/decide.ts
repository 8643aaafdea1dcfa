import Type, { type Static } from 'typebox'
import { Answers } from '../bundle/scenario.ts'
import { Decision, Explanation } from '../decision.ts'
import { Language } from '../text.ts'

const closed = { additionalProperties: false }

export const DecideRequest = Type.Object(
  {
    answers: Answers,
    /** What a field without an answer means: still to be asked (`unknown`, the default) or left empty (`absent`). */
    unanswered: Type.Optional(Type.Enum(['unknown', 'absent'])),
    /** A published version's number; the current one unless given. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Adds `explanations`. */
    explain: Type.Optional(Type.Boolean()),
  },
  { ...closed, $id: 'DecideRequest' },
)
export type DecideRequest = Static<typeof DecideRequest>

export const DecideResponse = Type.Object(
  {
    version: Type.Integer(),
    hash: Type.String(),
    decision: Decision,
    /** Hidden fields whose answers were sent and not used. */
    dropped: Type.Array(Type.String()),
    explanations: Type.Optional(Type.Array(Explanation)),
  },
  { ...closed, $id: 'DecideResponse' },
)
export type DecideResponse = Static<typeof DecideResponse>

/**
 * Decide every bundle at once. Keys are elements (数据元) that bundles share, or `<bundle id>.<field id>` for a
 * field of one bundle.
 */
export const DecideAllRequest = Type.Object(
  { answers: Type.Record(Type.String({ maxLength: 200 }), Type.Unknown(), { maxProperties: 5000 }) },
  { ...closed, $id: 'DecideAllRequest' },
)
export type DecideAllRequest = Static<typeof DecideAllRequest>

export const DecideAllResponse = Type.Object(
  {
    decisions: Type.Array(
      Type.Object(
        { bundle: Type.String(), version: Type.Integer(), hash: Type.String(), decision: Decision },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'DecideAllResponse' },
)
export type DecideAllResponse = Static<typeof DecideAllResponse>

export const FormRequest = Type.Object(
  {
    answers: Answers,
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    language: Type.Optional(Language),
  },
  { ...closed, $id: 'FormRequest' },
)
export type FormRequest = Static<typeof FormRequest>

/** The form for given answers: plain JSON Schema 2020-12 and an @rjsf/core uiSchema, fields that do not apply left out. */
export const FormResponse = Type.Object(
  {
    version: Type.Integer(),
    hash: Type.String(),
    steps: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          help: Type.Optional(Type.String()),
          fields: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    schema: Type.Object({}),
    uiSchema: Type.Object({}),
    hidden: Type.Array(Type.String()),
  },
  { ...closed, $id: 'FormResponse' },
)
export type FormResponse = Static<typeof FormResponse>
