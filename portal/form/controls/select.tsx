import type { WidgetProps } from '@rjsf/utils'
import { formTexts } from '../../texts/form/index.ts'
import type { FieldContext } from '../rjsf/context.ts'
import { ariaOf } from './aria.ts'
import { optionsOf } from './options.ts'

/** One choice of many, as the browser's own list. */
export function Select(props: WidgetProps) {
  const { id, value, onChange, registry } = props
  const { language }: FieldContext = registry.formContext
  const options = optionsOf(props)
  const index = options.findIndex((option) => option.value === value)
  return (
    <select
      className="input"
      id={id}
      value={index < 0 ? '' : String(index)}
      onChange={(event) => onChange(options[Number(event.currentTarget.value || -1)]?.value)}
      {...ariaOf(props)}
    >
      <option value="">{formTexts[language].choose}</option>
      {options.map((option, number) => (
        <option key={option.label} value={String(number)}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
