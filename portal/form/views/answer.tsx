import type { BundleDocument, Field, Language, LocalText } from '../../../schemas/index.ts'
import { isJsonObject, textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { listIn, numberIn } from '../../view/language.ts'

type Choices = Readonly<Record<string, LocalText>> | undefined

/** One value in words: a choice by its title, yes or no, a number as the language writes it. */
function wordsFor(value: unknown, choices: Choices, language: Language): string {
  const texts = formTexts[language]
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'number') return numberIn(language, value)
  if (Array.isArray(value))
    return listIn(
      language,
      value.map((one) => wordsFor(one, choices, language)),
    )
  const choice = typeof value === 'string' ? choices?.[value] : undefined
  return choice ? textIn(choice, language) : String(value)
}

function Group({ field, value, language }: { field: Field; value: object; language: Language }) {
  return (
    <ul className="group-answer">
      {Object.entries(value).map(([id, part]) => (
        <li key={id}>
          {formTexts[language].faultOf(
            textIn(field.parts?.[id]?.title ?? { 'zh-CN': id }, language),
            wordsFor(part, field.parts?.[id]?.choices, language),
          )}
        </li>
      ))}
    </ul>
  )
}

function Value({ field, value, language }: { field: Field; value: unknown; language: Language }) {
  if (value === undefined || value === null)
    return <span className="hint">{formTexts[language].notAnswered}</span>
  if (isJsonObject(value)) return <Group field={field} value={value} language={language} />
  if (Array.isArray(value) && value.some(isJsonObject)) {
    const rows: readonly unknown[] = value
    return (
      <ol className="rows-answer">
        {rows.filter(isJsonObject).map((row) => (
          <li key={JSON.stringify(row)}>
            <Group field={field} value={row} language={language} />
          </li>
        ))}
      </ol>
    )
  }
  const words = wordsFor(value, field.choices, language)
  return field.unit ? `${words} ${textIn(field.unit, language)}` : words
}

/** A question and its answer, in words. */
export function Answer({
  document,
  field: id,
  value,
  language,
}: {
  document: BundleDocument
  field: string
  value: unknown
  language: Language
}) {
  const field = document.form.fields[id]
  if (!field) return null
  return (
    <div>
      <dt>{textIn(field.title, language)}</dt>
      <dd>
        <Value field={field} value={value} language={language} />
      </dd>
    </div>
  )
}
