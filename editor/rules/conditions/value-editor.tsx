import { Select } from 'antd'
import type { ValueEditorProps } from 'react-querybuilder'
import { useWords } from '../use-words.ts'
import { useBuilder } from './builder-context.ts'
import { operatorByKey } from './choices.ts'
import { comparableFacts } from './tidy.ts'
import { ValueInput } from './value-input.tsx'

/** The right side of a comparison: a value of the fact's own kind, a parameter, or another answer. */
export function ValueEditor({ field, operator: key, value, valueSource, handleOnChange }: ValueEditorProps) {
  const { vocabulary } = useBuilder()
  const { t, factTitle } = useWords()
  const fact = vocabulary.facts.get(field)
  const { operator, fixed } = operatorByKey(key)
  if (!fact || fixed !== undefined) return null
  if (valueSource !== 'field')
    return <ValueInput fact={fact} operator={operator} value={value} onChange={handleOnChange} />
  const comparable = comparableFacts(vocabulary, fact, operator)
  const options = (isParameter: boolean) =>
    comparable
      .filter(({ source }) => (source === 'parameter') === isParameter)
      .map((one) => ({ value: one.key, label: factTitle(one) }))
  return (
    <Select
      className="condition-choice"
      aria-label={t('builder.sourceField')}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      value={String(value)}
      onChange={handleOnChange}
      options={[{ label: t('builder.parameters'), options: options(true) }, ...options(false)]}
    />
  )
}
