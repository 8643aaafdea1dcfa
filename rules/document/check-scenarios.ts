import { type BundleDocument, type Fault, pointerTo, type Scenario } from '../../schemas/index.ts'
import { danglingAmong, fault, repeated } from './fault.ts'

const field = ['字段', 'field'] as const
const rule = ['规则', 'rule'] as const

function checkScenario(
  document: BundleDocument,
  scenario: Scenario,
  index: number,
  ruleIds: ReadonlySet<string>,
): Fault[] {
  const at = pointerTo('scenarios', index)
  const { expect } = scenario
  const keys = (value: object): Set<string> => new Set(Object.keys(value))
  const names = Object.keys(scenario.answers)
  const faults = danglingAmong(
    names,
    keys(document.form.fields),
    field,
    (position) => at + pointerTo('answers', names[position] ?? ''),
  )
  for (const key of ['rejected', 'referred', 'warned', 'informed', 'routes'] as const) {
    faults.push(
      ...danglingAmong(expect[key] ?? [], ruleIds, rule, (position) => `${at}/expect/${key}/${position}`),
    )
  }
  const catalogues = [
    ['items', document.items, ['事项', 'item']],
    ['materials', document.materials, ['材料', 'material']],
  ] as const
  for (const [key, known, kind] of catalogues) {
    faults.push(
      ...danglingAmong(expect[key] ?? [], keys(known), kind, (position) => `${at}/expect/${key}/${position}`),
    )
  }
  const charges = [
    ['fees', document.fees, ['收费', 'fee']],
    ['estimates', document.estimates, ['测算', 'estimate']],
  ] as const
  for (const [key, known, kind] of charges) {
    const ids = Object.keys(expect[key] ?? {})
    faults.push(
      ...danglingAmong(
        ids,
        keys(known),
        kind,
        (position) => at + pointerTo('expect', key, ids[position] ?? ''),
      ),
    )
  }
  return faults
}

/** Scenarios name only fields, rules, items, materials, fees and estimates of the document, and each has a name of its own. */
export function checkScenarios(document: BundleDocument): Fault[] {
  const ruleIds = new Set([
    ...document.rules.map(({ id }) => id),
    ...document.tables.flatMap((table) => [table.id, ...table.rows.map((row) => `${table.id}/${row.id}`)]),
  ])
  return [
    ...repeated(document.scenarios.map(({ name }) => name)).map(({ name, index }) =>
      fault(
        'scenario-repeated',
        pointerTo('scenarios', index, 'name'),
        `场景名称“${name}”重复。`,
        `The scenario name “${name}” is used twice.`,
      ),
    ),
    ...document.scenarios.flatMap((scenario, index) => checkScenario(document, scenario, index, ruleIds)),
  ]
}
