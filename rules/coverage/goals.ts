import type { Answers, BundleDocument, Field, Scenario } from '../../schemas/index.ts'
import { compile, factsThrough, needsOf } from '../compile/compile.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { lower } from '../compile/lower.ts'
import { isTrue } from '../compile/states.ts'
import { constantsByFact, numbersAmong } from '../conditions/constants.ts'
import { begin, stateOf } from '../decide/run.ts'
import { factsInFormula } from '../formulas/formula.ts'
import { allRules, isUnconditional } from './rules.ts'

/**
 * One thing the scenarios of a bundle should show at least once: a rule or table row that fires, or does not; a choice
 * taken; a number or date on one side of what rules compare it with, or exactly there.
 */
export type Goal =
  | { readonly kind: 'rule'; readonly rule: string; readonly wanted: 'fire' | 'fail' }
  | { readonly kind: 'choice'; readonly field: string; readonly value: string | boolean }
  | {
      readonly kind: 'boundary'
      readonly field: string
      readonly value: number | string
      readonly side: 'below' | 'at' | 'above'
    }

/** Whether somebody's answers reach a goal, given what the rules and fields have come to for them. */
type Reached = (fact: (field: string) => unknown, fires: (rule: string) => boolean) => boolean

export type CheckedGoal = { readonly goal: Goal; readonly isReached: Reached }

function ruleGoals(rule: CompiledRule): CheckedGoal[] {
  const goal = (wanted: 'fire' | 'fail'): CheckedGoal => ({
    goal: { kind: 'rule', rule: rule.id, wanted },
    isReached: (_, fires) => fires(rule.id) === (wanted === 'fire'),
  })
  return isUnconditional(rule) ? [goal('fire')] : [goal('fire'), goal('fail')]
}

/** Questions whose answer changes anything: read by a rule, a formula, or by what shows or requires another. */
function fieldsRead(document: BundleDocument): Set<string> {
  const { rules, conditions } = lower(document)
  const read = new Set<string>()
  const add = (facts: Iterable<string>): void => {
    for (const fact of facts) read.add(fact)
  }
  for (const rule of rules) {
    add(needsOf(rule, conditions))
    add(factsThrough(rule.conditions, conditions))
    if ('amount' in rule.effect.params) add(factsInFormula(rule.effect.params.amount))
  }
  for (const { showWhen, requireWhen } of Object.values(document.form.fields)) {
    for (const condition of [showWhen, requireWhen]) if (condition) add(factsThrough(condition, conditions))
  }
  return read
}

function choiceGoals(id: string, { schema }: Field): CheckedGoal[] {
  const goal = (value: string | boolean): CheckedGoal => ({
    goal: { kind: 'choice', field: id, value },
    isReached: (fact) => {
      const given = fact(id)
      return Array.isArray(given) ? given.includes(value) : given === value
    },
  })
  if (schema.type === 'boolean') return [goal(true), goal(false)]
  if (schema.type === 'string' && 'enum' in schema) return schema.enum.map(goal)
  return schema.type === 'array' && schema.items.type === 'string' ? schema.items.enum.map(goal) : []
}

function sidesOf<T extends number | string>(id: string, value: T, minimum?: T, maximum?: T): CheckedGoal[] {
  const goal = (side: 'below' | 'at' | 'above', holds: (given: T) => boolean): CheckedGoal => ({
    goal: { kind: 'boundary', field: id, value, side },
    isReached: (fact) => {
      const given = fact(id)
      return isLike(value, given) && holds(given)
    },
  })
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) return []
  return [
    ...(value === minimum ? [] : [goal('below', (given) => given < value)]),
    goal('at', (given) => given === value),
    ...(value === maximum ? [] : [goal('above', (given) => given > value)]),
  ]
}

function isLike<T extends number | string>(value: T, given: unknown): given is T {
  return typeof given === typeof value
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

function boundaryGoals(id: string, { schema }: Field, constants: readonly unknown[]): CheckedGoal[] {
  if (schema.type === 'number' || schema.type === 'integer')
    return numbersAmong(constants).flatMap((value) => sidesOf(id, value, schema.minimum, schema.maximum))
  if (schema.type === 'string' && 'format' in schema && schema.format === 'date')
    return constants.filter(isDate).flatMap((value) => sidesOf(id, value))
  return []
}

/** Everything a bundle's scenarios should show. */
export function goalsOf(compiled: CompiledBundle): CheckedGoal[] {
  const { document } = compiled
  const constants = constantsByFact(document)
  const read = fieldsRead(document)
  const fields = Object.entries(document.form.fields).filter(([id]) => read.has(id))
  return [
    ...allRules(compiled).flatMap(ruleGoals),
    ...fields.flatMap(([id, field]) => choiceGoals(id, field)),
    ...fields.flatMap(([id, field]) => boundaryGoals(id, field, constants.get(id) ?? [])),
  ]
}

/** Which of `goals` these answers reach, missing ones counting as left empty. Answers of hidden fields reach nothing. */
export function reachedBy(
  compiled: CompiledBundle,
  goals: readonly CheckedGoal[],
  answers: Answers,
): boolean[] {
  const run = begin(compiled, answers, 'absent')
  const slots = new Map(compiled.fields.map(({ id, slot }) => [id, slot]))
  const starts = new Map(allRules(compiled).map(({ id, start }) => [id, start]))
  const fact = (field: string): unknown => compiled.table.facts[slots.get(field) ?? -1]
  const fires = (rule: string): boolean => {
    const start = starts.get(rule)
    return start !== undefined && stateOf(run, start) === isTrue
  }
  return goals.map(({ isReached }) => isReached(fact, fires))
}

export type GoalCoverage = { readonly goal: Goal; readonly covered: boolean }

/** Every goal of a document, with whether one of the scenarios reaches it. */
export function goalCoverage(
  document: BundleDocument,
  scenarios: readonly Scenario[] = document.scenarios,
): GoalCoverage[] {
  const compiled = compile(document)
  const goals = goalsOf(compiled)
  const covered = goals.map(() => false)
  for (const { answers } of scenarios) {
    reachedBy(compiled, goals, answers).forEach((reached, index) => {
      if (reached) covered[index] = true
    })
  }
  return goals.map(({ goal }, index) => ({ goal, covered: covered[index] ?? false }))
}
