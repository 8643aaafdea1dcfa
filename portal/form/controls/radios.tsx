import type { WidgetProps } from '@rjsf/utils'
import { formTexts } from '../../texts/form/index.ts'
import type { FieldContext } from '../rjsf/context.ts'
import { optionsOf } from './options.ts'

/** One choice of few, as cards. An optional question can be left unanswered again. */
export function Radios(props: WidgetProps) {
  const { id, value, required, rawErrors, onChange, registry } = props
  const { language }: FieldContext = registry.formContext
  const options = optionsOf(props)
  const faulty = rawErrors !== undefined && rawErrors.length > 0
  return (
    <div className={props.schema.type === 'boolean' ? 'options options-short' : 'options'}>
      {options.map((option, index) => (
        <label key={option.label} className="option">
          <input
            type="radio"
            id={`${id}:${index}`}
            name={id}
            checked={value === option.value}
            required={required}
            aria-invalid={faulty || undefined}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {!required && value !== undefined ? (
        <button className="link-button" type="button" onClick={() => onChange(undefined)}>
          {formTexts[language].clear}
        </button>
      ) : null}
    </div>
  )
}
