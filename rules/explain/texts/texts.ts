import type { EffectType } from '../../../schemas/index.ts'

/** How a comparison or an outcome came out; `open` hangs on a question without an answer. */
export type State = 'holds' | 'fails' | 'open'

/** Every operator without decorators: json-rules-engine's ten, then our own. */
export type OperatorName =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'isEmpty'
  | 'isPresent'
  | 'between'
  | 'dateBefore'
  | 'dateOnOrBefore'
  | 'dateAfter'
  | 'dateOnOrAfter'
  | 'dateBetween'
  | 'containsAny'
  | 'containsAll'
  | 'containsNone'
  | 'regionWithin'

/** What a rule's sentence is about. `settled`: another rule counts for the same thing, whatever this one says. */
export type SentenceKind = Exclude<EffectType, 'set-fact'> | 'refer-to' | 'settled'

/** A comparison in words. Placeholders: {fact}, {actual} what was answered, {value} what it is compared with. */
type ComparisonTexts = Readonly<Record<State, string>>

/**
 * A rule in words. Placeholders: {reasons}; {message}, {title}, {department}, {stage}, {mode}, {days}, {amount} as far
 * as the effect has them. `always`: it holds whatever the answers.
 */
type RuleTexts = Readonly<Record<State | 'always', string>>

/** The words of one language. Every sentence and clause is a whole template. */
export type Texts = {
  /** For numbers, dates and lists. */
  readonly locale: string
  readonly operators: Readonly<Record<OperatorName, ComparisonTexts>>
  /** An operator with decorators, such as `someFact:lessThan`. */
  readonly decorated: ComparisonTexts
  /** A comparison with another fact for equality: `same` where both are alike, whatever the operator. */
  readonly same: string
  /** A sensitive fact: neither the answer nor what it is compared with may be shown. */
  readonly sensitive: ComparisonTexts
  readonly yesOrNo: string
  readonly is: string
  readonly absent: string
  readonly notApplicable: string
  /** The answer is not of the kind the operator compares. */
  readonly unusable: string
  readonly unanswered: string
  /** Worked out from, or shown depending on, questions without an answer. */
  readonly undetermined: string
  readonly earlierRow: string
  readonly severalRows: string
  readonly never: string
  /** Several reasons: {first} holds those before {next}. */
  readonly andNext: string
  readonly andLast: string
  readonly rules: Readonly<Record<SentenceKind, RuleTexts>>
  /** A fee or estimate that holds without an amount: `open` while a fact of its formula is unanswered. */
  readonly noAmount: { readonly holds: string; readonly open: string }
  readonly limitName: string
  readonly limitTitle: string
  readonly workingDays: { readonly one: string; readonly other: string }
  readonly byFormula: string
  readonly fact: string
  readonly partOfFact: string
  readonly quote: string
  readonly number: string
  readonly quantity: string
  /** A number in a unit that begins with a figure, such as 10,000 yuan. */
  readonly multiple: string
  readonly percentage: string
  readonly range: string
  /** A value compared with that stands in a parameter or another answer. */
  readonly reference: string
  readonly yes: string
  readonly no: string
  readonly given: string
  readonly notGiven: string
}
