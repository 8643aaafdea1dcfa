import type { WidgetProps } from '@rjsf/utils'
import { kindOf } from '../rjsf/kind.ts'
import { Checkboxes } from './checkboxes.tsx'
import { Computed } from './computed.tsx'
import { DateInput } from './date-input.tsx'
import { NumberInput } from './number-input.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

/** The control for any field that is one answer. The kind follows from the schema; see kindOf. */
export function Control(props: WidgetProps) {
  switch (kindOf(props.schema, props.uiSchema)) {
    case 'computed':
      return <Computed {...props} />
    case 'number':
      return <NumberInput {...props} />
    case 'date':
      return <DateInput {...props} />
    case 'radios':
      return <Radios {...props} />
    case 'checkboxes':
      return <Checkboxes {...props} />
    case 'select':
      return <Select {...props} />
    default:
      return <TextInput {...props} />
  }
}
