import type { BundleDocument, Field, Language } from '../../../schemas/index.ts'
import { isJsonObject, textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { wordsFor } from '../../view/answer.ts'

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
