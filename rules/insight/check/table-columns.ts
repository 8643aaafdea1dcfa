import type { LocalText, PatchStep, Table } from '../../../schemas/index.ts'
import type { Context } from './context.ts'
import { factIdentity } from './table-merges.ts'

function titleOf({ document }: Context, fact: string): LocalText {
  return document.form.fields[fact]?.title ?? document.facts[fact]?.title ?? { 'zh-CN': fact }
}

/** Takes a column out; the last one stays, since a table without columns says nothing. */
function removal(table: Table, at: string, column: number): { fix?: readonly PatchStep[] } {
  if (table.columns.length < 2 || table.rows.some(({ cells }) => cells[column])) return {}
  return {
    fix: [
      ...table.rows.map((_, row): PatchStep => ({ op: 'remove', path: `${at}/rows/${row}/cells/${column}` })),
      { op: 'remove', path: `${at}/columns/${column}` },
    ],
  }
}

/** What a table says for each applicant, rows of the same parameters taken as one. */
function resultSupport(context: Context, table: Table): ReadonlySet<number> | undefined {
  if (table.hitPolicy === 'collect') return undefined
  const { node, rows } = context.regions.table(table)
  const results = new Map(
    table.rows.map((row) => [
      rows.get(`${table.id}/${row.id}`),
      context.space.terminal(['params', row.params]),
    ]),
  )
  const { diagram } = context.space
  return diagram.support(diagram.map(node, (terminal) => results.get(terminal) ?? terminal))
}

/** Columns in which all rows are alike, or which never change the result. */
export function checkColumns(context: Context, table: Table, at: string): void {
  if (table.rows.length < 2) return
  const support = resultSupport(context, table)
  table.columns.forEach((column, index) => {
    const cells = new Set(table.rows.map((row) => factIdentity(row.cells[index])))
    const variable = context.space.variableOf(0, column.fact)
    const isIdle = cells.size === 1 || (variable && support && !support.has(variable.level))
    if (!isIdle) return
    context.report.add(
      'idle-column',
      `${at}/columns/${index}`,
      { table: table.id, fact: titleOf(context, column.fact) },
      removal(table, at, index),
    )
  })
}
