import type { BundleDocument, LocalText } from '../../../schemas/index.ts'
import { isDateShaped } from '../cells/dates.ts'
import { type FactKind, kindOf } from '../cells/kind.ts'

/** What a fact's values look like, to a comparison. */
export type OperandKind = 'boolean' | 'choice' | 'number' | 'date' | 'text' | 'list' | 'group'

export type Operand = {
  readonly title: LocalText
  readonly kind: OperandKind
  readonly choices: readonly string[]
}

const ofField = (kind: FactKind): { kind: OperandKind; choices: readonly string[] } =>
  kind.name === 'choice' || kind.name === 'list'
    ? { kind: kind.name, choices: kind.choices }
    : { kind: kind.name === 'groups' ? 'group' : kind.name, choices: [] }

/** The fact called `name`; undefined for parameters. */
export function operandOf(document: BundleDocument, name: string): Operand | undefined {
  const field = document.form.fields[name]
  if (field) return { title: field.title, ...ofField(kindOf(field.schema)) }
  const fact = document.facts[name]
  if (!fact) return undefined
  if (fact.type !== 'string') return { title: fact.title, kind: fact.type, choices: [] }
  const choices = Object.keys(fact.choices ?? {})
  return { title: fact.title, kind: choices.length > 0 ? 'choice' : 'text', choices }
}

export const kindNames: Readonly<Record<OperandKind, Required<LocalText>>> = {
  boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  choice: { 'zh-CN': '一个选项', en: 'one of several choices' },
  number: { 'zh-CN': '数字', en: 'a number' },
  date: { 'zh-CN': '日期', en: 'a date' },
  text: { 'zh-CN': '文本', en: 'a text' },
  list: { 'zh-CN': '多个选项', en: 'a list of choices' },
  group: { 'zh-CN': '一组答案', en: 'a group of answers' },
}

/** The kinds of fact each operator can do something with. */
const worksOn: Readonly<Record<string, readonly OperandKind[]>> = {
  equal: ['boolean', 'choice', 'number', 'date', 'text'],
  notEqual: ['boolean', 'choice', 'number', 'date', 'text'],
  in: ['boolean', 'choice', 'number', 'date', 'text'],
  notIn: ['boolean', 'choice', 'number', 'date', 'text'],
  contains: ['list'],
  doesNotContain: ['list'],
  containsAny: ['list'],
  containsAll: ['list'],
  containsNone: ['list'],
  lessThan: ['number', 'date', 'choice', 'text'],
  lessThanInclusive: ['number', 'date', 'choice', 'text'],
  greaterThan: ['number', 'date', 'choice', 'text'],
  greaterThanInclusive: ['number', 'date', 'choice', 'text'],
  between: ['number'],
  dateBefore: ['date', 'text', 'choice'],
  dateOnOrBefore: ['date', 'text', 'choice'],
  dateAfter: ['date', 'text', 'choice'],
  dateOnOrAfter: ['date', 'text', 'choice'],
  dateBetween: ['date', 'text', 'choice'],
  regionWithin: ['text', 'choice'],
}
const orderings = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])

export function canWork(operator: string, { kind, choices }: Operand): boolean {
  const kinds = worksOn[operator]
  if (kinds === undefined) return true
  if (!kinds.includes(kind)) return false
  // Only choices that begin with a number pass the check of json-rules-engine's comparisons.
  if (kind === 'choice' && orderings.has(operator))
    return choices.some((choice) => !Number.isNaN(Number.parseFloat(choice)))
  return true
}

/** How a constant fits a fact: of its kind and one of its choices, of its kind only, or neither. */
export function fitOf(
  operator: string,
  { kind, choices }: Operand,
  constant: unknown,
): 'fits' | 'unknown-choice' | 'type-mismatch' {
  const isOrdering = orderings.has(operator)
  switch (kind) {
    case 'boolean':
      return typeof constant === 'boolean' ? 'fits' : 'type-mismatch'
    case 'number':
      return typeof constant === 'number' ? 'fits' : 'type-mismatch'
    case 'date':
      return isDateShaped(constant) ? 'fits' : 'type-mismatch'
    case 'text':
      return typeof constant === 'string' ? 'fits' : 'type-mismatch'
    case 'choice':
    case 'list':
      if (isOrdering) return 'fits'
      if (typeof constant !== 'string') return 'type-mismatch'
      return choices.includes(constant) ? 'fits' : 'unknown-choice'
    default:
      return 'fits'
  }
}
