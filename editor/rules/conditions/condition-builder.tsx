import { useMemo, useState } from 'react'
import { type ControlElementsProp, type FullField, QueryBuilder } from 'react-querybuilder'
import type { BundleDocument, Condition } from '../../../schemas/index.ts'
import { factGroups, factsByKey } from '../facts/fact.ts'
import { isSameJson } from '../same-json.ts'
import { useWords } from '../use-words.ts'
import { AddGroup, AddRule, Combinator, Move, Opposite, RemoveGroup, RemoveRule } from './actions.tsx'
import { BuilderContext } from './builder-context.ts'
import { fittingValue, operatorByKey, sensibleOperators } from './choices.ts'
import './condition-builder.css'
import { fromQuery } from './from-query.ts'
import { fails, type Group, holds, keptField, namedPrefix } from './query.ts'
import { FactSelector, OperatorSelector, SourceSelector } from './selectors.tsx'
import { tidy } from './tidy.ts'
import { toQuery } from './to-query.ts'
import { ValueEditor } from './value-editor.tsx'

const controls: ControlElementsProp<FullField, string> = {
  fieldSelector: FactSelector,
  operatorSelector: OperatorSelector,
  valueSourceSelector: SourceSelector,
  valueEditor: ValueEditor,
  addRuleAction: AddRule,
  addGroupAction: AddGroup,
  removeRuleAction: RemoveRule,
  removeGroupAction: RemoveGroup,
  shiftActions: Move,
  combinatorSelector: Combinator,
  notToggle: Opposite,
}

export type ConditionBuilderProps = {
  readonly document: BundleDocument
  /** Undefined: there is no condition. */
  readonly value: Condition | undefined
  /** Called with undefined when the last line is gone. */
  readonly onChange: (value: Condition | undefined) => void
}

const nothing: Group = { combinator: 'and', rules: [] }

/** Builds a condition without anybody seeing JSON. What it has no controls for stands as a sentence and is kept. */
export function ConditionBuilder({ document, value, onChange }: ConditionBuilderProps) {
  const { t } = useWords()
  const { conditions } = document
  const builder = useMemo(() => {
    const groups = factGroups(document)
    const vocabulary = { facts: factsByKey(groups), named: new Set(Object.keys(conditions)) }
    return { document, groups, vocabulary }
  }, [document, conditions])
  const { groups, vocabulary } = builder
  const [query, setQuery] = useState<Group>(() => (value ? toQuery(value, vocabulary) : nothing))
  const standing = (of: Group): Condition | undefined =>
    of.rules.length === 0 && !of.not ? undefined : fromQuery(of, vocabulary)
  // The value changed from outside, by undo for example: show that instead.
  const shown = isSameJson(standing(query), value) || (query.rules.length === 0 && isEmptyAll(value))
  const current = shown ? query : value ? toQuery(value, vocabulary) : nothing
  if (!shown) setQuery(current)

  const fields = useMemo(
    () => [
      ...[...vocabulary.facts.keys()].map((key) => ({ name: key, value: key, label: key })),
      ...[...vocabulary.named].map((name) => ({
        name: namedPrefix + name,
        value: namedPrefix + name,
        label: name,
      })),
      { name: keptField, value: keptField, label: keptField },
    ],
    [vocabulary],
  )
  const operatorsOf = (field: string) => {
    const fact = vocabulary.facts.get(field)
    const keys = fact
      ? sensibleOperators(fact.kind).map(({ key }) => key)
      : field === keptField
        ? [keptField]
        : [holds, fails]
    return keys.map((key) => ({ name: key, value: key, label: key }))
  }
  const change = (next: Group): void => {
    const whole = tidy(next, vocabulary)
    setQuery(whole)
    const condition = standing(whole)
    if (!isSameJson(condition, standing(current))) onChange(condition)
  }
  return (
    <BuilderContext value={builder}>
      <fieldset className="condition-builder" aria-label={t('builder.label')}>
        <QueryBuilder
          query={current}
          onQueryChange={change}
          fields={fields}
          controlElements={controls}
          getOperators={operatorsOf}
          getDefaultField={groups[0]?.facts[0]?.key ?? keptField}
          getDefaultValue={({ field, operator }) => {
            const fact = vocabulary.facts.get(field)
            return fact ? fittingValue(fact, operatorByKey(operator).operator, undefined) : true
          }}
          getValueSources={() => ['value', 'field']}
          enableMountQueryChange={false}
          addRuleToNewGroups
          showNotToggle
          showShiftActions
        />
        {current.rules.length === 0 && <p className="condition-empty">{t('builder.empty')}</p>}
      </fieldset>
    </BuilderContext>
  )
}

function isEmptyAll(value: Condition | undefined): boolean {
  return value !== undefined && 'all' in value && value.all.length === 0
}
