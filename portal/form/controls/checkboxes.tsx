import type { WidgetProps } from '@rjsf/utils'
import { optionsOf } from './options.ts'

/** Several choices. They are kept in the order of the choices, whatever order they were ticked in. */
export function Checkboxes(props: WidgetProps) {
  const { id, rawErrors, onChange } = props
  const chosen: readonly unknown[] = Array.isArray(props.value) ? props.value : []
  const options = optionsOf(props)
  const faulty = rawErrors !== undefined && rawErrors.length > 0
  const toggle = (value: unknown, on: boolean) => {
    const values = options.map((option) => option.value)
    onChange(values.filter((other) => (other === value ? on : chosen.includes(other))))
  }
  return (
    <div className="options">
      {options.map((option, index) => (
        <label key={option.label} className="option">
          <input
            type="checkbox"
            id={`${id}:${index}`}
            checked={chosen.includes(option.value)}
            aria-invalid={faulty || undefined}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
