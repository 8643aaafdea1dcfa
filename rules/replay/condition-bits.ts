import type { Comparison } from '../../schemas/index.ts'
import type { Node } from '../compile/program.ts'
import { parsePath, resolvePath } from '../conditions/path.ts'
import { type FactEntry, isReference } from '../conditions/vocabulary.ts'
import { resolveOperator } from '../operators/resolve.ts'
import { type Bits, both, either, opposite, remembered } from './block.ts'
import { setBit } from './columns/column.ts'
import type { Source } from './sources.ts'

type Operand = { readonly path: readonly string[] } & (
  | { readonly source: Source }
  | { readonly source?: undefined; readonly constant: unknown }
)

const negation = 'not:'
const noPath: readonly string[] = []

/** Conditions of one version as bits, one a case. */
export class ConditionBits {
  private readonly entries: ReadonlyMap<string, FactEntry>
  private readonly sources: ReadonlyMap<string, Source>
  private readonly nodes = new Map<Node, Bits>()
  private readonly comparisons = new Map<string, Bits>()

  /** `sources` may still grow: a condition needs its facts when it is asked for, not before. */
  constructor(entries: ReadonlyMap<string, FactEntry>, sources: ReadonlyMap<string, Source>) {
    this.entries = entries
    this.sources = sources
  }

  of(node: Node): Bits {
    let bits = this.nodes.get(node)
    if (!bits) {
      bits = this.make(node)
      this.nodes.set(node, bits)
    }
    return bits
  }

  private make(node: Node): Bits {
    switch (node.kind) {
      case 'all':
        return both(node.children.map((child) => this.of(child)))
      case 'any':
        return either(node.children.map((child) => this.of(child)))
      case 'not':
        return opposite(this.of(node.child))
      case 'named':
        return this.of(node.child)
      default:
        return this.comparison(node.comparison)
    }
  }

  private comparison(comparison: Comparison): Bits {
    const { fact, path, operator, value } = comparison
    const key = JSON.stringify([fact, path, operator, value])
    let bits = this.comparisons.get(key)
    if (!bits) {
      bits = this.compare(comparison)
      this.comparisons.set(key, bits)
    }
    return bits
  }

  private compare(comparison: Comparison): Bits {
    if (comparison.operator.startsWith(negation))
      return opposite(
        this.comparison({ ...comparison, operator: comparison.operator.slice(negation.length) }),
      )
    const resolved = resolveOperator(comparison.operator)
    if (!resolved) throw new Error(`unknown operator ${comparison.operator}`)
    const { test } = resolved
    const left = this.operand(comparison.fact, comparison.path)
    const { value } = comparison
    const right: Operand = isReference(value)
      ? this.operand(value.fact, value.path)
      : { constant: value, path: noPath }
    if (left.source && !right.source && left.path.length === 0) {
      const plainName = resolved.decorators.length === 0 ? resolved.operator.name : ''
      return left.source.compare(plainName, test, right.constant)
    }
    return remembered((block, out) => {
      out.fill(0, 0, block.words)
      for (let place = 0; place < block.rows; place++) {
        const row = block.from + place
        const one = left.source ? left.source.valueAt(row, block) : left.constant
        // The same fact on both sides is one value, which matters for lists.
        const same = right.source !== undefined && right.source === left.source
        const other = same ? one : right.source ? right.source.valueAt(row, block) : right.constant
        if (test(resolvePath(one, left.path), resolvePath(other, right.path))) setBit(out, place)
      }
    })
  }

  private operand(fact: string, path: string | undefined): Operand {
    const segments = path ? (parsePath(path) ?? noPath) : noPath
    const entry = this.entries.get(fact)
    if (entry?.kind === 'parameter') return { constant: resolvePath(entry.value, segments), path: noPath }
    const source = this.sources.get(fact)
    if (!source) throw new Error(`the fact ${fact} is not known yet`)
    return { source, path: segments }
  }
}
