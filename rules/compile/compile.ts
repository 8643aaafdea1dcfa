import type { BundleDocument, Condition, Effect, EffectType } from '../../schemas/index.ts'
import { factsIn, namedConditionsIn } from '../conditions/check.ts'
import { factsOf } from '../conditions/vocabulary.ts'
import { combineInclusions, combineOutcomes } from '../decide/outcomes.ts'
import { factsInFormula } from '../formulas/formula.ts'
import type { CompiledBundle, CompiledFact, CompiledField, CompiledRule, EffectOf } from './compiled.ts'
import { rowsAreDisjoint } from './disjoint.ts'
import { type LoweredRule, lower } from './lower.ts'
import { orderByNeed } from './order.ts'
import { charges, limits, messages, targets, tasks } from './outcomes.ts'
import { PredicateTable, type Questions } from './predicates.ts'
import { type Node, Program } from './program.ts'

type Naming = {
  /** Name of a fact in the predicate table. */
  readonly slotKey: (fact: string) => string
  /** Name of a field in the answers. */
  readonly answerKey: (field: string) => string
  readonly isShared: (field: string) => boolean
}

const single: Naming = { slotKey: (fact) => fact, answerKey: (field) => field, isShared: () => false }

/** The facts a condition reads, through named conditions. */
export function factsThrough(condition: Condition, conditions: ReadonlyMap<string, Condition>): Set<string> {
  const facts = new Set<string>()
  const seen = new Set<string>()
  const visit = (one: Condition): void => {
    for (const fact of factsIn(one)) facts.add(fact)
    for (const name of namedConditionsIn(one)) {
      const named = conditions.get(name)
      if (named && !seen.has(name)) {
        seen.add(name)
        visit(named)
      }
    }
  }
  visit(condition)
  return facts
}

/** The facts that have to be known before a `set-fact` rule can be decided and its value worked out. */
export function needsOf(rule: LoweredRule, conditions: ReadonlyMap<string, Condition>): Set<string> {
  const needs = factsThrough(rule.conditions, conditions)
  if (rule.effect.type === 'set-fact')
    for (const fact of factsInFormula(rule.effect.params.value)) needs.add(fact)
  return needs
}

/** Whether a rule shows in the decision; the others set facts. */
const decides = ({ effect }: LoweredRule): boolean => effect.type !== 'set-fact'

const byPriority = (a: LoweredRule, b: LoweredRule): number => b.priority - a.priority

/**
 * Makes a parsed document ready to decide. Pure: the same document always compiles to the same thing. Expects a
 * document that parseDocument accepts. `program` and `naming` are for compileCatalogue, where bundles share both.
 */
