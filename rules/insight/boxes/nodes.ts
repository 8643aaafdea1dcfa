/** A set of applicants, or a function of them: see Diagram. Equal numbers are equal sets. */
export type Node = number

/** Terminals are negative. A set has these two; a function has any others, see `terminal`. */
export const nowhere: Node = -1
export const everywhere: Node = -2

/** A diagram grew over its limit: what was being worked out is not analysed. */
export class TooLarge extends Error {}

const terminalLevel = 0x7fffffff
/** Nodes are numbered below this, so that two of them make a key. */
export const mostNodes = 1 << 20
/** All children of all nodes: 64 MB. */
const mostChildren = 1 << 24

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(array)
  return larger
}

/** The nodes of a diagram: equal ones are stored once. */
export class Nodes {
  /** Cells by level. Levels may be added at the end. */
  readonly widths: number[]
  private levels = new Int32Array(256)
  private starts = new Int32Array(256)
  private children = new Int32Array(2048)
  private used = 0
  private count = 0
  private limit = mostChildren
  private slots = new Int32Array(1024).fill(-1)

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

  protected make(level: number, buffer: Int32Array): Node {
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

  get size(): number {
    return this.count
  }
}
