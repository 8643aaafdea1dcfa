/** @jsxImportSource hono/jsx */
import type { Field, FieldSchema, Language, LocalText, PartSchema } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import type { ControlKind } from '../../view/control-kind.ts'
import { foreignLanguage } from '../../view/language.ts'
import { Local } from './text.tsx'

/** Name and id of the control that asks for the whole answer; worker/domain/typed-answer.ts reads it by this name. */
export const controlName = 'answer'

export const faultId = (name: string) => `${name}:fault`
export const hintId = (name: string) => `${name}:hint`
const unitId = (name: string) => `${name}:unit`

interface Control {
  name: string
  schema: FieldSchema | PartSchema
  kind: ControlKind
  value: unknown
  choices: Field['choices']
  unit?: LocalText | undefined
  describedBy: string | undefined
  faulty: boolean
  language: Language
}

function Options({ name, schema, kind, value, choices, faulty, language }: Control) {
  const texts = formTexts[language]
  const several = kind === 'checkboxes'
  const items = schema.type === 'array' ? schema.items : schema
  const values = items.type === 'boolean' ? ['true', 'false'] : 'enum' in items ? items.enum : []
  const given: unknown[] = Array.isArray(value) ? value : [value]
  const chosen = given.filter((one) => one !== undefined && one !== null).map(String)
  const labelOf = (option: string) => {
    if (items.type === 'boolean') return option === 'true' ? texts.yes : texts.no
    return <Local of={choices?.[option] ?? { 'zh-CN': option }} language={language} />
  }
  return (
    <div class={items.type === 'boolean' ? 'options options-short' : 'options'}>
      {values.map((option, index) => (
        <label class="option">
          <input
            type={several ? 'checkbox' : 'radio'}
            id={`${name}:${index}`}
            name={name}
            value={option}
            checked={chosen.includes(option)}
            aria-invalid={faulty ? 'true' : undefined}
          />
          <span>{labelOf(option)}</span>
        </label>
      ))}
    </div>
  )
}

function Select({ name, schema, value, choices, describedBy, faulty, language }: Control) {
  const options = 'enum' in schema ? schema.enum : []
  return (
    <select
      class="input"
      id={name}
      name={name}
      aria-describedby={describedBy}
      aria-invalid={faulty ? 'true' : undefined}
    >
      <option value="">{formTexts[language].choose}</option>
      {options.map((option) => {
        const title = choices?.[option] ?? { 'zh-CN': option }
        return (
          <option value={option} selected={option === value} lang={foreignLanguage(title, language)}>
            {textIn(title, language)}
          </option>
        )
      })}
    </select>
  )
}

const telephones = new Set<unknown>(['cn-mobile', 'cn-phone'])

/** One line of text, a number with its unit, or a date. Numbers are text, so that what was mistyped can be shown again. */
function Line({ name, schema, kind, value, unit, describedBy, faulty, language }: Control) {
  const format = 'format' in schema ? schema.format : undefined
  const described = [describedBy, unit && unitId(name)].filter(Boolean).join(' ')
  const written = value === undefined || value === null ? '' : String(value)
  const decimal = schema.type === 'integer' ? 'numeric' : 'decimal'
  return (
    <div class={unit ? 'with-unit' : undefined}>
      <input
        class={`input${kind === 'number' ? ' input-amount' : kind === 'date' ? ' input-date' : ''}`}
        id={name}
        name={name}
        type={kind === 'date' ? 'date' : telephones.has(format) ? 'tel' : 'text'}
        inputmode={kind === 'number' ? decimal : undefined}
        value={written}
        autocomplete="off"
        maxlength={2000}
        aria-describedby={described || undefined}
        aria-invalid={faulty ? 'true' : undefined}
      />
      {unit ? (
        <span class="unit" id={unitId(name)}>
          {textIn(unit, language)}
        </span>
      ) : null}
    </div>
  )
}

/** The control for one answer or one part of it. */
export function OneControl(control: Control) {
  if (control.kind === 'radios' || control.kind === 'checkboxes') return <Options {...control} />
  if (control.kind === 'select') return <Select {...control} />
  return <Line {...control} />
}

/** What is wrong with one answer or part, tied to its control by id. */
export function Faults({
  name,
  messages,
  language,
}: {
  name: string
  messages: readonly string[]
  language: Language
}) {
  if (messages.length === 0) return null
  return (
    <div class="faults" id={faultId(name)}>
      {messages.map((message) => (
        <p class="fault">
          <span class="visually-hidden">{formTexts[language].faultPrefix}</span>
          {message}
        </p>
      ))}
    </div>
  )
}
