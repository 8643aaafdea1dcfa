import type { Diagram } from './diagram.ts'
import { everywhere, type Node, nowhere } from './nodes.ts'

/** Cells by level: those who are in one of the cells of every level named. */
export type Box = ReadonlyMap<number, ReadonlySet<number>>

export function boxNode(diagram: Diagram, box: Box): Node {
  let node = everywhere
  for (const [level, cells] of [...box].sort(([a], [b]) => b - a)) {
    const inner = node
    node = diagram.node(level, (cell) => (cells.has(cell) ? inner : nowhere))
  }
  return node
}

/**
 * One way through a diagram to a terminal that `wanted` accepts, as the cell taken at each level asked;
 * undefined where there is none. `order` lists the cells of a level, the likeliest example first.
 */
export function pathTo(
  diagram: Diagram,
  node: Node,
  wanted: (terminal: Node) => boolean,
  order: (level: number) => readonly number[],
): Map<number, number> | undefined {
  const dead = new Set<Node>()
  const path = new Map<number, number>()
  const visit = (one: Node): boolean => {
    if (one < 0) return wanted(one)
    if (dead.has(one)) return false
    const level = diagram.levelOf(one)
    for (const cell of order(level)) {
      if (!visit(diagram.child(one, level, cell))) continue
      path.set(level, cell)
      return true
    }
    dead.add(one)
    return false
  }
  return visit(node) ? path : undefined
}

/** Levels with more cells than this are widened as a whole or not at all. */
const mostCellsTried = 128

/**
 * A set as few large boxes, for people to read. Boxes may reach into `ignored` (applicants who do not exist) and
 * overlap. At most `most` boxes; `complete` says whether they are all.
 */
export function boxesOf(
  diagram: Diagram,
  set: Node,
  ignored: Node,
  most: number,
  order: (level: number) => readonly number[],
): { readonly boxes: readonly Box[]; readonly complete: boolean } {
  const outside = diagram.not(diagram.or(set, ignored))
  const fits = (box: Box): boolean => diagram.and(boxNode(diagram, box), outside) === nowhere
  const boxes: Box[] = []
  let left = set
  while (left !== nowhere && boxes.length < most) {
    const path = pathTo(diagram, left, (terminal) => terminal === everywhere, order)
    if (!path) break
    const box = new Map([...path].map(([level, cell]) => [level, new Set([cell])] as const))
    for (const [level, cells] of [...box].sort(([a], [b]) => b - a)) {
      box.delete(level)
      if (fits(box)) continue
      box.set(level, cells)
      const width = diagram.widths[level] ?? 0
      if (width > mostCellsTried) continue
      for (let cell = 0; cell < width; cell++) {
        if (cells.has(cell)) continue
        cells.add(cell)
        if (!fits(box)) cells.delete(cell)
      }
    }
    boxes.push(box)
    left = diagram.and(left, diagram.not(boxNode(diagram, box)))
  }
  return { boxes, complete: left === nowhere }
}
