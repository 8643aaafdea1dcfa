import { Select } from 'antd'
import type { FieldSelectorProps, OperatorSelectorProps, ValueSourceSelectorProps } from 'react-querybuilder'
import { conditionStatement } from '../../../rules/explain/statement.ts'
import { useWords } from '../use-words.ts'
import { useBuilder } from './builder-context.ts'
import { operatorByKey, sensibleOperators } from './choices.ts'
import { fails, holds, keptField, namedPrefix } from './query.ts'
import { comparableFacts } from './tidy.ts'

/** What is looked at: questions by step, derived facts, parameters, named conditions; or, for a kept line, its sentence. */
export function FactSelector({ value, handleOnChange, rule }: FieldSelectorProps) {
  const { document, groups, vocabulary } = useBuilder()
  const { t, text, factTitle } = useWords()
  if (value === keptField)
    return (
      <p className="condition-kept" title={t('builder.kept')}>
        {text(conditionStatement(document, rule.value))}
      </p>
    )
  const groupTitle = (group: (typeof groups)[number]): string => {
    if (group.title) return text(group.title)
    if (group.kind === 'derived') return t('builder.derived')
    return group.kind === 'parameters' ? t('builder.parameters') : t('builder.unplaced')
  }
  const options = groups.map((group) => ({
    label: groupTitle(group),
    options: group.facts.map((fact) => ({ value: fact.key, label: factTitle(fact) })),
  }))
  const named = [...vocabulary.named].map((name) => ({
    value: namedPrefix + name,
    label: text(document.conditions[name]?.title ?? { 'zh-CN': name }),
  }))
  return (
    <Select
      className="condition-fact"
      aria-label={t('builder.fact')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? ''}
      onChange={handleOnChange}
      options={named.length > 0 ? [{ label: t('builder.named'), options: named }, ...options] : options}
    />
  )
}

export function OperatorSelector({ value = '', handleOnChange, field }: OperatorSelectorProps) {
  const { vocabulary } = useBuilder()
  const { t, operator } = useWords()
  if (field === keptField) return null
  const fact = vocabulary.facts.get(field)
  const sensible = fact ? sensibleOperators(fact.kind).map(({ key }) => key) : [holds, fails]
  const keys = sensible.includes(value) ? sensible : [...sensible, value]
  return (
    <Select
      className="condition-operator"
      aria-label={t('builder.operator')}
      popupMatchSelectWidth={false}
      value={value}
      onChange={handleOnChange}
      options={keys.map((key) => ({ value: key, label: operator(key) }))}
    />
  )
}

export function SourceSelector({ value, handleOnChange, field, rule }: ValueSourceSelectorProps) {
  const { vocabulary } = useBuilder()
  const { t } = useWords()
  const fact = vocabulary.facts.get(field)
  const { operator, fixed } = operatorByKey(rule.operator)
  if (!fact || fixed !== undefined || comparableFacts(vocabulary, fact, operator).length === 0) return null
  return (
    <Select
      className="condition-source"
      aria-label={t('builder.source')}
      popupMatchSelectWidth={false}
      value={value ?? 'value'}
      onChange={handleOnChange}
      options={[
        { value: 'value', label: t('builder.sourceValue') },
        { value: 'field', label: t('builder.sourceField') },
      ]}
    />
  )
}
