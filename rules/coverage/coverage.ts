import type { BundleDocument, Scenario } from '../../schemas/index.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { isTrue } from '../compile/states.ts'
import { begin, stateOf } from '../decide/run.ts'
import { allRules, isUnconditional } from './rules.ts'

/** How the scenarios exercise one rule or table row. An unconditional rule cannot fail, so only firing is asked of it. */
export type RuleCoverage = {
  /** The rule's id, or `<table id>/<row id>`. */
  readonly rule: string
  readonly fires: boolean
  readonly fails: boolean
  readonly unconditional: boolean
}

/** For every enabled rule and table row: whether some scenario makes it fire, and whether some scenario does not. */
export function coverage(
  document: BundleDocument,
  scenarios: readonly Scenario[] = document.scenarios,
  compiled: CompiledBundle = compile(document),
): RuleCoverage[] {
  const rules = allRules(compiled)
  const fires = new Set<string>()
  const fails = new Set<string>()
  for (const { answers } of scenarios) {
    const run = begin(compiled, answers, 'absent')
    for (const rule of rules) (stateOf(run, rule.start) === isTrue ? fires : fails).add(rule.id)
  }
  return rules.map((rule) => ({
    rule: rule.id,
    fires: fires.has(rule.id),
    fails: fails.has(rule.id),
    unconditional: isUnconditional(rule),
  }))
}

/** Whether the scenarios show all there is to show of a rule. */
export function isCovered({ fires, fails, unconditional }: RuleCoverage): boolean {
  return fires && (fails || unconditional)
}
