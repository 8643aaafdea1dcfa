import { pointerTo } from '../../../schemas/index.ts'
import { coverage, isCovered } from '../../coverage/coverage.ts'
import { decide } from '../../decide/decide.ts'
import { compareExpectation } from '../../scenarios/compare.ts'
import { compiledOf } from '../regions/true-for.ts'
import { type Context, labelled } from './context.ts'

/** Scenarios that no longer match the rules, and rules that no scenario shows. */
export function checkScenarios({ report, document, regions }: Context): void {
  const compiled = compiledOf(regions)
  const { lowered } = regions.read
  document.scenarios.forEach(({ name, answers, expect }, index) => {
    const decision = decide(compiled, answers, { unanswered: 'absent' })
    for (const { what, expected, decided } of compareExpectation(expect, decision))
      report.add(
        'scenario-mismatch',
        pointerTo('scenarios', index, 'expect', what),
        { scenario: name, what, expected: JSON.stringify(expected), decided: JSON.stringify(decided) },
        { witness: answers },
      )
  })
  const rules = new Map(lowered.rules.map((rule) => [rule.id, rule]))
  const names = new Map(document.rules.map(({ id, name }) => [id, labelled(id, name)]))
  for (const covered of coverage(document, document.scenarios, compiled)) {
    if (isCovered(covered)) continue
    const variant = covered.fires ? { variant: 'fails' } : {}
    const at = rules.get(covered.rule)?.pointer ?? ''
    report.add('uncovered-rule', at, { rule: names.get(covered.rule) ?? covered.rule }, variant)
  }
}
