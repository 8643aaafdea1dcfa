import Type, { type Static } from 'typebox'

/** The languages every citizen-facing page speaks; zh-CN comes first and is never missing. */
export const languages = ['zh-CN', 'en'] as const

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

/** The text in `language`, or in zh-CN where no translation was written. */
export function textIn(text: LocalText, language: Language): string {
  return text[language] || text['zh-CN']
}
