import Type, { type Static } from 'typebox'
import { Fault } from './fault.ts'
import { LocalText } from './text.ts'

/** RFC 9457 `application/problem+json`. `type` is a stable path below `/problems/`; texts are zh-CN first. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    status: Type.Integer(),
    title: Type.String(),
    detail: Type.Optional(Type.String()),
    /** `title` in both languages, for clients that choose. */
    texts: LocalText,
    errors: Type.Array(Fault),
    /** The current version, where the request was for another. */
    currentVersion: Type.Optional(Type.Integer()),
    /** What is stored now, where somebody else saved first. */
    current: Type.Optional(Type.Unknown()),
    /** Fresh reference to quote to support; carries no personal data. */
    instance: Type.Optional(Type.String()),
  },
  { additionalProperties: false, $id: 'Problem' },
)
export type Problem = Static<typeof Problem>
