import type { Language, LocalText } from './text.ts'

// Apart from text.ts, so that a page which only shows texts does not load typebox's builder (20 kB).

/** The languages every citizen-facing page speaks; zh-CN comes first and is never missing. */
export const languages = ['zh-CN', 'en'] as const

/** The text in `language`, or in zh-CN where no translation was written. */
export function textIn(text: LocalText, language: Language): string {
  return text[language] || text['zh-CN']
}
