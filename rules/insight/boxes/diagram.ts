/**
 * Sets of applicants, and functions of them, as decision diagrams over cells.
 *
 * A level is a fact, a cell a part of its domain. A node asks for the cell of its level and goes on to one child per
 * cell; terminals are results. Nodes that ask in vain are left out and equal nodes are one, so two sets are equal
 * exactly where their nodes are, and every path is a box: some cells of some facts. What a list of boxes would say in
 * many, a diagram shares.
 */
export type Node = number

/** Terminals are negative. A set has these two; a function has any others, see `terminal`. */
export const nowhere: Node = -1
export const everywhere: Node = -2

/** A diagram grew over its limit: what was being worked out is not analysed. */
export class TooLarge extends Error {}

const terminalLevel = 0x7fffffff
/** Nodes are numbered below this, so that two of them make a key. */
const mostNodes = 1 << 20
/** All children of all nodes: 64 MB. */
const mostChildren = 1 << 24

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(array)
  return larger
}

export class Diagram {
  /** Cells by level. Levels may be added at the end. */
  readonly widths: number[]
  private levels = new Int32Array(256)
  private starts = new Int32Array(256)
  private children = new Int32Array(2048)
  private used = 0
  private count = 0
  private limit = mostChildren
  private slots = new Int32Array(1024).fill(-1)
  private cacheKeys = new Int32Array(3 * 1024)
  private cacheResults = new Int32Array(1024)
  private readonly scratch: Int32Array[] = []

  constructor(widths: readonly number[]) {
    this.widths = [...widths]
  }

  /** Runs `work` with nodes that have at most `budget` new children together. @throws TooLarge */
  within<T>(budget: number, work: () => T): T {
    const outer = this.limit
    this.limit = Math.min(outer, this.used + budget)
    try {
      return work()
    } finally {
      this.limit = outer
    }
  }

  levelOf(node: Node): number {
    return node < 0 ? terminalLevel : (this.levels[node] as number)
  }

  /** The node behind `cell` of `level`; the node itself where it does not ask for that level. */
  child(node: Node, level: number, cell: number): Node {
    if (node < 0 || this.levels[node] !== level) return node
    return this.children[(this.starts[node] as number) + cell] as Node
  }

  /** A node asking for `level`, with the child that `childOf` gives each cell. */
  node(level: number, childOf: (cell: number) => Node): Node {
    const width = this.widths[level] as number
    const buffer = new Int32Array(width)
    for (let cell = 0; cell < width; cell++) {
      const child = childOf(cell)
      if (this.levelOf(child) <= level) throw new Error('a node asks for deeper levels only below its own')
      buffer[cell] = child
    }
    return this.make(level, buffer)
  }

  private make(level: number, buffer: Int32Array): Node {
    const width = this.widths[level] as number
    const first = buffer[0] as Node
    let hash = level
    let isSame = true
    for (let cell = 0; cell < width; cell++) {
      const child = buffer[cell] as Node
      if (child !== first) isSame = false
      hash = (Math.imul(hash, 0x01000193) ^ child) | 0
    }
    if (isSame) return first
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (let found = this.slots[slot] as Node; found >= 0; found = this.slots[slot] as Node) {
      if (this.levels[found] === level && this.equals(found, buffer, width)) return found
      slot = (slot + 1) & mask
    }
    return this.add(level, buffer, width, slot)
  }

  private equals(node: Node, buffer: Int32Array, width: number): boolean {
    const start = this.starts[node] as number
    for (let cell = 0; cell < width; cell++) if (this.children[start + cell] !== buffer[cell]) return false
    return true
  }

  private add(level: number, buffer: Int32Array, width: number, slot: number): Node {
    if (this.count >= mostNodes || this.used + width > this.limit) throw new TooLarge()
    const node = this.count++
    if (node >= this.levels.length) {
      this.levels = grown(this.levels, node * 2)
      this.starts = grown(this.starts, node * 2)
    }
    while (this.used + width > this.children.length)
      this.children = grown(this.children, this.children.length * 2)
    this.levels[node] = level
    this.starts[node] = this.used
    for (let cell = 0; cell < width; cell++) this.children[this.used + cell] = buffer[cell] as Node
    this.used += width
    this.slots[slot] = node
    if (this.count * 2 > this.slots.length) this.rehash()
    return node
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4).fill(-1)
    const mask = this.slots.length - 1
    for (let node = 0; node < this.count; node++) {
      const start = this.starts[node] as number
      const level = this.levels[node] as number
      const width = this.widths[level] as number
      let hash = level
      for (let cell = 0; cell < width; cell++)
        hash = (Math.imul(hash, 0x01000193) ^ (this.children[start + cell] as Node)) | 0
      hash ^= hash >>> 15
      let slot = hash & mask
      while ((this.slots[slot] as Node) >= 0) slot = (slot + 1) & mask
      this.slots[slot] = node
    }
    this.cacheResults = new Int32Array(this.slots.length)
    this.cacheKeys = new Int32Array(3 * this.slots.length)
  }

  /** What `then` says where `condition` (a set) holds, and `otherwise` elsewhere. */
  choose(condition: Node, then: Node, otherwise: Node): Node {
    if (condition === everywhere) return then
    if (condition === nowhere) return otherwise
    if (then === otherwise) return then
    if (then === everywhere && otherwise === nowhere) return condition
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
      const level = this.levels[one] as number
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

  /** Every node below `node`, itself included, terminals too. */
  below(node: Node): Set<Node> {
    const seen = new Set<Node>([node])
    for (const one of seen) {
      if (one < 0) continue
      const start = this.starts[one] as number
      const end = start + (this.widths[this.levels[one] as number] as number)
      for (let place = start; place < end; place++) seen.add(this.children[place] as Node)
    }
    return seen
  }

  /** The levels a set or function depends on. */
  support(node: Node): Set<number> {
    const levels = new Set<number>()
    for (const one of this.below(node)) if (one >= 0) levels.add(this.levels[one] as number)
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
      const level = this.levels[one] as number
      one = this.child(one, level, cellOf(level))
    }
    return one
  }

  get size(): number {
    return this.count
  }
}
