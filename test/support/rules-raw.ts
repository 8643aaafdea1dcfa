import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { PredicateTable } from '../../rules/compile/predicates.ts'
import { type Node, Program } from '../../rules/compile/program.ts'
import { isTrue } from '../../rules/compile/states.ts'
import { type ConditionContext, checkCondition, checkRootCondition } from '../../rules/conditions/check.ts'
import type { FactEntry } from '../../rules/conditions/vocabulary.ts'
import { additionalOperators } from '../../rules/operators/additional.ts'
import type { Condition, Fault, JsonValue } from '../../schemas/index.ts'

/** A bare rule: `sets` gives a fact its value where the rule fires, for the rules after it. */
export type RawRule = {
  readonly conditions: unknown
  readonly priority: number
  readonly sets?: { readonly fact: string; readonly value: unknown }
}

/** Rules without a document around them, so that facts may hold anything at all. */
export type RawRules = {
  readonly facts: readonly string[]
  readonly parameters: Readonly<Record<string, JsonValue>>
  /** In an order in which each refers only to those before it. */
  readonly conditions: readonly { readonly name: string; readonly when: unknown }[]
  /** Layer by layer: a rule reads only facts set in layers before its own. */
  readonly layers: readonly (readonly RawRule[])[]
}

function entriesOf({ facts, parameters }: RawRules): Map<string, FactEntry> {
  const entries = new Map<string, FactEntry>(facts.map((fact) => [fact, { kind: 'field' }]))
  for (const [name, value] of Object.entries(parameters)) entries.set(name, { kind: 'parameter', value })
  return entries
}

const isCondition = (value: unknown, faults: readonly Fault[]): value is Condition =>
  faults.length === 0 && typeof value === 'object'

/** What our own checks refuse in the rules; an empty list means they have to agree with json-rules-engine. */
export function faultsOf(rules: RawRules): Fault[] {
  const known = new Set<string>()
  const context: ConditionContext = { facts: entriesOf(rules), conditions: known, derivedFacts: true }
  const faults: Fault[] = []
  for (const { name, when } of rules.conditions) {
    faults.push(...checkRootCondition(when, `/conditions/${name}`, context))
    known.add(name)
  }
  rules.layers.flat().forEach(({ conditions }, index) => {
    faults.push(...checkRootCondition(conditions, `/rules/${index}`, context))
  })
  return faults
}

/** The rules that fire on our own predicates and programs, by their place among all rules. */
export function firingHere(rules: RawRules, facts: Readonly<Record<string, unknown>>): string[] {
  const entries = entriesOf(rules)
  const program = new Program(new PredicateTable())
  const { table } = program
  const nodes = new Map<string, Node>()
  const keyOf = (fact: string): string => fact
  const start = (value: unknown): number => {
    if (!isCondition(value, [])) throw new Error('not a condition')
    return program.start(resolve(value))
  }
  const namedNode = (name: string): Node => {
    const node = nodes.get(name)
    if (!node) throw new Error(`no condition ${name}`)
    return node
  }
  const resolve = (condition: Condition): Node => program.resolve(condition, keyOf, entries, namedNode)
  for (const { name, when } of rules.conditions) {
    if (isCondition(when, [])) nodes.set(name, program.name(name, resolve(when)))
  }
  const layers = rules.layers.map((layer) =>
    layer.map((rule) => ({ ...rule, start: start(rule.conditions) })),
  )
  table.begin()
  for (const fact of rules.facts) table.set(table.slotOf(fact), facts[fact])
  const fired: string[] = []
  let place = 0
  for (const layer of layers) {
    const set: { fact: string; value: unknown; priority: number }[] = []
    for (const rule of layer) {
      const name = String(place++)
      if (program.decide(rule.start) !== isTrue) continue
      fired.push(name)
      if (rule.sets) set.push({ ...rule.sets, priority: rule.priority })
    }
    // As json-rules-engine has it: the last to be added wins, and lower priorities come later.
    for (const { fact, value } of set.sort((a, b) => b.priority - a.priority))
      table.set(table.slotOf(fact), value)
  }
  return fired.sort()
}

const isTopLevel = (value: unknown): value is TopLevelCondition => typeof value === 'object' && value !== null

/** The rules that fire on a fresh json-rules-engine with our operators. Throws what it throws. */
export async function firingOnEngine(
  rules: RawRules,
  facts: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const { name, test } of additionalOperators) engine.addOperator(name, test)
  for (const { name, when } of rules.conditions) {
    const copy: unknown = structuredClone(when)
    if (isTopLevel(copy)) engine.setCondition(name, copy)
  }
  let place = 0
  rules.layers.forEach((layer, depth) => {
    for (const { conditions, priority, sets } of layer) {
      const copy: unknown = structuredClone(conditions)
      if (!isTopLevel(copy)) continue
      engine.addRule({
        name: String(place++),
        conditions: copy,
        priority: (rules.layers.length - depth) * 1000 + priority,
        event: { type: sets ? 'set' : 'fire', params: { ...sets } },
      })
    }
  })
  engine.on('set', (_event, almanac, { event }) => {
    almanac.addFact(String(event?.params?.fact), event?.params?.value)
  })
  const { results } = await engine.run({ ...rules.parameters, ...facts })
  return results.map(({ name }) => String(name)).sort()
}

/** Whether a single condition is one we accept, for tests of one comparison. */
export function faultsOfCondition(condition: unknown, facts: readonly string[]): Fault[] {
  const entries = entriesOf({ facts, parameters: {}, conditions: [], layers: [] })
  return checkCondition(condition, '', { facts: entries, conditions: new Set(), derivedFacts: true })
}
