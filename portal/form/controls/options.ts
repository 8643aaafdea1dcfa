import type { WidgetProps } from '@rjsf/utils'
import { formTexts } from '../../texts/form/index.ts'
import type { FieldContext } from '../rjsf/context.ts'

export interface Option {
  readonly value: unknown
  readonly label: string
}

/** The choices of a control with their titles; 是 and 否 for a yes-or-no question. */
export function optionsOf({ schema, options, registry }: WidgetProps): readonly Option[] {
  if (schema.type !== 'boolean') return options.enumOptions ?? []
  const { language }: FieldContext = registry.formContext
  return [
    { value: true, label: formTexts[language].yes },
    { value: false, label: formTexts[language].no },
  ]
}
