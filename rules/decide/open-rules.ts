import type { Decision } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'

const isOpen = (outcome: { readonly certainty: string }): boolean => outcome.certainty === 'open'

/** The rules that still decide something open in `decision`. Rules behind what is already settled are left out. */
export function rulesBehind(compiled: CompiledBundle, decision: Decision): Set<CompiledRule> {
  const behind = new Set<CompiledRule>()
  const byId = new Map(compiled.rules.map((rule) => [rule.id, rule]))
  const add = (id: string | null): void => {
    const rule = id === null ? undefined : byId.get(id)
    if (rule) behind.add(rule)
    for (const contest of compiled.contested)
      if (contest.table === id) for (const row of contest.rules) addRule(row)
  }
  const addRule = (rule: CompiledRule): void => {
    const known = byId.get(rule.id)
    if (known) behind.add(known)
  }
  const { rejections, referrals, warnings, notices, tasks } = decision
  for (const outcome of [rejections, referrals, warnings, notices, tasks].flat())
    if (isOpen(outcome)) add(outcome.rule)
  for (const [outcomes, targets] of [
    [decision.items, compiled.items],
    [decision.materials, compiled.materials],
  ] as const) {
    for (const outcome of outcomes.filter(isOpen)) {
      outcome.rules.forEach(add)
      for (const waiver of targets.find(({ id }) => id === outcome.id)?.waivers ?? []) addRule(waiver)
    }
  }
  if (isOpen(decision.limit)) compiled.limits.forEach(addRule)
  for (const [outcomes, charges] of [
    [decision.fees, compiled.fees],
    [decision.estimates, compiled.estimates],
  ] as const) {
    for (const outcome of outcomes.filter(isOpen))
      charges.find(({ id }) => id === outcome.id)?.rules.forEach(addRule)
  }
  return behind
}
