import { pointerTo, type Table } from '../../../schemas/index.ts'
import { type Node, nowhere } from '../boxes/diagram.ts'
import { describe } from '../regions/describe.ts'
import { estimateNode, feeNode, limitNode } from '../regions/outcomes.ts'
import { whereResult } from '../regions/tables.ts'
import { type Context, labelled } from './context.ts'
import { checkColumns } from './table-columns.ts'
import { checkMerges } from './table-merges.ts'

/** Pairs of rows reported for one table; the rest is said in one sentence. */
const mostPairs = 10

function checkOverlaps(context: Context, table: Table, at: string): void {
  const { holds, node, conflict } = context.regions.table(table)
  const { diagram } = context.space
  const contested = whereResult(context.regions, node, (terminal) => terminal === conflict)
  if (context.isEmpty(contested)) return
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

/** Decision tables: rows that overlap, gaps, rows never reached, rows that could be one, columns without a point. */
export function checkTables(context: Context, never: ReadonlySet<string>): void {
  context.document.tables.forEach((table, index) => {
    const at = pointerTo('tables', index)
    context.attempt(at, () => {
      if (table.hitPolicy === 'unique') checkOverlaps(context, table, at)
      if (table.hitPolicy !== 'collect') checkGap(context, table, at)
      if (table.hitPolicy === 'first') checkReach(context, table, at, never)
    })
    checkMerges(context, table, at)
    context.attempt(at, () => checkColumns(context, table, at))
  })
}
