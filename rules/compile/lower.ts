import type { BundleDocument, Condition, Effect, Rule, Table } from '../../schemas/index.ts'
import { pointerTo } from '../../schemas/index.ts'

/** A rule as json-rules-engine would take it: from the document's rules, or lowered from a table's row. */
export type LoweredRule = {
  /** The rule's id, or `<table id>/<row id>`. */
  readonly id: string
  readonly conditions: Condition
  readonly effect: Effect
  readonly priority: number
  /** Where it stands in the document. */
  readonly pointer: string
  readonly table: Table | undefined
}

export type LoweredDocument = {
  readonly rules: readonly LoweredRule[]
  /** Named conditions, those made for tables included, each after the ones it refers to within its table. */
  readonly conditions: ReadonlyMap<string, Condition>
}

type Row = Table['rows'][number]

/** A row's own condition: every cell that is not "any". */
export function rowCondition(table: Table, row: Row): Condition {
  const comparisons: Condition[] = []
  table.columns.forEach((column, index) => {
    const cell = row.cells[index]
    if (cell) comparisons.push({ ...column, operator: cell.operator, value: cell.value })
  })
  return { all: comparisons }
}

/** A row's effect: the table's parameters with the row's laid over them. Whether it is a valid effect is checked by parseDocument. */
export function rowEffect(table: Table, row: Row): { type: Effect['type']; params: Record<string, unknown> } {
  return { type: table.event.type, params: { ...table.event.params, ...row.params } }
}

/** Always so in a parsed document: parseDocument has checked every merged row against `effectParameters`. */
function isEffect(value: { type: Effect['type']; params: object }): value is Effect {
  return Object.keys(value.params).length > 0
}

function lowerTable(table: Table, index: number, conditions: Map<string, Condition>): LoweredRule[] {
  const rules: LoweredRule[] = []
  let earlier: string | undefined
  table.rows.forEach((row, position) => {
    const id = `${table.id}/${row.id}`
    conditions.set(id, rowCondition(table, row))
    let holds: Condition = { condition: id }
    if (table.hitPolicy === 'first') {
      if (earlier !== undefined) holds = { all: [{ condition: id }, { not: { condition: earlier } }] }
      const until = `${table.id}/until/${row.id}`
      conditions.set(until, {
        any: earlier === undefined ? [{ condition: id }] : [{ condition: earlier }, { condition: id }],
      })
      earlier = until
    }
    const effect = rowEffect(table, row)
    if (isEffect(effect)) {
      const pointer = pointerTo('tables', index, 'rows', position)
      rules.push({ id, conditions: holds, effect, priority: table.priority ?? 1, pointer, table })
    }
  })
  return rules
}

const lowerRule = (rule: Rule, index: number): LoweredRule => ({
  id: rule.id,
  conditions: rule.conditions,
  effect: rule.event,
  priority: rule.priority ?? 1,
  pointer: pointerTo('rules', index),
  table: undefined,
})

/**
 * Tables become rules: under `first` a row holds where its own condition holds and no earlier row's does, which a
 * chain of named conditions says in a length linear in the rows. Disabled rules are left out.
 */
export function lower(document: BundleDocument): LoweredDocument {
  const conditions = new Map<string, Condition>()
  for (const [name, { when }] of Object.entries(document.conditions)) conditions.set(name, when)
  const rules = document.rules.flatMap((rule, index) => (rule.disabled ? [] : [lowerRule(rule, index)]))
  document.tables.forEach((table, index) => {
    rules.push(...lowerTable(table, index, conditions))
  })
  return { rules, conditions }
}
