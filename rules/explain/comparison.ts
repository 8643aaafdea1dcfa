import type { LocalText } from '../../schemas/index.ts'
import type { Node } from '../compile/program.ts'
import { isUnknown, unknown } from '../compile/states.ts'
import { isReference } from '../conditions/vocabulary.ts'
import { nodeState } from '../decide/ask.ts'
import { type Context, stateName } from './context.ts'
import { fill, type Speaker, say } from './speaker.ts'
import { factIn, type Subject, subjectOf, titleIn } from './subject.ts'
import type { OperatorName, State, Texts } from './texts/texts.ts'
import { valueIn } from './value.ts'

export type ComparisonNode = Extract<Node, { kind: 'comparison' }>

type Compared = {
  readonly left: Subject
  /** The other fact, where the comparison is with one. */
  readonly right: Subject | undefined
  /** What the left side is compared with. */
  readonly value: unknown
  /** Without `not:`; other decorators stay. */
  readonly operator: string
  /** As `operator` came out. */
  readonly state: State
}

const opposite = { holds: 'fails', fails: 'holds', open: 'open' } as const

function isOperatorName(name: string, { operators }: Texts): name is OperatorName {
  return Object.hasOwn(operators, name)
}

/** Whether the answer is of the kind that `operator` compares; others never come from a checked form. */
function isUsable(operator: OperatorName, actual: unknown, value: unknown): boolean {
  if (/contain/i.test(operator)) return Array.isArray(actual)
  if (/^(?:date|region)/.test(operator)) return typeof actual === 'string'
  if (operator === 'between') return typeof actual === 'number'
  return !/^(?:less|greater)/.test(operator) || typeof actual === typeof value
}

/** Whether it is open if `fact` has to be answered at all, or what it is worked out from is open. */
export function isUndetermined({ compiled, facts }: Context, fact: string): boolean {
  const entry = facts.get(fact)
  if (!entry || 'setters' in entry) return entry !== undefined
  return entry.show !== undefined && nodeState(compiled, entry.show.node) === isUnknown
}

/** The template for a fact without a value; undefined where it has one. */
function lacking(context: Context, { fact, value }: Subject, texts: Texts): string | undefined {
  if (value === unknown) return isUndetermined(context, fact) ? texts.undetermined : texts.unanswered
  if (value !== null && value !== undefined && value !== '') return undefined
  return context.run.hidden.includes(fact) ? texts.notApplicable : texts.absent
}

/** The template for a comparison, and the side it talks about. */
function templateOf(context: Context, compared: Compared, texts: Texts): readonly [string, Subject] {
  const { left, right, value, operator, state } = compared
  const isSensitive = left.sensitive || right?.sensitive
  const name = isOperatorName(operator, texts) ? operator : undefined
  const words = name ? texts.operators[name] : texts.decorated
  if (state === 'open' && left.value !== unknown && right)
    return [lacking(context, right, texts) ?? words.open, right]
  const missing = lacking(context, left, texts)
  if (missing) {
    const isWorded = missing === texts.unanswered && typeof value !== 'boolean' && !isSensitive
    return [isWorded ? words.open : missing, left]
  }
  if (name === 'isEmpty' || name === 'isPresent')
    return [words[value === false ? opposite[state] : state], left]
  const missingRight = right && lacking(context, right, texts)
  if (missingRight) return [missingRight, right]
  if (isSensitive) return [texts.sensitive[state], left]
  if (!name) return [words[state], left]
  if (!isUsable(name, left.value, value)) return [texts.unusable, left]
  if (name === 'equal' || name === 'notEqual') {
    if (right && left.value === value) return [texts.same, left]
    if (!right && typeof value === 'boolean' && typeof left.value === 'boolean')
      return [left.kind === 'field' ? texts.yesOrNo : texts.is, left]
  }
  return [words[state], left]
}

/** What a fact is compared with, as it stands in a sentence. */
function targetIn(speaker: Speaker, { left, right, value, operator }: Compared): string {
  const { texts } = speaker
  const range = ([low = '', high = '']: readonly string[]) => fill(texts.range, { low, high })
  const join = /between$/i.test(operator) ? range : operator === 'containsAll' ? speaker.and : speaker.or
  const meaning = { unit: right?.unit ?? left.unit, choices: right?.choices ?? left.choices }
  if (!right) return valueIn(speaker, value, meaning, join)
  if (right.sensitive || value === unknown) return factIn(speaker, right)
  const title = right.part ?? right.title
  return fill(texts.reference, {
    value: valueIn(speaker, value, meaning, join),
    title: titleIn(speaker, title, right.unit),
  })
}

const actualIn = (speaker: Speaker, { sensitive, value, ...meaning }: Subject): string =>
  sensitive ? speaker.texts.given : valueIn(speaker, value, meaning, speaker.and)

/** One comparison of the run at hand as a clause that can stand alone, in both languages. */
export function comparisonSentence(context: Context, node: ComparisonNode): LocalText {
  const { fact, path, operator, value } = node.comparison
  const right = isReference(value) ? subjectOf(context, value.fact, value.path) : undefined
  const [negations = ''] = /^(?:not:)*/.exec(operator) ?? []
  const state = stateName(nodeState(context.compiled, node))
  const compared: Compared = {
    left: subjectOf(context, fact, path),
    right,
    value: right ? right.value : value,
    operator: operator.slice(negations.length),
    state: negations.length % 8 === 0 ? state : opposite[state],
  }
  return say((speaker) => {
    const [template, subject] = templateOf(context, compared, speaker.texts)
    return fill(template, {
      fact: factIn(speaker, subject),
      actual: actualIn(speaker, compared.left),
      value: targetIn(speaker, compared),
    })
  })
}

/** A fact and its value, in both languages. */
export function factSentence(context: Context, fact: string): LocalText {
  const subject = subjectOf(context, fact)
  return say((speaker) =>
    fill(lacking(context, subject, speaker.texts) ?? speaker.texts.is, {
      fact: factIn(speaker, subject),
      actual: actualIn(speaker, subject),
    }),
  )
}
