import type { Cell, Table } from '../../schemas/index.ts'

/** Tables with more rows than this are not searched; their rows count as possibly overlapping. */
const maximumRows = 500

type Interval = { low: number; lowOpen: boolean; high: number; highOpen: boolean }

function listOf(cell: NonNullable<Cell>): readonly unknown[] | undefined {
  if (cell.operator === 'equal') return [cell.value]
  return cell.operator === 'in' && Array.isArray(cell.value) ? cell.value : undefined
}

function intervalOf(cell: NonNullable<Cell>): Interval | undefined {
  const all: Interval = { low: -Infinity, lowOpen: false, high: Infinity, highOpen: false }
  if (cell.operator === 'between' && Array.isArray(cell.value)) {
    const [low, high]: readonly unknown[] = cell.value
    return typeof low === 'number' && typeof high === 'number' ? { ...all, low, high } : undefined
  }
  if (typeof cell.value !== 'number') return undefined
  switch (cell.operator) {
    case 'lessThan':
      return { ...all, high: cell.value, highOpen: true }
    case 'lessThanInclusive':
      return { ...all, high: cell.value }
    case 'greaterThan':
      return { ...all, low: cell.value, lowOpen: true }
    case 'greaterThanInclusive':
      return { ...all, low: cell.value }
    default:
      return undefined
  }
}

const isBefore = (a: Interval, b: Interval): boolean =>
  a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen))

function exclude(a: Cell | undefined, b: Cell | undefined): boolean {
  if (!a || !b) return false
  const [listA, listB] = [listOf(a), listOf(b)]
  if (listA && listB) return !listA.some((value) => listB.includes(value))
  const [intervalA, intervalB] = [intervalOf(a), intervalOf(b)]
  return (
    intervalA !== undefined &&
    intervalB !== undefined &&
    (isBefore(intervalA, intervalB) || isBefore(intervalB, intervalA))
  )
}

/** Whether no applicant can ever meet two rows, as far as single columns show it. */
export function rowsAreDisjoint(table: Table): boolean {
  if (table.rows.length > maximumRows) return false
  return table.rows.every((row, position) =>
    table.rows
      .slice(position + 1)
      .every((other) => table.columns.some((_, column) => exclude(row.cells[column], other.cells[column]))),
  )
}
