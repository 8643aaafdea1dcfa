import type { WidgetProps } from '@rjsf/utils'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import type { FieldContext } from '../rjsf/context.ts'

/** An answer worked out from another one: shown, with where it comes from, and not to be filled in. */
export function Computed({ value, schema, options, registry }: WidgetProps) {
  const { language, document }: FieldContext = registry.formContext
  const texts = formTexts[language]
  const from: unknown = options.derivedFrom
  const source = typeof from === 'string' ? document.form.fields[from]?.title : undefined
  const chosen = options.enumOptions?.find((option) => option.value === value)?.label
  const known = value !== undefined && value !== null
  return (
    <>
      {source && !schema.description ? (
        <p className="hint">{texts.computed(textIn(source, language))}</p>
      ) : null}
      <output className="computed">
        {known ? `${chosen ?? value}` : texts.notComputed}
        {known && options.unit ? ` ${options.unit}` : ''}
      </output>
    </>
  )
}
