import type { Language, LocalText } from '../../schemas/index.ts'
import { textIn } from '../../schemas/language.ts'
import { en } from './texts/en.ts'
import type { Texts } from './texts/texts.ts'
import { zhCN } from './texts/zh-CN.ts'

/** One language with its words and its ways to write numbers, dates and lists. */
export type Speaker = {
  readonly texts: Texts
  readonly text: (text: LocalText) => string
  readonly number: (value: number) => string
  readonly date: (value: Date) => string
  readonly and: (items: readonly string[]) => string
  readonly or: (items: readonly string[]) => string
  readonly workingDays: (days: number) => string
}

const han = /\p{Script=Han}$/u

/**
 * Puts `values` into a template. Chinese values that begin with a number bring the space that belongs between it and
 * a Chinese character; before anything else they lose it.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string, offset: number) => {
    const value = values[name] ?? ''
    return offset > 0 && !han.test(template.slice(0, offset)) && value.startsWith(' ')
      ? value.slice(1)
      : value
  })
}

function speakerOf(language: Language, texts: Texts): Speaker {
  const { locale } = texts
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const plurals = new Intl.PluralRules(locale)
  const list = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(locale, { type })
    return (items: readonly string[]) =>
      format.format(items.map((item, index) => (index === 0 ? item : item.trimStart())))
  }
  return {
    texts,
    text: (text) => textIn(text, language),
    number: (value) => numbers.format(value),
    date: (value) => dates.format(value),
    and: list('conjunction'),
    or: list('disjunction'),
    workingDays: (days) =>
      fill(texts.workingDays[plurals.select(days) === 'one' ? 'one' : 'other'], {
        number: numbers.format(days),
      }),
  }
}

let speakers: readonly [chinese: Speaker, english: Speaker] | undefined

/** The same text in both languages. */
export function say(speak: (speaker: Speaker) => string): Required<LocalText> {
  speakers ??= [speakerOf('zh-CN', zhCN), speakerOf('en', en)]
  return { 'zh-CN': speak(speakers[0]), en: speak(speakers[1]) }
}
