import type { Answers, BundleDocument, Explanation, LocalText } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'

import { fieldsBehind } from '../coverage/fields-behind.ts'
import { type DecideOptions, decide } from '../decide/decide.ts'
import { begin } from '../decide/run.ts'
import { contextOf } from '../explain/context.ts'
import { explain } from '../explain/explain.ts'
import { factsInFormula } from '../formulas/formula.ts'
import { alternativesFor, gridOf, toldBySide } from './alternatives.ts'
import { decisiveFields, decisiveRules } from './because.ts'

import { nearestChange, opposite, type SearchLimits, type SearchResult, usualLimits } from './nearest.ts'
import { refined, taken } from './refine.ts'
import { answerSentence, changeSentence, noChangeSentence } from './sentence.ts'
import { situationOf, without } from './situation.ts'

import { type KnownTarget, knownTarget, type Target, type TargetState } from './target.ts'

/** One answer that would have to be another. */
export type AnswerChange = { readonly field: string; readonly from: unknown; readonly to: unknown }

/** A change of answers that turns the outcome round, as `decide` confirms. */
export type NearestChange = {
  readonly changes: readonly AnswerChange[]
  /** “若经营面积不超过 50 ㎡，则不需要材料…”. */
  readonly sentence: Required<LocalText>
  /** False: the search was cut short, and a nearer one may exist. */
  readonly isNearest: boolean
}

/** Why an outcome is as it is, and what would change it. */
export type Why = {
  readonly target: Target
  readonly title: LocalText
  /** `open`: it still hangs on questions without an answer; then there is nothing to explain yet. */
  readonly state: TargetState
  /** Answers that settle it on their own; none of them can be left out. */
  readonly because: readonly { readonly field: string; readonly sentence: Required<LocalText> }[]
  /** The rules that make it so, in the words of `explain`. */
  readonly rules: readonly Explanation[]
  readonly nearest: NearestChange | null
  /** Without a nearest change: whether there is none, or none was found. */
  readonly search: SearchResult['outcome'] | 'open'
  /** The same in words, where there is no nearest change to put into a sentence. */
  readonly searchSentence: Required<LocalText> | null
  /** Questions the outcome may hang on, of which no other answer was tried: private ones, groups, free texts. */
  readonly notTried: readonly string[]
}

/** The questions a target can hang on, in the form's order: behind its rules, and behind the formulas of its amounts. */
function fieldsBehindTarget(document: BundleDocument, { rules }: KnownTarget): string[] {
  const behind = rules.flatMap((rule) => {
    const formula = 'amount' in rule.effect.params ? rule.effect.params.amount : null
    const facts = factsInFormula(formula).map((fact) => ({ fact, operator: 'isPresent', value: true }))
    return [...fieldsBehind(document, rule), ...fieldsBehind(document, { conditions: { all: facts } })]
  })
  const found = new Set(behind)
  return Object.keys(document.form.fields).filter((id) => found.has(id))
}

/**
 * Why an outcome stands or falls for these answers, and the nearest change of answers that would turn it round: the
 * fewest answers, then the shortest way. Answers and `unanswered` mean the same as for `decide`. A change is only
 * offered where `decide` confirms it, whatever is answered to questions that it makes appear. Undefined where the
 * bundle has no such outcome.
 */
export function why(
  compiled: CompiledBundle,
  answers: Answers,
  target: Target,
  options: DecideOptions & { readonly limits?: SearchLimits } = {},
): Why | undefined {
  const known = knownTarget(compiled, target)
  if (!known) return undefined
  const { document } = compiled
  const situation = situationOf(compiled, answers, options.unanswered ?? 'unknown')
  const stateFor = (given: Answers): TargetState => known.state(begin(compiled, given, 'unknown'))
  const state = stateFor(situation)
  const fields = fieldsBehindTarget(document, known)
  const base = { target, title: known.title, state }
  if (state === 'open')
    return {
      ...base,
      because: [],
      rules: [],
      nearest: null,
      search: 'open',
      searchSentence: null,
      notTried: [],
    }

  const given = fields.filter((id) => id in situation)
  const decisive = decisiveFields(compiled, known, situation, given)
  const decisiveAnswers = without(
    situation,
    Object.keys(situation).filter((id) => !decisive.includes(id)),
  )
  const ruleIds = new Set(decisiveRules(compiled, known, decisiveAnswers).map(({ id }) => id))
  const rules = explain(compiled, situation).filter(({ rule }) => ruleIds.has(rule))

  const alternatives = alternativesFor(document, fields, situation)
  const result = nearestChange(
    compiled,
    known,
    situation,
    fields,
    alternatives,
    options.limits ?? usualLimits,
  )
  const notTried = fields.filter((id) => !alternatives.steps.has(id))
  const context = contextOf(begin(compiled, situation, 'unknown'))
  const because = decisive.map((field) => ({ field, sentence: answerSentence(context, field) }))
  const found = { ...base, because, rules, notTried, search: result.outcome }
  if (result.outcome !== 'found')
    return { ...found, nearest: null, searchSentence: noChangeSentence(result.outcome) }

  const wanted = opposite[state]
  const flips = (changed: Answers): boolean => stateFor(changed) === wanted
  const nearest = refined(result.found, situation, (id) => gridOf(document, id), flips)
  const changed = taken(situation, nearest)
  const spoken = nearest.map((step) =>
    toldBySide(document, step, alternatives.steps.get(step.field) ?? [], (other) =>
      flips({ ...changed, [other.field]: other.to }),
    ),
  )
  const after = decide(compiled, changed)
  const sentence = changeSentence(
    contextOf(begin(compiled, situation, 'unknown')),
    known,
    spoken,
    wanted === 'holds',
    after.limit.days,
  )
  const changes = nearest.map(({ field, to }) => ({ field, from: situation[field] ?? null, to }))
  return { ...found, nearest: { changes, sentence, isNearest: result.isNearest }, searchSentence: null }
}
