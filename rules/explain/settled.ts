import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { isFalse, isTrue } from '../compile/states.ts'

/** How a rule came out in the run that is explained: isTrue, isFalse or isUnknown. */
export type StateOf = (rule: CompiledRule) => number

type Rules = readonly CompiledRule[]
/** Other rules about the same thing: `alike` do the same to it, `before` count before this one. */
type Rivals = { readonly alike: Rules; readonly before: Rules }

const departmentOf = ({ effect }: CompiledRule): string =>
  effect.type === 'route-task' ? effect.params.department : ''

function rivals(compiled: CompiledBundle): ReadonlyMap<string, Rivals> {
  const { items, materials, tasks, limits, fees, estimates } = compiled
  const found = new Map<string, Rivals>()
  const group = (alike: Rules, before: Rules = []): void => {
    for (const rule of alike) found.set(rule.id, { alike: alike.filter((other) => other !== rule), before })
  }
  for (const { rules } of items) group(rules)
  for (const { rules, waivers } of materials) {
    group(rules, waivers)
    group(waivers)
  }
  for (const department of new Set(tasks.map(departmentOf)))
    group(tasks.filter((task) => departmentOf(task) === department))
  for (const ranked of [limits, ...[...fees, ...estimates].map(({ rules }) => rules)])
    ranked.forEach((rule, place) => {
      found.set(rule.id, { alike: [], before: ranked.slice(0, place) })
    })
  return found
}

/**
 * Tells of a rule whether it would be untrue to say of its outcome what holds of this rule alone: a material that it
 * does not require but another does, a limit that holds but comes after one that counts first.
 */
export function settledElsewhere(compiled: CompiledBundle, state: StateOf): (rule: CompiledRule) => boolean {
  const found = rivals(compiled)
  const isCertain = (other: CompiledRule): boolean => state(other) === isTrue
  const isPossible = (other: CompiledRule): boolean => state(other) !== isFalse
  return (rule) => {
    const { alike, before } = found.get(rule.id) ?? { alike: [], before: [] }
    const own = state(rule)
    if (own === isTrue) return before.some(isPossible)
    if (own === isFalse) return alike.some(isPossible) && !before.some(isCertain)
    return [...alike, ...before].some(isCertain)
  }
}
