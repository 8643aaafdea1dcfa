import { type Cell, isJsonObject, type Table } from '../../../schemas/index.ts'
import { predicateOf } from '../cells/predicate.ts'
import { isWorked } from '../regions/regions.ts'
import type { Context } from './context.ts'
import { isCumulative } from './rules.ts'

type WrittenCell = NonNullable<Cell>

export const factIdentity = (cell: unknown): string => JSON.stringify(cell ?? null)

function literalsOf(cell: WrittenCell): readonly unknown[] | undefined {
  if (cell.operator === 'equal' && !isJsonObject(cell.value)) return [cell.value]
  return cell.operator === 'in' && Array.isArray(cell.value) ? cell.value : undefined
}

/** The bounds a cell writes, as it writes them. */
function boundsOf({ operator, value }: WrittenCell): readonly unknown[] {
  return operator === 'between' && Array.isArray(value) ? value : [value]
}

const ordered = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'between']

/** Single cells that may say what two cells say together. */
function candidates(a: Cell, b: Cell): Cell[] {
  if (!a || !b) return [null]
  const [listA, listB] = [literalsOf(a), literalsOf(b)]
  if (listA && listB) return [null, { operator: 'in', value: [...new Set([...listA, ...listB])] }]
  if (!ordered.includes(a.operator) || !ordered.includes(b.operator)) return [null]
  const bounds = [...boundsOf(a), ...boundsOf(b)]
  const single = bounds.flatMap((value) => ordered.slice(0, 4).map((operator) => ({ operator, value })))
  const numbers = bounds.filter((value) => typeof value === 'number')
  const range =
    numbers.length > 1 ? [{ operator: 'between', value: [Math.min(...numbers), Math.max(...numbers)] }] : []
  return [null, ...single, ...range]
}

/** The values that a column's fact can have, as far as comparisons tell them apart; undefined where that is open. */
function valuesOf(context: Context, fact: string): readonly unknown[] | undefined {
  const variable = context.space.variableOf(0, fact)
  if (variable) {
    const isHidden = context.document.form.fields[fact]?.showWhen !== undefined
    const values = variable.atoms.map(({ value }) => value)
    return isHidden ? [null, ...values] : values
  }
  const node = context.attempt('/facts', () => context.regions.fact(fact))
  if (node === undefined) return undefined
  const values = context.space.diagram.terminals(node).map((terminal) => context.space.valueOf(terminal))
  return values.some(isWorked) ? undefined : values
}

/** The cell that holds exactly where one of two cells does; undefined where no single cell does. */
function unionOf(
  context: Context,
  column: Table['columns'][number],
  a: Cell,
  b: Cell,
  isUnique: boolean,
): Cell | undefined {
  const values = valuesOf(context, column.fact)
  const variable = context.space.variableOf(0, column.fact)
  if (!values) return undefined
  const testOf = (cell: Cell): ((value: unknown) => boolean) | undefined => {
    if (!cell) return () => true
    const predicate = predicateOf(
      { ...column, operator: cell.operator, value: cell.value },
      context.regions.read.entries,
    )
    if (predicate.kind !== 'one' || (variable && !variable.isExact(predicate))) return undefined
    return predicate.test
  }
  const [testA, testB] = [testOf(a), testOf(b)]
  if (!testA || !testB) return undefined
  // Where both hold, a table under `unique` refers to a person; one row would not.
  if (isUnique && values.some((value) => testA(value) && testB(value))) return undefined
  return candidates(a, b).find((cell) => {
    const test = testOf(cell)
    return test !== undefined && values.every((value) => test(value) === (testA(value) || testB(value)))
  })
}

/** The only column in which two rows differ; -1 where they differ in several, undefined where in none. */
function differingColumn(a: readonly Cell[], b: readonly Cell[]): number | undefined {
  const differing = a.flatMap((cell, column) =>
    factIdentity(cell) === factIdentity(b[column]) ? [] : [column],
  )
  return differing.length > 1 ? -1 : differing[0]
}

/** Pairs of rows of the same result that differ in one column at most; neighbours only, where the order of rows counts. */
function pairsOf(table: Table): (readonly [number, number])[] {
  if (table.hitPolicy === 'first' || (table.hitPolicy === 'collect' && !isCumulative(table.event)))
    return table.rows.slice(1).map((_, row) => [row, row + 1] as const)
  const seen = new Map<string, number>()
  const pairs: (readonly [number, number])[] = []
  table.rows.forEach(({ cells, params }, row) => {
    table.columns.forEach((_, column) => {
      const others = cells.map((cell, index) => (index === column ? '*' : factIdentity(cell)))
      const key = JSON.stringify([params, others])
      const earlier = seen.get(key)
      if (earlier === undefined) seen.set(key, row)
      else pairs.push([earlier, row])
    })
  })
  return pairs
}

/** Rows that say the same and can be written as one. */
export function checkMerges(context: Context, table: Table, at: string): void {
  const merged = new Set<number>()
  for (const [first, second] of pairsOf(table)) {
    const [a, b] = [table.rows[first], table.rows[second]]
    if (!a || !b || merged.has(first) || merged.has(second)) continue
    if (factIdentity(a.params) !== factIdentity(b.params)) continue
    const column = differingColumn(a.cells, b.cells)
    const place = column === undefined ? undefined : table.columns[column]
    if (column === undefined || !place || a.basis !== b.basis) continue
    const union = unionOf(
      context,
      place,
      a.cells[column] ?? null,
      b.cells[column] ?? null,
      table.hitPolicy === 'unique',
    )
    if (union === undefined) continue
    merged.add(first).add(second)
    context.report.add(
      'mergeable-rows',
      `${at}/rows/${second}`,
      { table: table.id, row: a.id, other: b.id },
      {
        related: [`${at}/rows/${first}`],
        fix: [
          { op: 'replace', path: `${at}/rows/${first}/cells/${column}`, value: union },
          { op: 'remove', path: `${at}/rows/${second}` },
        ],
      },
    )
  }
}
