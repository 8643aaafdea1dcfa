import { type BundleDocument, type Effect, isJsonObject, type LocalText } from '../../schemas/index.ts'
import { isReference, parameterPrefix } from '../conditions/vocabulary.ts'
import { isFormula } from '../formulas/formula.ts'
import { formulaIn } from './formula-words.ts'
import { matterOf } from './matter.ts'
import { fill, type Speaker, say } from './speaker.ts'
import { type StatementKind, statementTexts } from './statement-texts.ts'
import { factIn, type Subject, titleIn } from './subject.ts'
import { quantityIn, valueIn } from './value.ts'

/** What a fact is called, when there is no run to take its value from. */
function subjectIn(document: BundleDocument, fact: string, path?: string): Subject {
  const parameter = fact.startsWith(parameterPrefix)
    ? document.parameters[fact.slice(parameterPrefix.length)]
    : undefined
  const field = document.form.fields[fact]
  const part = path ? field?.parts?.[path.split('.').at(-1) ?? ''] : undefined
  const described = parameter ?? field ?? document.facts[fact]
  const choices = part?.choices ?? field?.choices ?? document.facts[fact]?.choices
  const unit = parameter?.unit ?? field?.unit
  return {
    fact,
    kind: parameter ? 'parameter' : field ? 'field' : 'derived',
    title: described?.title ?? { 'zh-CN': fact },
    ...(part ? { part: part.title } : {}),
    ...(unit ? { unit } : {}),
    ...(choices ? { choices } : {}),
    sensitive: false,
    value: parameter?.value,
  }
}

type Comparison = {
  readonly fact: string
  readonly operator: string
  readonly value: unknown
  readonly path?: string
}

function targetIn(document: BundleDocument, speaker: Speaker, left: Subject, comparison: Comparison): string {
  const texts = statementTexts(speaker)
  const { value, operator } = comparison
  const range = ([low = '', high = '']: readonly string[]) => fill(speaker.texts.range, { low, high })
  const join = /between$/i.test(operator) ? range : operator === 'containsAll' ? speaker.and : speaker.or
  if (isReference(value)) {
    const right = subjectIn(document, value.fact, value.path)
    if (right.kind !== 'parameter') return factIn(speaker, right)
    const meaning = { unit: right.unit ?? left.unit, choices: left.choices }
    return fill(texts.parameter, {
      title: titleIn(speaker, right.title, right.unit),
      value: valueIn(speaker, right.value, meaning, join).trim(),
    })
  }
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return texts.missing
  return valueIn(speaker, value, left, join)
}

function comparisonIn(document: BundleDocument, speaker: Speaker, comparison: Comparison): string {
  const texts = statementTexts(speaker)
  const left = subjectIn(document, comparison.fact, comparison.path)
  const { operator, value } = comparison
  const values = {
    fact: factIn(speaker, left),
    value: targetIn(document, speaker, left, comparison),
    operator,
  }
  if (operator === 'isEmpty' || operator === 'isPresent')
    return fill((operator === 'isEmpty') === (value === true) ? texts.absent : texts.present, values)
  const template = Object.entries(texts.operators).find(([name]) => name === operator)?.[1]
  return fill(template ?? texts.other, values)
}

type Members = readonly unknown[]

function membersIn(
  document: BundleDocument,
  speaker: Speaker,
  members: Members,
  template: string,
  other: 'all' | 'any',
): string {
  const texts = statementTexts(speaker)
  const [first = '', ...others] = members.map((member) => {
    const clause = clauseIn(document, speaker, member)
    const inner = isJsonObject(member) ? member[other] : undefined
    return Array.isArray(inner) && inner.length > 1 ? fill(texts.bracket, { condition: clause }) : clause
  })
  return others.reduce((before, next) => fill(template, { first: before, next }), first)
}

