import type { WidgetProps } from '@rjsf/utils'
import { readNumber } from '../../../schemas/formats/index.ts'
import type { FieldContext } from '../rjsf/context.ts'
import { ariaOf } from './aria.ts'
import { useTyped } from './use-typed.ts'

const write = (answer: unknown) => (answer === undefined || answer === null ? '' : String(answer))

/** A number with its unit. A text field, because spinners change numbers by accident and hide what was mistyped. */
export function NumberInput(props: WidgetProps) {
  const { id, value, schema, options, registry, onChange } = props
  const context: FieldContext = registry.formContext
  const typed = useTyped<HTMLInputElement>({
    answer: value,
    typing: context.typing,
    read: readNumber,
    write,
    onChange,
  })
  const aria = ariaOf(props)
  const unit: unknown = options.unit
  const unitId = `${id}:unit`
  return (
    <div className="with-unit">
      <input
        className="input input-amount"
        id={id}
        type="text"
        inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        {...typed}
        {...aria}
        aria-describedby={[aria['aria-describedby'], unit && unitId].filter(Boolean).join(' ') || undefined}
      />
      {typeof unit === 'string' ? (
        <span className="unit" id={unitId}>
          {unit}
        </span>
      ) : null}
    </div>
  )
}
