import type { Table } from '../../../schemas/index.ts'
import { everywhere, type Node, nowhere } from '../boxes/nodes.ts'
import type { Regions } from './regions.ts'

export type TableRegion = {
  /** Which row counts; `none` where no row holds, `conflict` where several do under `unique`. */
  readonly node: Node
  readonly none: Node
  readonly conflict: Node
  /** Terminal by rule id (`<table>/<row>`). */
  readonly rows: ReadonlyMap<string, Node>
  /** Those for whom each row's own cells hold, by its place. */
  readonly holds: readonly Node[]
}

/** Those for whom each row's own cells hold, by its place. */
export function holdsByRow(regions: Regions, table: Table): Node[] {
  return table.rows.map((row) => {
    const condition = regions.read.lowered.conditions.get(`${table.id}/${row.id}`)
    return condition ? regions.condition(condition) : nowhere
  })
}

/** Those for whom more than one row holds. */
function contestedBy(regions: Regions, holds: readonly Node[]): Node {
  const { diagram } = regions.space
  let one = nowhere
  let several = nowhere
  for (const node of holds) {
    several = diagram.or(several, diagram.and(one, node))
    one = diagram.or(one, node)
  }
  return several
}

/** A table under `first` or `unique` as one function. @throws TooLarge */
export function tableRegion(regions: Regions, table: Table): TableRegion {
  const { diagram } = regions.space
  const key = [regions.index, table.id]
  const none = regions.space.terminal([...key, 'none'])
  const conflict = regions.space.terminal([...key, 'conflict'])
  const holds = holdsByRow(regions, table)
  const terminals = table.rows.map(({ id }) => regions.space.terminal([...key, 'row', id]))
  let node = none
  for (let row = holds.length - 1; row >= 0; row--)
    node = diagram.choose(holds[row] ?? nowhere, terminals[row] ?? none, node)
  if (table.hitPolicy === 'unique') node = diagram.choose(contestedBy(regions, holds), conflict, node)
  const rows = new Map(table.rows.map(({ id }, row) => [`${table.id}/${id}`, terminals[row] ?? none]))
  return { node, none, conflict, rows, holds }
}

/** Those for whom a function has one of the results that `wanted` accepts. */
export function whereResult(regions: Regions, node: Node, wanted: (terminal: Node) => boolean): Node {
  return regions.space.diagram.map(node, (terminal) => (wanted(terminal) ? everywhere : nowhere))
}
