import Type, { type Static } from 'typebox'
import { LocalText } from './text.ts'

/** One thing wrong with an input: where (JSON Pointer, RFC 6901), which rule was broken, and what to tell a person. */
export const Fault = Type.Object(
  {
    pointer: Type.String({ description: 'JSON Pointer (RFC 6901) into the input' }),
    keyword: Type.String({ description: 'stable code of the broken rule' }),
    message: LocalText,
  },
  { additionalProperties: false },
)
export type Fault = Static<typeof Fault>
