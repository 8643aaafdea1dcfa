import type { WidgetProps } from '@rjsf/utils'
import { formatNamed } from '../../../schemas/formats/index.ts'
import type { FieldContext } from '../rjsf/context.ts'
import { kindOf } from '../rjsf/kind.ts'
import { ariaOf } from './aria.ts'
import { useTyped } from './use-typed.ts'

const telephones = new Set(['cn-mobile', 'cn-phone'])
const write = (answer: unknown) => (typeof answer === 'string' ? answer : '')

/** The answer in the one spelling of its format; undefined where nothing was typed. */
function readAs(format: string | undefined, text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return formatNamed(format)?.normalise(trimmed) ?? trimmed
}

/** Free text in one line or several, a code, a telephone number. */
export function TextInput(props: WidgetProps) {
  const { id, value, schema, options, placeholder, registry, onChange } = props
  const context: FieldContext = registry.formContext
  const { format } = schema
  const typed = useTyped<HTMLInputElement & HTMLTextAreaElement>({
    answer: value,
    typing: context.typing,
    read: (text) => readAs(format, text),
    write,
    onChange,
  })
  const common = {
    id,
    placeholder: placeholder || undefined,
    autoComplete: options.autocomplete ?? 'off',
    ...typed,
    ...ariaOf(props),
  }
  if (kindOf(schema, props.uiSchema) === 'textarea')
    return <textarea className="input" rows={4} {...common} />
  const isTelephone = format !== undefined && telephones.has(format)
  const isCode = format?.startsWith('cn-') === true
  return (
    <input
      className={isCode ? 'input input-number' : 'input'}
      type={isTelephone ? 'tel' : format === 'email' ? 'email' : 'text'}
      autoCapitalize={isCode ? 'characters' : undefined}
      spellCheck={isCode ? false : undefined}
      {...common}
    />
  )
}
