import type { Language, LocalText } from '../../schemas/index.ts'

/** The `lang` to mark a text with where its words are not in the page's language; undefined where they are. */
export function foreignLanguage(text: LocalText, language: Language): Language | undefined {
  return language !== 'zh-CN' && !text[language] ? 'zh-CN' : undefined
}

const listFormats = {
  'zh-CN': new Intl.ListFormat('zh-CN', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** A list as the language writes it: 甲、乙和丙; A, B and C. */
export function listIn(language: Language, names: readonly string[]): string {
  return listFormats[language].format(names)
}

const locales = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const

/** A number as the language writes it, with at most two decimals. */
export function numberIn(language: Language, value: number): string {
  return value.toLocaleString(locales[language], { maximumFractionDigits: 2 })
}

/** A moment in Beijing time. */
export function momentIn(language: Language, dateTime: string): string {
  return new Date(dateTime).toLocaleString(locales[language], {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  })
}

/** A calendar date (`YYYY-MM-DD`) with its weekday. */
export function dayIn(language: Language, date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locales[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  })
}