export function compile(
  document: BundleDocument,
  program: Program = new Program(new PredicateTable()),
  naming: Naming = single,
): CompiledBundle {
  const entries = factsOf(document)
  const lowered = lower(document)
  const named = new Map<string, Node>()
  const resolve = (condition: Condition): Node =>
    program.resolve(condition, naming.slotKey, entries, namedNode)
  function namedNode(name: string): Node {
    const known = named.get(name)
    if (known) return known
    const condition = lowered.conditions.get(name)
    if (!condition) throw new Error(`no condition called ${name}`)
    const node = program.name(name, resolve(condition))
    named.set(name, node)
    return node
  }
  for (const name of lowered.conditions.keys()) namedNode(name)
  const start = (condition: Condition) => {
    const node = resolve(condition)
    return { node, start: program.start(node) }
  }

  const showNeeds = (id: string) => {
    const condition = document.form.fields[id]?.showWhen
    return condition ? factsThrough(condition, lowered.conditions) : []
  }
  const fields = orderByNeed(Object.keys(document.form.fields), showNeeds).order.map((id): CompiledField => {
    const condition = document.form.fields[id]?.showWhen
    return {
      id,
      key: naming.answerKey(id),
      slot: program.table.slotOf(naming.slotKey(id)),
      shared: naming.isShared(id),
      show: condition && start(condition),
    }
  })
  const always = fields.filter(({ show }) => show === undefined)

  const resolved = lowered.rules.map((rule) => ({ ...rule, node: resolve(rule.conditions) }))
  const starts = program.chain(resolved.filter(decides).map(({ node }) => node))
  let count = 0
  const compiled = resolved.map((rule): CompiledRule => {
    if (!decides(rule)) return { ...rule, start: program.start(rule.node), index: -1 }
    const index = count++
    return { ...rule, start: starts[index] as number, index }
  })
  const setters = (id: string) =>
    compiled.filter(({ effect }) => effect.type === 'set-fact' && effect.params.fact === id).sort(byPriority)
  const factNeeds = (id: string) => setters(id).flatMap((rule) => [...needsOf(rule, lowered.conditions)])
  const facts = orderByNeed(Object.keys(document.facts), factNeeds).order.map(
    (id): CompiledFact => ({ id, slot: program.table.slotOf(naming.slotKey(id)), setters: setters(id) }),
  )

  const rules = compiled.filter(decides)
  const ofType = <T extends EffectType>(type: T) =>
    rules.filter((rule): rule is CompiledRule & { effect: EffectOf<T> } => isOfType(rule.effect, type))
  const requireWhen = new Map(
    Object.entries(document.form.fields).flatMap(([id, field]) =>
      field.requireWhen ? [[id, start(field.requireWhen)] as const] : [],
    ),
  )

  const lists = {
    rejections: messages(ofType('reject')),
    referrals: messages(ofType('refer')),
    warnings: messages(ofType('warn')),
    notices: messages(ofType('inform')),
    items: targets(Object.keys(document.items), ofType('include-item'), (effect) => effect.params.item, []),
    materials: targets(
      Object.keys(document.materials),
      ofType('require-material'),
      (effect) => effect.params.material,
      ofType('waive-material').map((rule) => ({ id: rule.effect.params.material, rule })),
    ),
    tasks: tasks(ofType('route-task')),
  }

  return {
    document,
    table: program.table,
    program,
    fields,
    always: { all: questionsOf(always), own: questionsOf(always.filter(({ shared }) => !shared)) },
    conditional: fields.flatMap((field) => (field.show ? [{ ...field, show: field.show }] : [])),
    fieldOfSlot: new Map(fields.map((field) => [field.slot, field])),
    factOfSlot: new Map(facts.map((fact) => [fact.slot, fact])),
    facts,
    ...lists,
    combined: combine(lists),
    limits: limits(ofType('set-limit').toSorted(byPriority)),
    fees: charges(
      Object.keys(document.fees),
      ofType('charge-fee').toSorted(byPriority),
      (effect) => effect.params.fee,
    ),
    estimates: charges(
      Object.keys(document.estimates),
      ofType('estimate').toSorted(byPriority),
      (effect) => effect.params.estimate,
    ),
    contested: document.tables
      .filter((table) => table.hitPolicy === 'unique' && !rowsAreDisjoint(table))
      .map((table) => ({ table: table.id, rules: rules.filter((rule) => rule.table === table) })),
    rules,
    starts,
    states: new Uint8Array(rules.length),
    requireWhen,
  }
}

function combine(lists: Pick<CompiledBundle, keyof CompiledBundle['combined']>): CompiledBundle['combined'] {
  return {
    rejections: combineOutcomes(lists.rejections),
    referrals: combineOutcomes(lists.referrals),
    warnings: combineOutcomes(lists.warnings),
    notices: combineOutcomes(lists.notices),
    items: combineInclusions(lists.items),
    materials: combineInclusions(lists.materials),
    tasks: combineOutcomes(lists.tasks),
  }
}

function questionsOf(fields: readonly CompiledField[]): Questions {
  return { keys: fields.map(({ key }) => key), slots: Int32Array.from(fields, ({ slot }) => slot) }
}

function isOfType<T extends EffectType>(effect: Effect, type: T): effect is EffectOf<T> {
  return effect.type === type
}
