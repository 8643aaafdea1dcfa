import type { WidgetProps } from '@rjsf/utils'
import { ariaOf } from './aria.ts'

/** A calendar date (`YYYY-MM-DD`), by the browser's own picker. */
export function DateInput(props: WidgetProps) {
  const { id, value, options, onChange } = props
  return (
    <input
      className="input input-date"
      id={id}
      type="date"
      value={typeof value === 'string' ? value : ''}
      autoComplete={options.autocomplete ?? 'off'}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      {...ariaOf(props)}
    />
  )
}
