import Type, { type Static } from 'typebox'
import { Answers } from './bundle/scenario.ts'
import { LocalText } from './text.ts'

const closed = { additionalProperties: false }
const Pointer = Type.String({ description: 'JSON Pointer (RFC 6901) into the document' })

/** One step of a JSON Patch (RFC 6902) on the document. */
export const PatchStep = Type.Union([
  Type.Object({ op: Type.Enum(['add', 'replace']), path: Pointer, value: Type.Unknown() }, closed),
  Type.Object({ op: Type.Literal('remove'), path: Pointer }, closed),
])
export type PatchStep = Static<typeof PatchStep>

/** error: certainly wrong; warning: probably not what was meant; info: worth a look. */
export const Severity = Type.Enum(['error', 'warning', 'info'])
export type Severity = Static<typeof Severity>

/** 检查结果: something the checker says about a draft. The codes are listed in rules/insight/check/codes.ts. */
export const Finding = Type.Object(
  {
    code: Type.String({ description: 'stable' }),
    severity: Severity,
    pointer: Pointer,
    /** The pointer with ids instead of positions (`/rules/E1`), which stays when things are moved. */
    place: Type.String(),
    message: LocalText,
    /** Example answers that show it; what is left out is left empty. */
    witness: Type.Optional(Answers),
    /** Other places it is about. */
    related: Type.Optional(Type.Array(Pointer)),
    /** A change of the document that removes the finding. */
    fix: Type.Optional(Type.Array(PatchStep)),
    /** Why the finding is accepted as it is: the reason written in the document. */
    accepted: Type.Optional(Type.String()),
  },
  { ...closed, $id: 'Finding' },
)
export type Finding = Static<typeof Finding>
