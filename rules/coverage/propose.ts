import type { Answers, BundleDocument, Scenario } from '../../schemas/index.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { decide } from '../decide/decide.ts'
import { type Random, randomFrom } from '../random.ts'
import { summarise } from '../scenarios/compare.ts'
import { candidatesByField } from './candidates.ts'
import { fieldsBehind } from './fields-behind.ts'
import { type CheckedGoal, type Goal, goalsOf, reachedBy } from './goals.ts'
import { allRules } from './rules.ts'
import { nameOf } from './scenario-name.ts'

export type Proposal = {
  /** Those that reach most first. */
  readonly scenarios: readonly Scenario[]
  /** What no answers were found for within the tries allowed. */
  readonly unreached: readonly Goal[]
}

/** Answers on the way to becoming a scenario, made from one that exists. */
type Candidate = { readonly base: Scenario; readonly answers: Answers }

const triesAtOnce = 240
const triesForOne = 3000

/** The questions that decide whether a goal is reached. */
function fieldsOf(compiled: CompiledBundle, goal: Goal): string[] {
  const { document } = compiled
  if (goal.kind === 'rule') {
    const rule = allRules(compiled).find(({ id }) => id === goal.rule)
    return rule ? fieldsBehind(document, rule) : []
  }
  const show = document.form.fields[goal.field]?.showWhen
  return [goal.field, ...(show ? fieldsBehind(document, { conditions: show }) : [])]
}

/** Looks for scenarios that reach what the ones before them do not. */
class Search {
  private readonly compiled: CompiledBundle
  private readonly goals: readonly CheckedGoal[]
  private readonly random: Random
  private readonly bases: readonly Scenario[]
  private readonly values: ReadonlyMap<string, readonly unknown[]>
  private readonly behind: readonly (readonly string[])[]
  readonly open: Set<number>

  constructor(compiled: CompiledBundle, seed: number) {
    const { document } = compiled
    this.compiled = compiled
    this.random = randomFrom(seed)
    this.goals = goalsOf(compiled)
    this.values = candidatesByField(document)
    this.behind = this.goals.map(({ goal }) => fieldsOf(compiled, goal))
    this.bases =
      document.scenarios.length > 0
        ? document.scenarios
        : [{ name: document.id, origin: 'recorded', answers: {}, expect: {} }]
    this.open = new Set(this.goals.keys())
    for (const { answers } of document.scenarios) this.close(answers)
  }

  goal(index: number): Goal | undefined {
    return this.goals[index]?.goal
  }

  /** The open goals these answers reach. */
  reached(answers: Answers): number[] {
    const open = [...this.open]
    const checked = open.flatMap((index) => this.goals[index] ?? [])
    const reached = reachedBy(this.compiled, checked, answers)
    return open.filter((_, place) => reached[place])
  }

  close(answers: Answers): void {
    for (const index of this.reached(answers)) this.open.delete(index)
  }

  /** One change of a scenario towards as many open goals at once as chance allows. */
  private towardsMany(base: Scenario): Candidate {
    const answers: Record<string, unknown> = { ...base.answers }
    for (const index of this.open) {
      if (this.random.chance(0.5)) this.towards(answers, index)
    }
    return { base, answers }
  }

  private towards(answers: Record<string, unknown>, index: number): void {
    const goal = this.goals[index]?.goal
    if (goal?.kind === 'choice') answers[goal.field] = this.withChoice(goal.field, goal.value)
    for (const id of this.behind[index] ?? [])
      if ((goal?.kind !== 'choice' || id !== goal.field) && this.random.chance(0.5)) this.change(answers, id)
  }

  private withChoice(field: string, value: string | boolean): unknown {
    const schema = this.compiled.document.form.fields[field]?.schema
    if (schema?.type !== 'array' || schema.items.type !== 'string') return value
    return schema.items.enum.filter((choice) => choice === value || this.random.chance(0.4))
  }

  private change(answers: Record<string, unknown>, id: string): void {
    const values = this.values.get(id) ?? []
    if (values.length > 0) answers[id] = this.random.pick(values)
  }

