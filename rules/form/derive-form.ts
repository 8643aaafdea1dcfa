import { type Answers, type Field, type FormResponse, type Language, textIn } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import type { Unanswered } from '../decide/run.ts'
import { fieldStates } from './visible.ts'

/** Longest free text where a field names no bound of its own. */
const longestText = 2000

type Properties = Record<string, unknown>
export type DerivedForm = Pick<FormResponse, 'steps' | 'schema' | 'uiSchema' | 'hidden'>

function bounded(schema: Properties): Properties {
  const isFreeText =
    schema.type === 'string' && !('enum' in schema) && !('format' in schema) && !('maxLength' in schema)
  return isFreeText ? { ...schema, maxLength: longestText } : schema
}

function groupSchema(schema: Properties, field: Field, language: Language): Properties {
  const properties = Object.entries(schema.properties ?? {}).map(([id, part]) => {
    const title = field.parts?.[id]?.title
    return [id, { ...bounded({ ...part }), ...(title ? { title: textIn(title, language) } : {}) }]
  })
  return { ...schema, properties: Object.fromEntries(properties), additionalProperties: false }
}

/** The JSON Schema of one field, with its title and help in `language`. */
export function fieldSchema(field: Field, language: Language): Properties {
  const { schema } = field
  let derived: Properties = bounded({ ...schema })
  if (schema.type === 'object') derived = groupSchema(derived, field, language)
  if (schema.type === 'array' && schema.items.type === 'object') {
    derived = { ...derived, items: groupSchema({ ...schema.items }, field, language) }
  }
  derived.title = textIn(field.title, language)
  if (field.help) derived.description = textIn(field.help, language)
  if (field.derive) derived.readOnly = true
  return derived
}

const titlesOf = (values: readonly string[], choices: Field['choices'], language: Language): string[] =>
  values.map((value) => {
    const title = choices?.[value]
    return title ? textIn(title, language) : value
  })

function partsUi(parts: Field['parts'], properties: object, language: Language): Properties {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([id, part]) =>
      typeof part === 'object' && part !== null && 'enum' in part && Array.isArray(part.enum)
        ? [[id, { 'ui:enumNames': titlesOf(part.enum, parts?.[id]?.choices, language) }]]
        : [],
    ),
  )
}

/** The uiSchema of one field: widget, titles of choices, unit, what the browser may fill in. */
export function fieldUi(field: Field, language: Language): Properties {
  const { schema, ui } = field
  const made: Properties = {}
  if (ui?.widget) made['ui:widget'] = ui.widget
  if (ui?.placeholder) made['ui:placeholder'] = textIn(ui.placeholder, language)
  if (ui?.autocomplete) made['ui:autocomplete'] = ui.autocomplete
  if (field.derive) made['ui:readonly'] = true
  const options: Properties = {}
  if (field.unit) options.unit = textIn(field.unit, language)
  if (field.derive) options.derivedFrom = field.derive.from
  if (Object.keys(options).length > 0) made['ui:options'] = options
  if (schema.type === 'string' && 'enum' in schema)
    made['ui:enumNames'] = titlesOf(schema.enum, field.choices, language)
  if (schema.type === 'array' && schema.items.type === 'string')
    made['ui:enumNames'] = titlesOf(schema.items.enum, field.choices, language)
  if (schema.type === 'object') Object.assign(made, partsUi(field.parts, schema.properties, language))
  if (schema.type === 'array' && schema.items.type === 'object')
    made.items = partsUi(field.parts, schema.items.properties, language)
  return made
}

/**
 * The form for given answers: JSON Schema 2020-12 and an @rjsf/core uiSchema in `language`, with exactly the fields
 * that apply. A field whose visibility is still open is not in it yet; `hidden` names those that certainly do not apply.
 */
export function deriveForm(
  compiled: CompiledBundle,
  answers: Answers,
  language: Language,
  unanswered: Unanswered = 'unknown',
): DerivedForm {
  const states = fieldStates(compiled, answers, unanswered)
  const shown = states.filter((state) => state.shown === true)
  const ids = new Set(shown.map(({ id }) => id))
  return {
    steps: compiled.document.form.steps.map(({ id, title, help, fields }) => ({
      id,
      title: textIn(title, language),
      ...(help ? { help: textIn(help, language) } : {}),
      fields: fields.filter((field) => ids.has(field)),
    })),
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: Object.fromEntries(shown.map(({ id, field }) => [id, fieldSchema(field, language)])),
      required: shown.filter(({ required }) => required).map(({ id }) => id),
      additionalProperties: false,
    },
    uiSchema: {
      'ui:order': shown.map(({ id }) => id),
      ...Object.fromEntries(shown.map(({ id, field }) => [id, fieldUi(field, language)])),
    },
    hidden: states.filter((state) => state.shown === false).map(({ id }) => id),
  }
}
