import { type Answers, type BundleDocument, type Scenario, textIn } from '../../schemas/index.ts'
import { compile, factsThrough, needsOf } from '../compile/compile.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { lower } from '../compile/lower.ts'
import { isTrue } from '../compile/states.ts'
import { decide } from '../decide/decide.ts'
import { begin, stateOf } from '../decide/run.ts'
import { summarise } from '../scenarios/compare.ts'
import { candidatesOf, constantsByFact } from './candidates.ts'
import { coverage, isCovered } from './coverage.ts'

/** A small seeded generator (mulberry32), so that a proposal can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The fields that can change whether a rule fires: those it reads, those that show them, and so on. */
function fieldsBehind(document: BundleDocument, rule: CompiledRule): string[] {
  const { conditions, rules } = lower(document)
  const found = new Set<string>()
  const visit = (fact: string): void => {
    if (found.has(fact)) return
    found.add(fact)
    const show = document.form.fields[fact]?.showWhen
    if (show) for (const needed of factsThrough(show, conditions)) visit(needed)
    for (const setter of rules) {
      if (setter.effect.type === 'set-fact' && setter.effect.params.fact === fact)
        for (const needed of needsOf(setter, conditions)) visit(needed)
    }
  }
  for (const fact of factsThrough(rule.conditions, conditions)) visit(fact)
  return [...found].filter((fact) => Object.hasOwn(document.form.fields, fact))
}

function fires(compiled: CompiledBundle, rule: CompiledRule, answers: Answers): boolean {
  return stateOf(begin(compiled, answers, 'absent'), rule.start) === isTrue
}

/** Names a scenario by what sets it apart from the one it was made from. */
function nameOf(document: BundleDocument, base: Scenario, answers: Answers): string {
  const changes = Object.entries(answers)
    .filter(([id, value]) => JSON.stringify(base.answers[id] ?? null) !== JSON.stringify(value))
    .map(([id, value]) => {
      const field = document.form.fields[id]
      const title = (one: unknown): string => {
        if (one === null) return '未填'
        if (typeof one === 'boolean') return one ? '是' : '否'
        const choice = field?.choices?.[String(one)]
        return choice ? textIn(choice, 'zh-CN') : String(one)
      }
      const shown = Array.isArray(value) ? value.map(title).join('、') || '无' : title(value)
      return `${field ? textIn(field.title, 'zh-CN') : id}=${shown}`
    })
  return `${base.name};${changes.join(';')}`.slice(0, 200)
}

const tries = 4000

function search(
  compiled: CompiledBundle,
  rule: CompiledRule,
  wanted: boolean,
  bases: readonly Scenario[],
  random: () => number,
): { base: Scenario; answers: Answers } | undefined {
  const { document } = compiled
  const constants = constantsByFact(document)
  const fields = fieldsBehind(document, rule)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  for (let count = 0; count < tries; count++) {
    const base = bases[count % bases.length]
    if (!base) return undefined
    const answers: Answers = { ...base.answers }
    const changes = 1 + (Math.floor(count / bases.length) % Math.max(1, fields.length))
    for (let change = 0; change < changes; change++) {
      const id = pick(fields)
      const field = id === undefined ? undefined : document.form.fields[id]
      if (id !== undefined && field) answers[id] = pick(candidatesOf(field, constants.get(id) ?? []))
    }
    if (fires(compiled, rule, answers) === wanted) return { base, answers }
  }
  return undefined
}

export type Proposal = {
  readonly scenarios: readonly Scenario[]
  /** Rules for which no answers were found within the tries allowed. */
  readonly unreached: readonly { readonly rule: string; readonly wanted: 'fire' | 'fail' }[]
}

/**
 * Scenarios that make every rule and table row fire and fail at least once, on top of the document's own. Each
 * changes as few answers of an existing scenario as the search finds; the expectation is what is decided now, marked
 * `recorded`, for a person to review. The same seed gives the same proposal.
 */
export function proposeScenarios(document: BundleDocument, seed: number): Proposal {
  const compiled = compile(document)
  const random = randomFrom(seed)
  const byId = new Map(
    [...compiled.rules, ...compiled.facts.flatMap(({ setters }) => setters)].map((rule) => [rule.id, rule]),
  )
  const bases: readonly Scenario[] =
    document.scenarios.length > 0
      ? document.scenarios
      : [{ name: document.id, origin: 'recorded', answers: {}, expect: {} }]
  const scenarios: Scenario[] = []
  const unreached: { rule: string; wanted: 'fire' | 'fail' }[] = []
  for (const { rule: id } of coverage(document)) {
    const rule = byId.get(id)
    for (const wanted of ['fire', 'fail'] as const) {
      const now = coverage(document, [...document.scenarios, ...scenarios]).find((one) => one.rule === id)
      if (!rule || !now || isCovered(now) || (wanted === 'fire' ? now.fires : now.fails)) continue
      const found = search(compiled, rule, wanted === 'fire', bases, random)
      if (!found) {
        unreached.push({ rule: id, wanted })
        continue
      }
      const name = nameOf(document, found.base, found.answers)
      const expect = summarise(decide(compiled, found.answers, { unanswered: 'absent' }))
      scenarios.push({ name, origin: 'recorded', answers: found.answers, expect })
    }
  }
  return { scenarios, unreached }
}
