import { type BundleDocument, type Condition, type Fault, pointerTo } from '../../schemas/index.ts'
import { factsThrough, needsOf } from '../compile/compile.ts'
import { lower } from '../compile/lower.ts'
import { orderByNeed } from '../compile/order.ts'
import { namedConditionsIn } from '../conditions/check.ts'
import { refusal } from '../conditions/refused.ts'
import { fault } from './fault.ts'

/**
 * Cycles: named conditions that lead back to themselves, fields whose visibility depends on itself, derived facts
 * that need themselves; and derived facts read, through named conditions, where only answers are known. Expects a
 * document without other faults.
 */
export function checkCycles(document: BundleDocument): Fault[] {
  const conditions = new Map<string, Condition>(
    Object.entries(document.conditions).map(([name, { when }]) => [name, when]),
  )
  const named = orderByNeed(conditions.keys(), (name) => {
    const condition = conditions.get(name)
    return condition ? namedConditionsIn(condition) : []
  })
  if (named.cycle) return [refusal('condition-cycle', pointerTo('conditions', named.cycle), named.cycle)]

  const faults: Fault[] = []
  const { fields } = document.form
  for (const [id, field] of Object.entries(fields)) {
    for (const key of ['showWhen', 'requireWhen'] as const) {
      const condition = field[key]
      if (!condition) continue
      const derived = [...factsThrough(condition, conditions)].find((fact) =>
        Object.hasOwn(document.facts, fact),
      )
      if (derived) faults.push(refusal('fact-not-yet-known', pointerTo('form', 'fields', id, key), derived))
    }
  }
  const shown = orderByNeed(Object.keys(fields), (id) => {
    const condition = fields[id]?.showWhen
    return condition ? factsThrough(condition, conditions) : []
  })
  if (shown.cycle) {
    const at = pointerTo('form', 'fields', shown.cycle, 'showWhen')
    faults.push(
      fault(
        'visibility-cycle',
        at,
        `字段“${shown.cycle}”是否显示最终取决于它自己。`,
        `Whether the field “${shown.cycle}” is shown depends on itself.`,
      ),
    )
  }
  const lowered = lower(document)
  const facts = orderByNeed(Object.keys(document.facts), (fact) =>
    lowered.rules.flatMap((rule) =>
      rule.effect.type === 'set-fact' && rule.effect.params.fact === fact
        ? [...needsOf(rule, lowered.conditions)]
        : [],
    ),
  )
  if (facts.cycle) {
    const at = pointerTo('facts', facts.cycle)
    faults.push(
      fault(
        'fact-cycle',
        at,
        `派生事实“${facts.cycle}”最终取决于它自己。`,
        `The derived fact “${facts.cycle}” depends on itself.`,
      ),
    )
  }
  return faults
}
