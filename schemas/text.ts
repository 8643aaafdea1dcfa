import Type, { type Static } from 'typebox'
import { languages } from './language.ts'

export const Language = Type.Enum(languages)
export type Language = Static<typeof Language>

/** A text in both languages. `en` may be missing in a draft; the zh-CN text then stands in. */
export const LocalText = Type.Object(
  {
    'zh-CN': Type.String({ minLength: 1, maxLength: 4000 }),
    en: Type.Optional(Type.String({ maxLength: 4000 })),
  },
  { additionalProperties: false },
)
export type LocalText = Static<typeof LocalText>