function negationIn(document: BundleDocument, speaker: Speaker, inner: unknown): string {
  const texts = statementTexts(speaker)
  if (isJsonObject(inner) && typeof inner.condition === 'string')
    return fill(texts.notNamed, { title: nameIn(document, speaker, inner.condition) })
  return fill(texts.not, { condition: clauseIn(document, speaker, inner) })
}

function nameIn(document: BundleDocument, speaker: Speaker, name: string): string {
  const named = document.conditions[name]
  return named ? speaker.text(named.title) : name
}

function clauseIn(document: BundleDocument, speaker: Speaker, node: unknown): string {
  const texts = statementTexts(speaker)
  if (!isJsonObject(node)) return texts.unreadable
  const { all, any, condition, fact, operator, path, value } = node
  if (Array.isArray(all))
    return all.length === 0 ? texts.always : membersIn(document, speaker, all, texts.and, 'any')
  if (Array.isArray(any))
    return any.length === 0 ? texts.never : membersIn(document, speaker, any, texts.or, 'all')
  if (Object.hasOwn(node, 'not')) return negationIn(document, speaker, node.not)
  if (typeof condition === 'string') return fill(texts.named, { title: nameIn(document, speaker, condition) })
  if (typeof fact !== 'string' || typeof operator !== 'string') return texts.unreadable
  return comparisonIn(document, speaker, {
    fact,
    operator,
    value,
    ...(typeof path === 'string' ? { path } : {}),
  })
}

/** A condition as a clause, in both languages. What cannot be read is said to be so; nothing throws. */
export function conditionStatement(document: BundleDocument, condition: unknown): Required<LocalText> {
  return say((speaker) => clauseIn(document, speaker, condition))
}

/** A formula as it would be written on paper, in both languages. */
export function formulaStatement(document: BundleDocument, formula: unknown): Required<LocalText> {
  return say((speaker) => formulaIn(document, speaker, formula))
}

function amountIn(document: BundleDocument, speaker: Speaker, amount: unknown, unit?: LocalText): string {
  if (isFormula(amount)) return formulaIn(document, speaker, amount)
  return typeof amount === 'number' ? quantityIn(speaker, amount, unit) : speaker.texts.byFormula
}

type Said = {
  readonly kind: StatementKind
  readonly values: (speaker: Speaker) => Readonly<Record<string, string>>
}

function effectIn(document: BundleDocument, id: string, effect: Effect): Said {
  if (effect.type === 'set-fact') {
    const { fact, value } = effect.params
    const subject = subjectIn(document, fact)
    return {
      kind: 'set-fact',
      values: (speaker) => ({
        title: speaker.text(subject.title),
        amount: isFormula(value)
          ? formulaIn(document, speaker, value)
          : valueIn(speaker, value, subject, speaker.and),
      }),
    }
  }
  const { kind, values } = matterOf(document, id, effect, null)
  if (
    kind === 'settled' ||
    (effect.type !== 'charge-fee' && effect.type !== 'estimate') ||
    !isFormula(effect.params.amount)
  )
    return { kind: kind === 'settled' ? 'inform' : kind, values }
  const { amount } = effect.params
  return { kind, values: (speaker) => ({ ...values(speaker), amount: amountIn(document, speaker, amount) }) }
}

/**
 * A rule as its author reads it (如果……，则……), in both languages. `effect` is undefined while it is not finished. Works
 * on half-finished drafts: names that lead nowhere stand as they are.
 */
export function ruleStatement(
  document: BundleDocument,
  rule: { readonly id: string; readonly conditions: unknown },
  effect: Effect | undefined,
): Required<LocalText> {
  const { conditions } = rule
  const isAlways = isJsonObject(conditions) && Array.isArray(conditions.all) && conditions.all.length === 0
  const said = effect && effectIn(document, rule.id, effect)
  return say((speaker) => {
    const texts = statementTexts(speaker)
    const template = (said ? texts.rules[said.kind] : texts.incomplete)[isAlways ? 'always' : 'when']
    return fill(template, { conditions: clauseIn(document, speaker, conditions), ...said?.values(speaker) })
  })
}
