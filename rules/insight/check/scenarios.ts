import { type BundleDocument, pointerTo } from '../../../schemas/index.ts'
import { compile } from '../../compile/compile.ts'
import { lower } from '../../compile/lower.ts'
import { coverage, isCovered } from '../../coverage/coverage.ts'
import { decide } from '../../decide/decide.ts'
import { compareExpectation } from '../../scenarios/compare.ts'
import { labelled } from './context.ts'
import type { Report } from './report.ts'

/** Scenarios that no longer match the rules, and rules that no scenario shows. */
export function checkScenarios(report: Report, document: BundleDocument): void {
  const compiled = compile(document)
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
  const rules = new Map(lower(document).rules.map((rule) => [rule.id, rule]))
  const names = new Map(document.rules.map(({ id, name }) => [id, labelled(id, name)]))
  for (const covered of coverage(document)) {
    if (isCovered(covered)) continue
    const variant = covered.fires ? { variant: 'fails' } : {}
    const at = rules.get(covered.rule)?.pointer ?? ''
    report.add('uncovered-rule', at, { rule: names.get(covered.rule) ?? covered.rule }, variant)
  }
}
