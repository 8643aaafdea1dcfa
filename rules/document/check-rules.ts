import { type BundleDocument, type Fault, pointerTo, type Table } from '../../schemas/index.ts'
import { rowCondition, rowEffect } from '../compile/lower.ts'
import { type ConditionContext, checkCondition, checkRootCondition } from '../conditions/check.ts'
import { factsOf } from '../conditions/vocabulary.ts'
import { checkEffect } from './check-effect.ts'
import { fault, repeated } from './fault.ts'

/** A fault of a row's condition, moved from the lowered comparison to the cell it came from. */
function atCell(table: Table, row: Table['rows'][number], one: Fault, at: string): Fault {
  const [, position, rest] = /^\/all\/(\d+)(.*)$/.exec(one.pointer) ?? []
  if (position === undefined) return { ...one, pointer: at }
  const columns = table.columns.flatMap((_, column) => (row.cells[column] ? [column] : []))
  return { ...one, pointer: `${at}/cells/${columns[Number(position)]}${rest}` }
}

function checkTable(
  document: BundleDocument,
  table: Table,
  index: number,
  context: ConditionContext,
): Fault[] {
  const at = pointerTo('tables', index)
  const faults: Fault[] = []
  for (const { name, index: row } of repeated(table.rows.map(({ id }) => id))) {
    faults.push(
      fault(
        'row-repeated',
        `${at}/rows/${row}/id`,
        `行编号“${name}”重复。`,
        `The row id “${name}” is used twice.`,
      ),
    )
  }
  if (table.event.type === 'set-fact' && table.hitPolicy !== 'first') {
    faults.push(
      fault(
        'hit-policy',
        `${at}/hitPolicy`,
        '设置派生事实的决策表只能用“取第一行”。',
        'A table that sets a derived fact has to use the hit policy first.',
      ),
    )
  }
  table.rows.forEach((row, position) => {
    const place = `${at}/rows/${position}`
    if (row.cells.length !== table.columns.length) {
      faults.push(
        fault(
          'cells',
          `${place}/cells`,
          `这一行应有 ${table.columns.length} 个单元格。`,
          `This row needs ${table.columns.length} cells.`,
        ),
      )
      return
    }
    faults.push(
      ...checkCondition(rowCondition(table, row), '', context).map((one) => atCell(table, row, one, place)),
    )
    const effect = rowEffect(table, row)
    faults.push(...checkEffect(document, effect.type, effect.params, `${place}/params`))
  })
  return faults
}

/** Two rules that set one fact need different priorities, or the engines would not agree which one counts. */
function checkSetters(document: BundleDocument): Fault[] {
  const taken = new Set<string>()
  const faults: Fault[] = []
  const claim = (fact: unknown, priority: number | undefined, pointer: string): void => {
    const key = `${priority ?? 1} ${String(fact)}`
    if (taken.has(key)) {
      faults.push(
        fault(
          'set-fact-priority',
          pointer,
          `派生事实“${String(fact)}”由多条同优先级的规则设置,请区分优先级。`,
          `The derived fact “${String(fact)}” is set by several rules of the same priority; give them different ones.`,
        ),
      )
    }
    taken.add(key)
  }
  document.rules.forEach(({ event, priority }, index) => {
    if (event.type === 'set-fact') claim(event.params.fact, priority, pointerTo('rules', index))
  })
  document.tables.forEach((table, index) => {
    if (table.event.type !== 'set-fact') return
    const facts = new Set(table.rows.map((row) => rowEffect(table, row).params.fact))
    for (const fact of facts) claim(fact, table.priority, pointerTo('tables', index))
  })
  return faults
}

/** Every fault of the rules, decision tables and named conditions, each at its own place. Cycles are checkCycles's. */
export function checkRules(document: BundleDocument): Fault[] {
  const context: ConditionContext = {
    facts: factsOf(document),
    conditions: new Set(Object.keys(document.conditions)),
    derivedFacts: true,
  }
  const ids = [...document.rules.map(({ id }) => id), ...document.tables.map(({ id }) => id)]
  const faults = repeated(ids).map(({ name, index }) => {
    const place =
      index < document.rules.length
        ? pointerTo('rules', index)
        : pointerTo('tables', index - document.rules.length)
    return fault(
      'rule-repeated',
      `${place}/id`,
      `规则或决策表编号“${name}”重复。`,
      `The rule or table id “${name}” is used twice.`,
    )
  })
  for (const [name, { when }] of Object.entries(document.conditions)) {
    faults.push(...checkCondition(when, pointerTo('conditions', name, 'when'), context))
  }
  document.rules.forEach(({ conditions, event }, index) => {
    const at = pointerTo('rules', index)
    faults.push(...checkRootCondition(conditions, `${at}/conditions`, context))
    faults.push(...checkEffect(document, event.type, event.params, `${at}/event/params`))
  })
  document.tables.forEach((table, index) => {
    faults.push(...checkTable(document, table, index, context))
  })
  return [...faults, ...checkSetters(document)]
}
