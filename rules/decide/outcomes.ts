import type { Charge, Inclusion, Limit } from '../../schemas/index.ts'
import type {
  ChargeRule,
  CompiledCharge,
  CompiledRule,
  CompiledTarget,
  OutcomeRule,
} from '../compile/compiled.ts'
import { isFalse, isTrue, unknown } from '../compile/states.ts'
import { roundToCents } from '../formulas/formula.ts'
import { CombinedList } from './combined.ts'
import { formulaOf, type Run } from './run.ts'

/** Outcomes of the rules that hold or may hold, in the document's order. */
export function outcomesOf<O>(rules: readonly OutcomeRule<O>[], states: Uint8Array): O[] {
  const outcomes: O[] = []
  for (const rule of rules) {
    const result = states[rule.index]
    if (result !== isFalse) outcomes.push(result === isTrue ? rule.certain : rule.open)
  }
  return outcomes
}

/**
 * Items and materials: asked for by at least one rule, and not waived. Where that is certain, `rules` are those that
 * certainly ask for it; where it is open, those that do or still may.
 */
export function inclusionsOf(targets: readonly CompiledTarget[], states: Uint8Array): Inclusion[] {
  const inclusions: Inclusion[] = []
  for (const target of targets) {
    const inclusion = inclusionOf(target, states)
    if (inclusion) inclusions.push(inclusion)
  }
  return inclusions
}

function inclusionOf(target: CompiledTarget, states: Uint8Array): Inclusion | undefined {
  let certain: Inclusion | undefined
  let isOpen = false
  for (const rule of target.rules) {
    const result = states[rule.index]
    if (result === isFalse) continue
    if (result !== isTrue) isOpen = true
    else certain = certain ? merge(certain, rule) : rule.certain
  }
  if (!certain && !isOpen) return undefined
  let mayBeWaived = false
  for (const waiver of target.waivers) {
    const result = states[waiver.index]
    if (result === isTrue) return undefined
    if (result !== isFalse) mayBeWaived = true
  }
  return certain && !mayBeWaived ? certain : openInclusion(target, states)
}

// A function of its own: a closure over `states` in inclusionOf would cost every call.
function openInclusion({ id, rules }: CompiledTarget, states: Uint8Array): Inclusion {
  const possible = rules.filter(({ index }) => states[index] !== isFalse)
  return { id, certainty: 'open', rules: possible.map((rule) => rule.id) }
}

function merge({ id, certainty, rules }: Inclusion, rule: CompiledRule): Inclusion {
  const both = rules.slice()
  both.push(rule.id)
  return { id, certainty, rules: both }
}

/** outcomesOf, remembered. */
export function combineOutcomes<O>(rules: readonly OutcomeRule<O>[]): CombinedList<O> {
  return new CombinedList(
    rules.map((rule) => ({ rules: [rule], outcomes: (states) => outcomesOf([rule], states) })),
  )
}

/** inclusionsOf, remembered. */
export function combineInclusions(targets: readonly CompiledTarget[]): CombinedList<Inclusion> {
  return new CombinedList(
    targets.map((target) => ({
      rules: [...target.rules, ...target.waivers],
      outcomes: (states) => inclusionsOf([target], states),
    })),
  )
}

const noLimit: Limit = Object.freeze({ days: null, rule: null, certainty: 'certain' })
const openLimit: Limit = Object.freeze({ days: null, rule: null, certainty: 'open' })

/** The first limit that holds, by priority and then by place; open while one before it may still hold. */
export function limitOf(rules: readonly OutcomeRule<Limit>[], states: Uint8Array): Limit {
  for (const rule of rules) {
    const result = states[rule.index]
    if (result === isTrue) return rule.certain
    if (result !== isFalse) return openLimit
  }
  return noLimit
}

/** Fees and estimates: for each, the first rule that holds. */
export function chargesOf(run: Run, charges: readonly CompiledCharge[], states: Uint8Array): Charge[] {
  const found: Charge[] = []
  for (const charge of charges) {
    for (const rule of charge.rules) {
      const result = states[rule.index]
      if (result === isFalse) continue
      found.push(result === isTrue ? chargeOf(run, charge, rule) : charge.open)
      break
    }
  }
  return found
}

function chargeOf(run: Run, charge: CompiledCharge, rule: ChargeRule): Charge {
  if (!rule.formula) return rule.certain
  const amount = formulaOf(run, rule.formula)
  if (amount === unknown) return charge.open
  return { ...rule.certain, amount: amount === null ? null : roundToCents(amount) }
}
