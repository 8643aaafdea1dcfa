import { formatNamed, maskAnswer } from '../../schemas/formats/index.ts'
import type { Field, FieldSchema, Language, LocalText, PartSchema } from '../../schemas/index.ts'
import { isJsonObject, textIn } from '../../schemas/index.ts'
import { formTexts } from '../texts/form/index.ts'
import { listIn, numberIn } from './language.ts'

/** One value in words: a choice by its title, yes or no, a number as the language writes it. */
export function wordsFor(value: unknown, choices: Field['choices'], language: Language): string {
  const texts = formTexts[language]
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'number') return numberIn(language, value)
  if (Array.isArray(value))
    return listIn(
      language,
      value.map((one) => wordsFor(one, choices, language)),
    )
  const choice: LocalText | undefined = typeof value === 'string' ? choices?.[value] : undefined
  return choice ? textIn(choice, language) : String(value)
}

/** Masked where the author says so, or the format is personal whatever the author says. */
function masked(words: string, schema: FieldSchema | PartSchema | undefined, sensitive = false): string {
  const format = schema && 'format' in schema ? schema.format : undefined
  return sensitive || formatNamed(format)?.mask ? maskAnswer(words, format) : words
}

function groupIn({ parts, schema }: Field, group: object, language: Language): string {
  const whole = schema.type === 'array' ? schema.items : schema
  const properties = whole.type === 'object' ? whole.properties : {}
  const entries = Object.entries(group).map(([id, value]) => {
    const part = parts?.[id]
    const words = wordsFor(value, part?.choices, language)
    const title = textIn(part?.title ?? { 'zh-CN': id }, language)
    return formTexts[language].faultOf(title, masked(words, properties[id], part?.sensitive))
  })
  return listIn(language, entries)
}

/** An answer in one line of words, with its unit; what is sensitive is masked, what was left empty says so. */
export function answerIn(field: Field, value: unknown, language: Language): string {
  if (value === undefined || value === null) return formTexts[language].notAnswered
  if (isJsonObject(value)) return groupIn(field, value, language)
  if (Array.isArray(value) && value.some(isJsonObject)) {
    return listIn(
      language,
      value.filter(isJsonObject).map((row) => groupIn(field, row, language)),
    )
  }
  const words = masked(wordsFor(value, field.choices, language), field.schema, field.sensitive)
  return field.unit ? `${words} ${textIn(field.unit, language)}` : words
}
