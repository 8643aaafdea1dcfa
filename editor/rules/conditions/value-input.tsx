import { Input, InputNumber, Select } from 'antd'
import type { Fact } from '../facts/fact.ts'
import { useWords } from '../use-words.ts'
import { shapeOf } from './choices.ts'

type Props = {
  readonly fact: Fact
  readonly operator: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}
type One = { readonly value: unknown; readonly label: string; readonly onChange: (value: unknown) => void }

const isNumberText = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

function NumberOne({ fact, value, label, onChange, empty }: One & { fact: Fact; empty: null | '' }) {
  const { t, text } = useWords()
  const isMissing = typeof value !== 'number'
  return (
    <InputNumber
      className="condition-number"
      aria-label={label}
      placeholder={t('builder.missing')}
      {...(isMissing ? { status: 'warning' } : {})}
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange(next ?? empty)}
      {...(fact.unit ? { suffix: text(fact.unit) } : {})}
    />
  )
}

function TextOne({ value, label, onChange, isDate }: One & { isDate?: boolean }) {
  const { t } = useWords()
  const written = typeof value === 'string' ? value : ''
  return (
    <Input
      className="condition-text"
      aria-label={label}
      type={isDate ? 'date' : 'text'}
      placeholder={t('builder.missing')}
      {...(written === '' ? { status: 'warning' } : {})}
      value={written}
      onChange={({ target }) => onChange(isDate && target.value === '' ? null : target.value)}
    />
  )
}

/** Several values: choices by name, numbers and texts as typed. */
function Several({ fact, operator, value, onChange }: Props) {
  const { t, text } = useWords()
  const list: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const isChosen = fact.choices.length > 0
  const hint = operator === 'regionWithin' ? 'codes' : fact.kind === 'number' ? 'numbers' : 'texts'
  return (
    <Select
      className="condition-list"
      mode={isChosen ? 'multiple' : 'tags'}
      aria-label={t('builder.value')}
      placeholder={isChosen ? t('builder.choose') : t(`builder.${hint}`)}
      {...(list.length === 0 ? { status: 'warning' } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      tokenSeparators={[',', '、', ' ']}
      value={list.map(String)}
      onChange={(next: string[]) =>
        onChange(fact.kind === 'number' ? next.filter(isNumberText).map(Number) : next)
      }
      options={fact.choices.map((choice) => ({ value: choice.value, label: text(choice.title) }))}
    />
  )
}

/** One value or several, typed by the fact and the operator it is compared by. */
export function ValueInput(props: Props) {
  const { fact, operator, value, onChange } = props
  const { t, text } = useWords()
  const shape = shapeOf(operator)
  const label = t('builder.value')
  if (shape === 'list' || shape === 'region') return <Several {...props} />
  if (shape === 'range' || shape === 'date-range') {
    const [low = null, high = null]: readonly unknown[] = Array.isArray(value) ? value : []
    const isDate = shape === 'date-range'
    const ends = [
      { value: low, label: t('builder.low'), onChange: (next: unknown) => onChange([next, high]) },
      { value: high, label: t('builder.high'), onChange: (next: unknown) => onChange([low, next]) },
    ]
    return ends.map((end) =>
      isDate ? (
        <TextOne key={end.label} {...end} isDate />
      ) : (
        <NumberOne key={end.label} {...end} fact={fact} empty={null} />
      ),
    )
  }
  if (shape === 'date') return <TextOne value={value} label={label} onChange={onChange} isDate />
  if (fact.kind === 'boolean')
    return (
      <Select
        className="condition-choice"
        aria-label={label}
        value={value === true}
        onChange={onChange}
        options={[
          { value: true, label: t('builder.yes') },
          { value: false, label: t('builder.no') },
        ]}
      />
    )
  if (fact.kind === 'number')
    return (
      <NumberOne
        value={value}
        label={label}
        onChange={onChange}
        fact={fact}
        empty={shape === 'scalar' ? '' : null}
      />
    )
  if (fact.choices.length > 0)
    return (
      <Select
        className="condition-choice"
        aria-label={label}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        onChange={onChange}
        options={fact.choices.map((choice) => ({ value: choice.value, label: text(choice.title) }))}
      />
    )
  return <TextOne value={value} label={label} onChange={onChange} />
}
