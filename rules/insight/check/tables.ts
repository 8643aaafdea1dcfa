import { pointerTo, type Table } from '../../../schemas/index.ts'
import { type Node, nowhere } from '../boxes/nodes.ts'
import { describe } from '../regions/describe.ts'
import { estimateNode, feeNode, limitNode } from '../regions/outcomes.ts'
import { holdsByRow, whereResult } from '../regions/tables.ts'
import { type Context, labelled } from './context.ts'
import { checkColumns } from './table-columns.ts'
import { checkMerges } from './table-merges.ts'

/** Pairs of rows reported for one table; the rest is said in one sentence. */
const mostPairs = 10
/** Rows beyond this are not compared one by one. */
const mostRowsPaired = 500

/** Rows of a table under `unique` that hold together, pair by pair. */
function checkOverlaps(context: Context, table: Table, at: string): void {
  const holds = holdsByRow(context.regions, table)
  const { diagram } = context.space
  let count = 0
  for (const [first, own] of holds.entries()) {
    for (let second = first + 1; second < holds.length; second++) {
      const both = diagram.and(own, holds[second] ?? nowhere)
      if (both === nowhere || context.isEmpty(both)) continue
      if (++count > mostPairs) {
        context.report.add('overlap', at, { table: table.id, count: mostPairs }, { variant: 'more' })
        return
      }
      context.show(
        both,
        'overlap',
        `${at}/rows/${second}`,
        { table: table.id, row: table.rows[first]?.id ?? '', other: table.rows[second]?.id ?? '' },
        { related: [`${at}/rows/${first}`] },
      )
    }
  }
}

/** Whether no two rows hold together, in one go; false also where that cannot be told. */
function isDisjoint(context: Context, table: Table, at: string): boolean {
  const contested = context.attempt(at, () => {
    const { node, conflict } = context.regions.table(table)
    return context.among(whereResult(context.regions, node, (terminal) => terminal === conflict))
  })
  return contested === nowhere
}

/** Whom a table leaves without what it sets, where no other rule sets it either; undefined for effects one may do without. */
function leftOut({ regions, space }: Context, table: Table): Node | undefined {
  const region = regions.table(table)
  const none = whereResult(regions, region.node, (terminal) => terminal === region.none)
  const { type, params } = table.event
  const unset = (outcome: Node): Node =>
    space.diagram.and(
      none,
      whereResult(regions, outcome, (terminal) => space.valueOf(terminal) === null),
    )
  if (type === 'set-limit') return unset(limitNode(regions))
  if (type === 'charge-fee' && typeof params.fee === 'string') return unset(feeNode(regions, params.fee))
  if (type === 'estimate' && typeof params.estimate === 'string')
    return unset(estimateNode(regions, params.estimate))
  if (type === 'set-fact' && typeof params.fact === 'string') return unset(regions.fact(params.fact))
  return undefined
}

function matterName({ document }: Context, { event: { type, params } }: Table) {
  const entry =
    type === 'charge-fee'
      ? document.fees[String(params.fee)]
      : type === 'estimate'
        ? document.estimates[String(params.estimate)]
        : document.facts[String(params.fact)]
  return entry?.title ?? { 'zh-CN': '时限', en: 'a time limit' }
}

function checkGap(context: Context, table: Table, at: string): void {
  const open = leftOut(context, table)
  if (open === undefined) return
  const gap = context.among(open)
  if (gap === nowhere) return
  const region = describe([context.regions], gap)
  context.show(gap, 'gap', at, {
    table: labelled(table.id, table.name),
    region,
    matter: matterName(context, table),
  })
}

function checkReach(context: Context, table: Table, at: string, never: ReadonlySet<string>): void {
  const { node, rows } = context.regions.table(table)
  const outside = context.space.terminal('outside')
  const reached = new Set(context.space.diagram.terminals(context.among(node, outside)))
  table.rows.forEach(({ id }, row) => {
    const name = `${table.id}/${id}`
    const terminal = rows.get(name)
    if (terminal === undefined || reached.has(terminal) || never.has(name)) return
    const own = context.regions.table(table).holds[row] ?? nowhere
    context.show(
      own,
      'unreachable-row',
      `${at}/rows/${row}`,
      { table: table.id, row: id },
      { fix: [{ op: 'remove', path: `${at}/rows/${row}` }] },
    )
  })
}

/** Of a table too large to be one function: rows that a single row before them covers. */
function checkCovered(context: Context, table: Table, at: string, never: ReadonlySet<string>): void {
  const holds = holdsByRow(context.regions, table)
  const { diagram } = context.space
  holds.forEach((own, row) => {
    if (row > mostRowsPaired || never.has(`${table.id}/${table.rows[row]?.id}`)) return
    const first = holds.findIndex((earlier) => context.isEmpty(diagram.and(own, diagram.not(earlier))))
    if (first >= row) return
    const values = { table: table.id, row: table.rows[row]?.id ?? '' }
    const fix = [{ op: 'remove' as const, path: `${at}/rows/${row}` }]
    context.show(own, 'unreachable-row', `${at}/rows/${row}`, values, {
      related: [`${at}/rows/${first}`],
      fix,
    })
  })
}

/** Decision tables: rows that overlap, gaps, rows never reached, rows that could be one, columns without a point. */
export function checkTables(context: Context, never: ReadonlySet<string>): void {
  context.document.tables.forEach((table, index) => {
    const at = pointerTo('tables', index)
    if (table.hitPolicy === 'unique' && !isDisjoint(context, table, at))
      context.attempt(at, () => checkOverlaps(context, table, at))
    const isWhole = context.attempt(at, () => {
      if (table.hitPolicy !== 'collect') checkGap(context, table, at)
      if (table.hitPolicy === 'first') checkReach(context, table, at, never)
      return true
    })
    if (!isWhole && table.hitPolicy === 'first')
      context.attempt(at, () => checkCovered(context, table, at, never))
    checkMerges(context, table, at)
    context.attempt(at, () => checkColumns(context, table, at))
  })
}
