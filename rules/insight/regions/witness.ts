import type { Answers } from '../../../schemas/index.ts'
import { randomFrom } from '../../random.ts'
import { pathTo } from '../boxes/boxes.ts'
import type { Diagram } from '../boxes/diagram.ts'
import { everywhere, type Node } from '../boxes/nodes.ts'
import type { FieldVariable } from '../cells/variable.ts'
import type { Regions } from './regions.ts'
import { trueFor } from './true-for.ts'

type Cells = Map<number, number>

/** How often values are drawn to meet comparisons that are not analysed. */
const tries = 200
/** The same document always gets the same examples. */
const seed = 1

/** Whether a set can hold at these cells; levels without one are comparisons not analysed, which may go either way. */
function mayHold(diagram: Diagram, node: Node, cells: Cells): boolean {
  const order = (level: number): readonly number[] => {
    const cell = cells.get(level)
    return cell === undefined ? [0, 1] : [cell]
  }
  return pathTo(diagram, node, (terminal) => terminal === everywhere, order) !== undefined
}

/** Fills in the questions left open, each as an applicant would have to: what is shown and required is answered. */
function complete(all: readonly Regions[], cells: Cells): void {
  const space = all[0]?.space
  if (!space) return
  const { diagram, variables } = space
  const open = new Set<number>()
  const at = (node: Node): boolean => {
    for (const level of diagram.support(node)) settle(level)
    return mayHold(diagram, node, cells)
  }
  function settle(level: number): void {
    const variable = variables[level]
    if (!variable || cells.has(level) || open.has(level)) return
    open.add(level)
    const asking = all.filter((one) => space?.variableOf(one.index, variable.field)?.level === level)
    const shown = asking.filter((one) => at(one.shown(variable.field)))
    const needed = variable.absent < 0 || shown.some((one) => at(one.required(variable.field)))
    cells.set(level, needed ? presentCell(variable, shown) : variable.absent)
  }
  for (const { level } of variables) settle(level)
}

function presentCell(variable: FieldVariable, shown: readonly Regions[]): number {
  const fits = (cell: number): boolean =>
    shown.every(({ index }) => variable.possible[index]?.[cell] === true)
  return variable.order.find((cell) => cell !== variable.absent && fits(cell)) ?? 0
}

function answersAt(
  all: readonly Regions[],
  cells: Cells,
  answer: (variable: FieldVariable, cell: number) => unknown,
): Answers {
  const space = all[0]?.space
  const answers: Answers = {}
  for (const variable of space?.variables ?? []) {
    const cell = cells.get(variable.level)
    if (cell === undefined || cell === variable.absent) continue
    const isShown = all.some(
      (one) =>
        one.space.variableOf(one.index, variable.field)?.level === variable.level &&
        mayHold(one.space.diagram, one.shown(variable.field), cells),
    )
    if (isShown) answers[variable.field] = answer(variable, cell)
  }
  return answers
}

function drawn(variable: FieldVariable, cell: number, random: () => number): unknown {
  const atoms = variable.cells[cell] ?? []
  const atom = variable.atoms[atoms[Math.floor(random() * atoms.length)] ?? -1]
  return atom?.draw?.(random) ?? atom?.value
}

/** The example of a cell: a value every document that asks takes. */
function sample(variable: FieldVariable, cell: number): unknown {
  return variable.atoms[variable.cells[cell]?.[0] ?? -1]?.value
}

/**
 * An applicant for whom `node` (a set, restricted to applicants, or a function and the result `wanted`) holds, as
 * answers; left out is left empty. Where that hangs on comparisons that are not analysed, only answers that really
 * meet them count; undefined where none were found.
 */
export function witness(
  all: readonly Regions[],
  node: Node,
  wanted: (terminal: Node) => boolean = (terminal) => terminal === everywhere,
): Answers | undefined {
  const space = all[0]?.space
  if (!space) return undefined
  const order = (level: number): readonly number[] => space.variables[level]?.order ?? [0, 1]
  const path = pathTo(space.diagram, node, wanted, order)
  if (!path) return undefined
  const opaque = space.opaque.filter(({ level }) => path.has(level))
  const cells: Cells = new Map(path)
  complete(all, cells)
  const usual = answersAt(all, cells, sample)
  if (opaque.length === 0) return usual
  const meets = (answers: Answers): boolean =>
    opaque.every((variable) => {
      const owner = all.find(({ index }) => index === variable.document)
      return owner !== undefined && trueFor(owner, variable, answers) === (path.get(variable.level) === 1)
    })
  const random = randomFrom(seed)
  for (let count = 0; count < tries; count++) {
    const answers = count === 0 ? usual : answersAt(all, cells, (one, cell) => drawn(one, cell, random.next))
    if (meets(answers)) return answers
  }
  return undefined
}
