import type { RJSFSchema, UiSchema } from '@rjsf/utils'

/** How a field is asked for. */
export type Kind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'radios'
  | 'select'
  | 'checkboxes'
  | 'computed'
  | 'group'
  | 'list'

/** More choices than this are a list to open, not cards to look over. */
const mostCards = 7

function kindOfText(schema: RJSFSchema, widget: unknown): Kind {
  if (Array.isArray(schema.enum)) {
    if (widget === 'radio') return 'radios'
    return widget === 'select' || schema.enum.length > mostCards ? 'select' : 'radios'
  }
  if (schema.format === 'date') return 'date'
  return widget === 'textarea' ? 'textarea' : 'text'
}

/** How a field of a derived form is asked for, from its schema and the widget the author chose. */
export function kindOf(schema: RJSFSchema, uiSchema: UiSchema | undefined): Kind {
  if (schema.readOnly) return 'computed'
  if (schema.type === 'object') return 'group'
  if (schema.type === 'array') return schema.uniqueItems ? 'checkboxes' : 'list'
  if (schema.type === 'boolean') return 'radios'
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  return kindOfText(schema, uiSchema?.['ui:widget'])
}

/** Whether the label names a set of controls (fieldset and legend) and not one control. */
export function isSet(kind: Kind): boolean {
  return kind === 'radios' || kind === 'checkboxes' || kind === 'group' || kind === 'list'
}
