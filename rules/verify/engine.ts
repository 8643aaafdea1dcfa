import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Answers, BundleDocument, Condition } from '../../schemas/index.ts'
import { factsThrough, needsOf } from '../compile/compile.ts'
import { type LoweredDocument, type LoweredRule, lower } from '../compile/lower.ts'
import { orderByNeed } from '../compile/order.ts'
import { parameterPrefix } from '../conditions/vocabulary.ts'
import { evaluateFormula, isFormula } from '../formulas/formula.ts'
import { additionalOperators } from '../operators/additional.ts'

/** Facts as json-rules-engine is given them: every fact of the document, null where it is absent. */
export type Facts = Record<string, unknown>

function topLevel(condition: Condition): TopLevelCondition {
  const copy = structuredClone(condition)
  return 'operator' in copy ? { all: [copy] } : copy
}

/** A fresh engine for one run, with our operators registered through its own API. */
function freshEngine(conditions: LoweredDocument['conditions']): Engine {
  const engine = new Engine([], { allowUndefinedFacts: false, allowUndefinedConditions: false })
  for (const { name, test } of additionalOperators) engine.addOperator(name, test)
  for (const [name, condition] of conditions) engine.setCondition(name, topLevel(condition))
  return engine
}

/** Highest of our own priorities; `set-fact` rules run above it, layer by layer. */
const ownPriorities = 1000

/**
 * The priority a rule has in json-rules-engine, where a fact added by one rule is seen only by rules of lower
 * priority: `set-fact` rules stand above all others, those other facts are worked out from above the rest.
 */
export function enginePriorities(
  document: BundleDocument,
  lowered: LoweredDocument,
): (rule: LoweredRule) => number {
  const setters = (fact: string) =>
    lowered.rules.filter(({ effect }) => effect.type === 'set-fact' && effect.params.fact === fact)
  const needs = (fact: string) => setters(fact).flatMap((rule) => [...needsOf(rule, lowered.conditions)])
  const { order } = orderByNeed(Object.keys(document.facts), needs)
  return ({ effect, priority }) =>
    effect.type === 'set-fact'
      ? (order.length - order.indexOf(effect.params.fact) + 1) * ownPriorities + priority
      : priority
}

/** Which fields apply, decided by json-rules-engine from their `showWhen`, one layer after another. */
async function applicable(
  document: BundleDocument,
  lowered: LoweredDocument,
  answers: Answers,
): Promise<Facts> {
  const facts: Facts = {}
  for (const [id, parameter] of Object.entries(document.parameters))
    facts[parameterPrefix + id] = parameter.value
  const needs = (id: string) => {
    const show = document.form.fields[id]?.showWhen
    return show ? factsThrough(show, lowered.conditions) : []
  }
  for (const id of orderByNeed(Object.keys(document.form.fields), needs).order) {
    const show = document.form.fields[id]?.showWhen
    const value = answers[id] ?? null
    facts[id] = show && !(await holds(show, lowered, facts)) ? null : value
  }
  return facts
}

async function holds(condition: Condition, lowered: LoweredDocument, facts: Facts): Promise<boolean> {
  const engine = freshEngine(lowered.conditions)
  engine.addRule({ conditions: { all: [structuredClone(condition)] }, event: { type: 'shown' } })
  return (await engine.run({ ...facts })).events.length > 0
}

/**
 * The rules that fire on json-rules-engine itself for complete answers (missing counts as absent), and the facts
 * they saw, derived ones included. Throws what the engine throws.
 */
export async function runEngine(
  document: BundleDocument,
  answers: Answers,
): Promise<{ fired: ReadonlySet<string>; facts: Facts; hidden: string[] }> {
  const lowered = lower(document)
  const facts = await applicable(document, lowered, answers)
  const hidden = Object.keys(document.form.fields).filter(
    (id) => facts[id] === null && (answers[id] ?? null) !== null,
  )
  for (const id of Object.keys(document.facts)) facts[id] = null
  const engine = freshEngine(lowered.conditions)
  const priorityOf = enginePriorities(document, lowered)
  const byId = new Map(lowered.rules.map((rule) => [rule.id, rule]))
  const settled = new Set<string>()
  for (const rule of lowered.rules) {
    engine.addRule({
      name: rule.id,
      conditions: topLevel(rule.conditions),
      event: { type: rule.effect.type, params: { ...rule.effect.params } },
      priority: priorityOf(rule),
    })
  }
  engine.on('set-fact', (_event, almanac, result) => {
    const { name } = result
    const effect = byId.get(name)?.effect
    if (effect?.type !== 'set-fact' || settled.has(effect.params.fact)) return
    settled.add(effect.params.fact)
    const { value } = effect.params
    facts[effect.params.fact] = isFormula(value) ? evaluateFormula(value, (fact) => facts[fact]) : value
    almanac.addFact(effect.params.fact, facts[effect.params.fact])
  })
  const { results } = await engine.run({ ...facts })
  return { fired: new Set(results.map(({ name }) => name)), facts, hidden }
}
