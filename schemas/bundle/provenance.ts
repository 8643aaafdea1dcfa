import Type, { type Static } from 'typebox'
import { CalendarDate } from '../identifier.ts'

const closed = { additionalProperties: false }

/** Who confirmed a figure or a basis with the responsible department, and when. Absent: shown as 待核实. */
export const Verification = Type.Object(
  { by: Type.String({ minLength: 1, maxLength: 200 }), on: CalendarDate },
  closed,
)
export type Verification = Static<typeof Verification>

/** Where a rule, a figure or a catalogue entry comes from. */
export const sourced = {
  /** Legal basis: law, article. Absent: none was named. */
  basis: Type.Optional(Type.String({ maxLength: 1000 })),
  /** A remark for officials, such as what has to be verified. */
  note: Type.Optional(Type.String({ maxLength: 1000 })),
  verified: Type.Optional(Verification),
}

/** Where the content of the document comes from, claim by claim. */
export const Provenance = Type.Object(
  {
    claim: Type.String({ maxLength: 1000 }),
    status: Type.Enum(['source-found', 'general-knowledge-verify', 'design-assumption']),
    source: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  closed,
)