  /** The best of many tries at once. */
  best(): Candidate | undefined {
    let found: Candidate | undefined
    let most = 0
    for (let count = 0; count < triesAtOnce; count++) {
      const base = this.bases[count % this.bases.length]
      if (!base) return undefined
      const candidate = this.towardsMany(base)
      const reached = this.reached(candidate.answers).length
      if (reached > most) [found, most] = [candidate, reached]
    }
    return found
  }

  /** Answers that reach one goal, changing first one answer of a scenario, then two, and so on. */
  forOne(index: number): Candidate | undefined {
    const fields = this.behind[index] ?? []
    for (let count = 0; count < triesForOne; count++) {
      const base = this.bases[count % this.bases.length]
      if (!base) return undefined
      const answers: Record<string, unknown> = { ...base.answers }
      const changes = 1 + (Math.floor(count / this.bases.length) % Math.max(1, fields.length))
      for (let change = 0; change < changes; change++) {
        const id = this.random.pick(fields)
        if (id !== undefined) this.change(answers, id)
      }
      if (this.reached(answers).includes(index)) return { base, answers }
    }
    return undefined
  }

  /** Takes back every change that reaches nothing, so that a person has little to review. */
  withoutNeedlessChanges({ base, answers }: Candidate): Candidate {
    const wanted = this.reached(answers)
    let kept: Answers = answers
    for (const id of Object.keys(answers)) {
      const { [id]: _, ...others } = kept
      const fewer: Answers = id in base.answers ? { ...kept, [id]: base.answers[id] } : others
      const reached = new Set(this.reached(fewer))
      if (wanted.every((index) => reached.has(index))) kept = fewer
    }
    return { base, answers: kept }
  }
}

/** Leaves out what the others reach together anyway, the last found first; what is left, the one that adds most first. */
function fewest(compiled: CompiledBundle, candidates: readonly Candidate[]): Candidate[] {
  const goals = goalsOf(compiled)
  const reachedAt = (answers: Answers): number[] =>
    reachedBy(compiled, goals, answers).flatMap((reached, index) => (reached ? [index] : []))
  const covered = new Set(compiled.document.scenarios.flatMap(({ answers }) => reachedAt(answers)))
  let kept = candidates.map((candidate) => ({
    candidate,
    adds: reachedAt(candidate.answers).filter((index) => !covered.has(index)),
  }))
  for (const one of kept.toReversed()) {
    const others = kept.filter((other) => other !== one)
    const together = new Set(others.flatMap(({ adds }) => adds))
    if (one.adds.every((index) => together.has(index))) kept = others
  }
  const ordered: Candidate[] = []
  while (kept.length > 0) {
    const left = ({ adds }: { adds: readonly number[] }): number =>
      adds.filter((index) => !covered.has(index)).length
    const next = kept.reduce((most, one) => (left(one) > left(most) ? one : most))
    ordered.push(next.candidate)
    for (const index of next.adds) covered.add(index)
    kept = kept.filter((one) => one !== next)
  }
  return ordered
}

/**
 * Scenarios that show what the document's own do not: each rule and table row firing and failing, each choice taken,
 * both sides of each boundary and the boundary itself. As few as the search finds, the one that shows most first; each
 * differs from an existing scenario by nothing that is not needed. The expectation is what is decided now, marked
 * `recorded`, for a person to review. The same seed gives the same proposal.
 */
export function proposeScenarios(document: BundleDocument, seed: number): Proposal {
  const compiled = compile(document)
  const search = new Search(compiled, seed)
  const found: Candidate[] = []
  const take = (candidate: Candidate): void => {
    const tidy = search.withoutNeedlessChanges(candidate)
    found.push(tidy)
    search.close(tidy.answers)
  }
  for (let best = search.best(); best; best = search.best()) take(best)
  for (const index of search.open) {
    const candidate = search.open.has(index) ? search.forOne(index) : undefined
    if (candidate) take(candidate)
  }
  const taken = new Set(document.scenarios.map(({ name }) => name))
  const scenarios = fewest(compiled, found).map(({ base, answers }): Scenario => {
    const name = nameOf(document, base, answers, taken)
    taken.add(name)
    return {
      name,
      origin: 'recorded',
      answers,
      expect: summarise(decide(compiled, answers, { unanswered: 'absent' })),
    }
  })
  return { scenarios, unreached: [...search.open].flatMap((index) => search.goal(index) ?? []) }
}
