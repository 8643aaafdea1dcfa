import type { Fact } from '../facts/fact.ts'
import { fittingValue, operatorByKey, sensibleOperators, shapeOf } from './choices.ts'
import { fails, type Group, holds, isGroup, keptField, type Line, namedPrefix } from './query.ts'
import type { Vocabulary } from './to-query.ts'

/** Facts that can stand on the right side of a comparison of `fact` by `operator`. Lists and ranges come from parameters. */
export function comparableFacts(vocabulary: Vocabulary, fact: Fact, operator: string): readonly Fact[] {
  const others = [...vocabulary.facts.values()].filter(({ key }) => key !== fact.key)
  const isText = (kind: Fact['kind']): boolean => kind === 'text' || kind === 'choice'
  switch (shapeOf(operator)) {
    case 'list':
    case 'range':
    case 'date-range':
      return others.filter((one) => one.source === 'parameter' && one.kind === 'choices')
    case 'scalar':
    case 'number-or-text':
    case 'number':
    case 'date':
      return others.filter(
        ({ kind }) =>
          kind === fact.kind ||
          (isText(kind) && isText(fact.kind)) ||
          (fact.kind === 'choices' && isText(kind)),
      )
    default:
      return []
  }
}

function tidyLine(line: Line, vocabulary: Vocabulary): Line {
  const { field, operator, value, valueSource = 'value' } = line
  if (field === keptField) return line
  if (field.startsWith(namedPrefix))
    return operator === holds || operator === fails
      ? line
      : { ...line, operator: holds, value: true, valueSource: 'value' }
  const fact = vocabulary.facts.get(field)
  if (!fact) return line
  const [usual] = sensibleOperators(fact.kind)
  const choice =
    shapeOf(operatorByKey(operator).operator) === undefined && usual ? usual : operatorByKey(operator)
  const named = choice.key === operator ? line : { ...line, operator: choice.key }
  if (choice.fixed !== undefined)
    return value === choice.fixed && valueSource === 'value'
      ? named
      : { ...named, value: choice.fixed, valueSource: 'value' }
  if (valueSource === 'field') {
    if (typeof value === 'string' && vocabulary.facts.has(value)) return named
    const [first] = comparableFacts(vocabulary, fact, choice.operator)
    if (first) return { ...named, value: first.key }
  }
  const fitting = fittingValue(fact, choice.operator, value)
  return fitting === value && line.valueSource === 'value'
    ? named
    : { ...named, value: fitting, valueSource: 'value' }
}

/** The query with every line made whole again after its fact, operator or source was changed; the rest is as it was. */
export function tidy(group: Group, vocabulary: Vocabulary): Group {
  const rules = group.rules.map((rule) =>
    isGroup(rule) ? tidy(rule, vocabulary) : tidyLine(rule, vocabulary),
  )
  return rules.every((rule, index) => rule === group.rules[index]) ? group : { ...group, rules }
}
