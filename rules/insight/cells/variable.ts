import type { Field } from '../../../schemas/index.ts'
import type { Atom } from './atom.ts'
import { atomsOf, isPossible } from './atoms.ts'
import { isExact } from './exact.ts'
import { type FactKind, kindOf } from './kind.ts'
import type { OnePredicate } from './predicate.ts'

/** A field as a level of the diagram: what its raw answer can be, in cells that no analysed comparison divides. */
export type FieldVariable = {
  readonly field: string
  readonly level: number
  readonly atoms: readonly Atom[]
  /** The atoms of each cell, the best example first. */
  readonly cells: readonly (readonly number[])[]
  /** The cell of *absent*; -1 where the field can never be left empty. */
  readonly absent: number
  /** By document: whether the field can be answered with a value of the cell. */
  readonly possible: readonly (readonly boolean[])[]
  /** The cells, the best example first. */
  readonly order: readonly number[]
  readonly kinds: readonly FactKind[]
  readonly isExact: (predicate: OnePredicate) => boolean
}

/** Where there are too many atoms, only these are analysed. */
const presence = new Set(['isEmpty', 'isPresent'])

/** The best example of a cell stands first: rather an ordinary text than an empty one, rather the middle than the edge. */
const rank = (atom: Atom | undefined): number =>
  atom?.kind === 'other' ? 0 : atom?.kind === 'between' ? 1 : 2

/** Divides atoms into the coarsest cells on which each of `tests` comes out one way. */
export function partition(atoms: readonly Atom[], tests: readonly ((atom: Atom) => boolean)[]): number[][] {
  let cellOf = new Int32Array(atoms.length)
  let count = 1
  for (const test of tests) {
    const next = new Map<number, number>()
    const refined = new Int32Array(atoms.length)
    atoms.forEach((atom, index) => {
      const key = (cellOf[index] as number) * 2 + (test(atom) ? 1 : 0)
      let cell = next.get(key)
      if (cell === undefined) {
        cell = next.size
        next.set(key, cell)
      }
      refined[index] = cell
    })
    count = next.size
    cellOf = refined
    if (count === atoms.length) break
  }
  const cells: number[][] = Array.from({ length: count }, () => [])
  atoms.forEach((_, index) => {
    cells[cellOf[index] as number]?.push(index)
  })
  return cells
}

function canBeAbsent(field: Field): boolean {
  return field.required !== true || field.showWhen !== undefined
}

/** `fields`: one for each document that asks it (undefined where one does not), all of one kind. */
export function variableOf(
  field: string,
  level: number,
  fields: readonly (Field | undefined)[],
  predicates: readonly OnePredicate[],
): FieldVariable {
  const asked = fields.filter((one) => one !== undefined)
  const kinds = asked.map(({ schema }) => kindOf(schema))
  const analysed = atomsOf(kinds, predicates)
  const exact = (predicate: OnePredicate): boolean =>
    analysed !== undefined ||
    (presence.has(predicate.operator) && predicate.decorators.every((one) => one === 'not'))
      ? kinds.every((kind) => isExact(kind, predicate))
      : false
  const all = analysed ?? atomsOf(kinds, []) ?? []
  const atoms = asked.some(canBeAbsent) ? all : all.slice(1)
  const askedKinds = fields.map((one) => (one ? kindOf(one.schema) : undefined))
  const possibleAtom = askedKinds.map((kind) =>
    atoms.map((atom) => atom.kind !== 'absent' && (kind === undefined || isPossible(kind, atom))),
  )
  const places = new Map(atoms.map((atom, index) => [atom, index]))
  const cells = partition(atoms, [
    (atom) => atom.kind === 'absent',
    ...possibleAtom.map((possible) => (atom: Atom) => possible[places.get(atom) ?? 0] === true),
    ...predicates.filter(exact).map((predicate) => (atom: Atom) => predicate.test(atom.value)),
  ])
  for (const cell of cells) cell.sort((a, b) => rank(atoms[a]) - rank(atoms[b]))
  const absent = cells.findIndex((cell) => atoms[cell[0] ?? -1]?.kind === 'absent')
  const possible = possibleAtom.map((one) => cells.map((cell) => one[cell[0] ?? -1] === true))
  const score = (cell: number): number =>
    cell === absent ? -1 : possible.filter((one) => one[cell] === true).length
  const order = cells.map((_, cell) => cell).sort((a, b) => score(b) - score(a))
  return { field, level, atoms, cells, absent, possible, order, kinds, isExact: exact }
}
