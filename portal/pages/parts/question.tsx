/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Language, PartSchema } from '../../../schemas/index.ts'
import { isJsonObject, textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { controlKind, isSet } from '../../view/control-kind.ts'
import type { AskedQuestion } from '../types.ts'
import { controlName, Faults, faultId, hintId, OneControl } from './controls.tsx'
import { Local } from './text.tsx'

function messagesAt({ faults }: AskedQuestion, pointer: string, language: Language): string[] {
  return faults.filter((fault) => fault.pointer === pointer).map(({ message }) => textIn(message, language))
}

/** The parts of a group, each with its own label. */
function Parts({
  question,
  name,
  pointer,
  properties,
  value,
  language,
}: {
  question: AskedQuestion
  name: string
  pointer: string
  properties: Readonly<Record<string, PartSchema>>
  value: unknown
  language: Language
}) {
  return (
    <>
      {Object.entries(properties).map(([id, schema]) => {
        const part = question.field.parts?.[id]
        const partName = `${name}/${id}`
        const kind = controlKind(schema)
        const messages = messagesAt(question, `${pointer}/${id}`, language)
        const faulty = messages.length > 0
        const control = (
          <OneControl
            name={partName}
            schema={schema}
            kind={kind}
            value={isJsonObject(value) ? value[id] : undefined}
            choices={part?.choices}
            describedBy={faulty ? faultId(partName) : undefined}
            faulty={faulty}
            language={language}
          />
        )
        const title = <Local of={part?.title ?? { 'zh-CN': id }} language={language} />
        const faults = <Faults name={partName} messages={messages} language={language} />
        const className = faulty ? 'field field-faulty' : 'field'
        return isSet(kind) ? (
          <fieldset class={className} id={partName}>
            <legend class="label">{title}</legend>
            {faults}
            {control}
          </fieldset>
        ) : (
          <div class={className}>
            <label class="label" for={partName}>
              {title}
            </label>
            {faults}
            {control}
          </div>
        )
      })}
    </>
  )
}

/** Several groups of the same parts: those given, and one to fill in. */
function Rows({ question, language }: { question: AskedQuestion; language: Language }) {
  const { schema } = question.field
  if (schema.type !== 'array' || schema.items.type !== 'object') return null
  const { properties } = schema.items
  const given: unknown[] = Array.isArray(question.value) ? question.value : []
  const count = Math.min('maxItems' in schema ? (schema.maxItems ?? 1) : 1, given.length + 1)
  const texts = guideTexts[language]
  return (
    <>
      {Array.from({ length: count }, (_, row) => (
        <fieldset class="row">
          <legend class="row-title">{formTexts[language].itemNumber(row + 1)}</legend>
          <Parts
            question={question}
            name={`${controlName}/${row}`}
            pointer={`/${row}`}
            properties={properties}
            value={given[row]}
            language={language}
          />
        </fieldset>
      ))}
      <button class="button button-quiet" type="submit" name="do" value="more">
        {texts.addRow}
      </button>
    </>
  )
}

/**
 * A question with its native control, help and faults; its title is the heading of the page. `before` stands above the
 * title, such as what the question is about.
 */
export function Question({
  question,
  language,
  before,
}: {
  question: AskedQuestion
  language: Language
  before?: Child
}) {
  const { field, required } = question
  const kind = controlKind(field.schema, field.ui?.widget)
  const messages = messagesAt(question, '', language)
  const faulty = question.faults.length > 0
  const describedBy =
    [field.help && hintId(controlName), messages.length > 0 && faultId(controlName)]
      .filter(Boolean)
      .join(' ') || undefined
  const title = <Local of={field.title} language={language} />
  const help = (
    <>
      {field.help ? (
        <p class="hint" id={hintId(controlName)}>
          <Local of={field.help} language={language} />
        </p>
      ) : null}
      {kind === 'checkboxes' ? <p class="hint">{guideTexts[language].chooseSeveral}</p> : null}
      {required ? null : <p class="hint">{guideTexts[language].optionalHint}</p>}
      <Faults name={controlName} messages={messages} language={language} />
    </>
  )
  const className = faulty ? 'field field-faulty' : 'field'
  if (isSet(kind)) {
    const { schema, choices } = field
    return (
      <fieldset class={className} id={controlName} aria-describedby={describedBy}>
        <legend class="question-legend">
          {before}
          <h1 class="question-title">{title}</h1>
        </legend>
        {help}
        {kind === 'group' && schema.type === 'object' ? (
          <Parts
            question={question}
            name={controlName}
            pointer=""
            properties={schema.properties}
            value={question.value}
            language={language}
          />
        ) : kind === 'list' ? (
          <Rows question={question} language={language} />
        ) : (
          <OneControl
            name={controlName}
            schema={schema}
            kind={kind}
            value={question.value}
            choices={choices}
            describedBy={undefined}
            faulty={faulty}
            language={language}
          />
        )}
      </fieldset>
    )
  }
  return (
    <div class={className}>
      {before}
      <h1 class="question-title">
        <label for={controlName}>{title}</label>
      </h1>
      {help}
      <OneControl
        name={controlName}
        schema={field.schema}
        kind={kind}
        value={question.value}
        choices={field.choices}
        unit={field.unit}
        describedBy={describedBy}
        faulty={faulty}
        language={language}
      />
    </div>
  )
}

/** What is wrong, on top, in the focus from the start, leading to the control. */
export function QuestionFaults({ question, language }: { question: AskedQuestion; language: Language }) {
  if (question.faults.length === 0) return null
  const kind = controlKind(question.field.schema, question.field.ui?.widget)
  const first = kind === 'radios' || kind === 'checkboxes' ? `${controlName}:0` : controlName
  return (
    <div class="notice notice-error" role="alert" tabindex={-1} autofocus>
      <h2 class="notice-title">{formTexts[language].faultsTitle}</h2>
      <ul class="fault-links">
        {question.faults.map(({ pointer, message }) => (
          <li>
            <a href={`#${pointer === '' ? first : `${controlName}${pointer}`}`}>
              {textIn(message, language)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
