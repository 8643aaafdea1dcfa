import type { LocalText } from '../../schemas/index.ts'
import { fill, type Speaker } from './speaker.ts'

/** What a value is to be read by. */
export type Meaning = {
  readonly unit?: LocalText | undefined
  readonly choices?: Readonly<Record<string, LocalText>> | undefined
}

/** Longer answers and lists are cut: a sentence is no place for an essay. */
const longest = 60
const mostMembers = 12
const more = '…'
const datePattern = /^\d{4}-\d{2}-\d{2}$/

/** A number with its unit. */
export function quantityIn(speaker: Speaker, value: number, unit: LocalText | undefined): string {
  const { texts } = speaker
  const number = speaker.number(value)
  if (!unit) return fill(texts.number, { number })
  const unitText = speaker.text(unit)
  const template = unitText === '%' ? 'percentage' : /^\d/.test(unitText) ? 'multiple' : 'quantity'
  return fill(texts[template], { number, unit: unitText })
}

export function quoteIn({ texts }: Speaker, text: string): string {
  return fill(texts.quote, { text })
}

function textValueIn(speaker: Speaker, value: string, choices: Meaning['choices']): string {
  const choice = choices && Object.hasOwn(choices, value) ? choices[value] : undefined
  if (choice) return quoteIn(speaker, speaker.text(choice))
  const date = datePattern.test(value) ? new Date(value) : undefined
  if (date && !Number.isNaN(date.getTime())) return speaker.date(date)
  return quoteIn(speaker, value.length > longest ? value.slice(0, longest) + more : value)
}

/** A value as it stands in a sentence. `join` puts the members of a list together. */
export function valueIn(
  speaker: Speaker,
  value: unknown,
  meaning: Meaning,
  join: (items: readonly string[]) => string,
): string {
  const { texts } = speaker
  if (value === null || value === undefined || value === '') return texts.notGiven
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'number') return quantityIn(speaker, value, meaning.unit)
  if (typeof value === 'string') return textValueIn(speaker, value, meaning.choices)
  if (!Array.isArray(value) || value.some((one) => typeof one === 'object')) return texts.given
  if (value.length === 0) return texts.notGiven
  const members = value.slice(0, mostMembers).map((one) => valueIn(speaker, one, meaning, join))
  return join(value.length > mostMembers ? [...members, more] : members)
}
