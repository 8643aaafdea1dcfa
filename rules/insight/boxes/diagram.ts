import { everywhere, mostNodes, type Node, Nodes, nowhere } from './nodes.ts'

/**
 * Sets of applicants, and functions of them, as decision diagrams over cells.
 *
 * A level is a fact, a cell a part of its domain. A node asks for the cell of its level and goes on to one child per
 * cell; terminals are results. Nodes that ask in vain are left out and equal nodes are one, so two sets are equal
 * exactly where their nodes are, and every path is a box: some cells of some facts. What a list of boxes would say in
 * many, a diagram shares.
 */
export class Diagram extends Nodes {
  private cacheKeys = new Int32Array(3 * 1024)
  private cacheResults = new Int32Array(1024)
  private readonly scratch: Int32Array[] = []

  /** The cache of results starts anew, with room for `length`. */
  private forget(length: number): void {
    this.cacheResults = new Int32Array(length)
    this.cacheKeys = new Int32Array(3 * length)
  }

  /** What `then` says where `condition` (a set) holds, and `otherwise` elsewhere. */
  choose(condition: Node, then: Node, otherwise: Node): Node {
    if (condition === everywhere) return then
    if (condition === nowhere) return otherwise
    if (then === otherwise) return then
    if (then === everywhere && otherwise === nowhere) return condition
    if (this.size > this.cacheResults.length) this.forget(4 * this.cacheResults.length)
    const mask = this.cacheResults.length - 1
    let hash =
      Math.imul(condition, 0x9e3779b1) ^ Math.imul(then, 0x85ebca6b) ^ Math.imul(otherwise, 0xc2b2ae35)
    hash ^= hash >>> 15
    const slot = hash & mask
    const keys = this.cacheKeys
    // Terminals are negative and `condition` is none here, so its key is its number and one: never 0.
    if (keys[3 * slot] === condition + 1 && keys[3 * slot + 1] === then && keys[3 * slot + 2] === otherwise)
      return this.cacheResults[slot] as Node
    const result = this.chooseByCell(condition, then, otherwise)
    if (this.cacheKeys === keys) {
      keys[3 * slot] = condition + 1
      keys[3 * slot + 1] = then
      keys[3 * slot + 2] = otherwise
      this.cacheResults[slot] = result
    }
    return result
  }

  private chooseByCell(condition: Node, then: Node, otherwise: Node): Node {
    const level = Math.min(this.levelOf(condition), this.levelOf(then), this.levelOf(otherwise))
    const width = this.widths[level] as number
    const buffer = this.buffer(level)
    let [lastCondition, lastThen, lastOtherwise, last]: Node[] = [0, 0, 0, 0]
    for (let cell = 0; cell < width; cell++) {
      const [a, b, c] = [
        this.child(condition, level, cell),
        this.child(then, level, cell),
        this.child(otherwise, level, cell),
      ]
      if (cell === 0 || a !== lastCondition || b !== lastThen || c !== lastOtherwise) {
        last = this.choose(a, b, c)
        lastCondition = a
        lastThen = b
        lastOtherwise = c
      }
      buffer[cell] = last as Node
    }
    return this.make(level, buffer)
  }

  /** One buffer a level is enough: below a level only deeper ones are made. */
  private buffer(level: number): Int32Array {
    let buffer = this.scratch[level]
    if (!buffer) {
      buffer = new Int32Array(this.widths[level] as number)
      this.scratch[level] = buffer
    }
    return buffer
  }

  and(a: Node, b: Node): Node {
    return this.choose(a, b, nowhere)
  }

  or(a: Node, b: Node): Node {
    return this.choose(a, everywhere, b)
  }

  not(a: Node): Node {
    return this.choose(a, nowhere, everywhere)
  }

  /** The node with every terminal replaced by the node that `to` gives it: a terminal. */
  map(node: Node, to: (terminal: Node) => Node): Node {
    const done = new Map<Node, Node>()
    const visit = (one: Node): Node => {
      if (one < 0) return to(one)
      const known = done.get(one)
      if (known !== undefined) return known
      const level = this.levelOf(one)
      const result = this.node(level, (cell) => visit(this.child(one, level, cell)))
      done.set(one, result)
      return result
    }
    return visit(node)
  }

  /** The function whose result is what `merge` makes of the results of two functions. */
  combine(a: Node, b: Node, merge: (a: Node, b: Node) => Node): Node {
    const done = new Map<number, Node>()
    const visit = (one: Node, other: Node): Node => {
      if (one < 0 && other < 0) return merge(one, other)
      const key = (one + mostNodes) * 4 * mostNodes + other + mostNodes
      const known = done.get(key)
      if (known !== undefined) return known
      const level = Math.min(this.levelOf(one), this.levelOf(other))
      const result = this.node(level, (cell) =>
        visit(this.child(one, level, cell), this.child(other, level, cell)),
      )
      done.set(key, result)
      return result
    }
    return visit(a, b)
  }

  /** The levels a set or function depends on. */
  support(node: Node): Set<number> {
    const levels = new Set<number>()
    for (const one of this.below(node)) if (one >= 0) levels.add(this.levelOf(one))
    return levels
  }

  /** The results a function can have. */
  terminals(node: Node): Node[] {
    return [...this.below(node)].filter((one) => one < 0)
  }

  /** The result for one applicant. */
  at(node: Node, cellOf: (level: number) => number): Node {
    let one = node
    while (one >= 0) {
      const level = this.levelOf(one)
      one = this.child(one, level, cellOf(level))
    }
    return one
  }
}
