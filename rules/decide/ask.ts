import type { Question } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import type { Node } from '../compile/program.ts'
import { isFalse, isTrue, isUnknown, unknown } from '../compile/states.ts'
import { factsInFormula, isFormula } from '../formulas/formula.ts'
import { type Run, stateOf } from './run.ts'

/** The state of a node in the current run; comparisons and named conditions are remembered by the table. */
export function nodeState(compiled: CompiledBundle, node: Node): number {
  switch (node.kind) {
    case 'comparison':
      return compiled.table.resultOf(node.index)
    case 'named':
      return compiled.table.state[node.index] || nodeState(compiled, node.child)
    case 'not': {
      const state = nodeState(compiled, node.child)
      return state === isUnknown ? isUnknown : state === isTrue ? isFalse : isTrue
    }
    default: {
      const decisive = node.kind === 'all' ? isFalse : isTrue
      let open = false
      for (const child of node.children) {
        const state = nodeState(compiled, child)
        if (state === decisive) return decisive
        if (state === isUnknown) open = true
      }
      return open ? isUnknown : node.kind === 'all' ? isTrue : isFalse
    }
  }
}

/** The slots on which an open node hangs: those of its open comparisons. */
function openSlots(compiled: CompiledBundle, node: Node, slots: Set<number>): void {
  if (nodeState(compiled, node) !== isUnknown) return
  if (node.kind === 'comparison') {
    for (const slot of compiled.table.slotsOf(node.index))
      if (compiled.table.facts[slot] === unknown) slots.add(slot)
  } else if (node.kind === 'named' || node.kind === 'not') openSlots(compiled, node.child, slots)
  else for (const child of node.children) openSlots(compiled, child, slots)
}

/** The questions behind an unknown fact: the field itself, or what decides whether it is shown, or what it is worked out from. */
function questionsBehind(run: Run, slot: number, fields: Set<string>): void {
  const { compiled } = run
  const field = compiled.fieldOfSlot.get(slot)
  const slots = new Set<number>()
  if (field) {
    const shown = field.show ? nodeState(compiled, field.show.node) : isTrue
    if (field.show && shown === isUnknown) openSlots(compiled, field.show.node, slots)
    else fields.add(compiled.document.form.fields[field.id]?.derive?.from ?? field.id)
  }
  const fact = compiled.factOfSlot.get(slot)
  for (const rule of fact?.setters ?? []) {
    openSlots(compiled, rule.node, slots)
    for (const needed of slotsOfFormula(compiled, rule)) slots.add(needed)
  }
  for (const needed of slots) questionsBehind(run, needed, fields)
}

function slotsOfFormula(compiled: CompiledBundle, rule: CompiledRule): number[] {
  const { effect } = rule
  const formula =
    effect.type === 'set-fact' ? effect.params.value : 'amount' in effect.params ? effect.params.amount : null
  if (!isFormula(formula)) return []
  return factsInFormula(formula)
    .map(
      (name) =>
        compiled.fields.find(({ id }) => id === name)?.slot ??
        compiled.facts.find(({ id }) => id === name)?.slot ??
        -1,
    )
    .filter((slot) => compiled.table.facts[slot] === unknown)
}

function orderOfFields(compiled: CompiledBundle): Map<string, number> {
  return new Map(
    compiled.document.form.steps.flatMap((step) => step.fields).map((field, index) => [field, index]),
  )
}

/**
 * How much settling a rule counts. Whether one may apply at all comes before what one would need: who is turned away
 * learns it after two questions and not after ten, and nobody is asked more for it.
 */
function importanceOf({ effect }: CompiledRule): number {
  return effect.type === 'reject' || effect.type === 'refer' ? 100 : 1
}

/**
 * The questions that can still change the decision, the one that settles most first: each of `rules` (those behind an
 * open outcome) counts by its importance, shared by the questions it hangs on. Ties follow the form.
 */
export function ask(run: Run, rules: Iterable<CompiledRule>): Question[] {
  const { compiled } = run
  const weights = new Map<string, number>()
  for (const rule of rules) {
    const state = stateOf(run, rule.start)
    if (state === isFalse) continue
    const slots = new Set<number>(state === isTrue ? slotsOfFormula(compiled, rule) : [])
    if (state === isUnknown) openSlots(compiled, rule.node, slots)
    const fields = new Set<string>()
    for (const slot of slots) questionsBehind(run, slot, fields)
    for (const field of fields)
      weights.set(field, (weights.get(field) ?? 0) + importanceOf(rule) / fields.size)
  }
  const order = orderOfFields(compiled)
  const place = (field: string): number => order.get(field) ?? order.size
  return [...weights]
    .map(([field, weight]) => ({ field, settles: Math.round(weight * 1000) / 1000 }))
    .sort((a, b) => b.settles - a.settles || place(a.field) - place(b.field))
}
