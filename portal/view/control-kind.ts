import type { Field, FieldSchema, PartSchema } from '../../schemas/index.ts'

/** How a question is asked for by native controls. */
export type ControlKind = 'text' | 'number' | 'date' | 'radios' | 'select' | 'checkboxes' | 'group' | 'list'

/** More choices than this are a list to open, not cards to look over. */
const mostCards = 7

/** The control for a field or a part of one, from its schema and the widget the author chose. */
export function controlKind(
  schema: FieldSchema | PartSchema,
  widget?: NonNullable<Field['ui']>['widget'],
): ControlKind {
  if (schema.type === 'object') return 'group'
  if (schema.type === 'array') return schema.items.type === 'string' ? 'checkboxes' : 'list'
  if (schema.type === 'boolean') return 'radios'
  if (schema.type !== 'string') return 'number'
  if ('enum' in schema) {
    if (widget === 'radio') return 'radios'
    return widget === 'select' || schema.enum.length > mostCards ? 'select' : 'radios'
  }
  return 'format' in schema && schema.format === 'date' ? 'date' : 'text'
}

/** Whether the title names a set of controls (fieldset and legend) and not one control. */
export function isSet(kind: ControlKind): boolean {
  return kind === 'radios' || kind === 'checkboxes' || kind === 'group' || kind === 'list'
}
