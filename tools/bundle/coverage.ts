import { type Goal, goalCoverage } from '../../rules/coverage/goals.ts'
import { proposeScenarios } from '../../rules/coverage/propose.ts'
import { type BundleDocument, type Language, textIn } from '../../schemas/index.ts'
import { reportingFaults } from './decide.ts'
import { type Options, print, readDocument } from './input.ts'

const texts = {
  en: {
    kinds: { rule: 'Rules firing and failing', choice: 'Choices', boundary: 'Boundaries' },
    fire: 'never fires: {rule}',
    fail: 'always fires: {rule}',
    choice: 'never chosen: {field} = {value}',
    below: 'never below: {field} < {value}',
    at: 'never exactly: {field} = {value}',
    above: 'never above: {field} > {value}',
    proposed: '{count} scenarios would show all that can be shown (`propose` prints them):',
    unreached: 'not reached: {goal}',
  },
  'zh-CN': {
    kinds: { rule: '规则成立与不成立', choice: '选项', boundary: '边界' },
    fire: '从不成立:{rule}',
    fail: '总是成立:{rule}',
    choice: '从未选择:{field} = {value}',
    below: '从未低于:{field} < {value}',
    at: '从未等于:{field} = {value}',
    above: '从未高于:{field} > {value}',
    proposed: '{count} 个场景即可补全(用 propose 输出):',
    unreached: '无法覆盖:{goal}',
  },
}
const kinds = ['rule', 'choice', 'boundary'] as const

function goalLine(document: BundleDocument, goal: Goal, language: Language): string {
  const words = texts[language]
  if (goal.kind === 'rule') return words[goal.wanted].replace('{rule}', goal.rule)
  const field = document.form.fields[goal.field]
  const choice = field?.choices?.[String(goal.value)]
  return words[goal.kind === 'choice' ? 'choice' : goal.side]
    .replace('{field}', field ? `${textIn(field.title, language)} (${goal.field})` : goal.field)
    .replace('{value}', choice ? `${textIn(choice, language)} (${goal.value})` : String(goal.value))
}

/** Prints which rules, choices and boundaries the scenarios of the bundle in `file` show, and the fewest that would show the rest. */
export function coverageFile(file: string, seed: number, options: Options): number {
  return reportingFaults(options, () => {
    const document = readDocument(file)
    const goals = goalCoverage(document)
    const proposal = proposeScenarios(document, seed)
    if (options.json) return print({ goals, proposal })
    const words = texts[options.language]
    for (const kind of kinds) {
      const ofKind = goals.filter(({ goal }) => goal.kind === kind)
      print(`${words.kinds[kind]}  ${ofKind.filter(({ covered }) => covered).length}/${ofKind.length}`)
      for (const { goal, covered } of ofKind)
        if (!covered) print(`  ${goalLine(document, goal, options.language)}`)
    }
    if (proposal.scenarios.length > 0)
      print(words.proposed.replace('{count}', String(proposal.scenarios.length)))
    for (const { name } of proposal.scenarios) print(`  ${name}`)
    for (const goal of proposal.unreached)
      print(words.unreached.replace('{goal}', goalLine(document, goal, options.language)))
  })
}
