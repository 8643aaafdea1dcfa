import type { Condition } from '../../schemas/index.ts'
import type { FactEntry } from '../conditions/vocabulary.ts'
import { isFalse, isTrue, isUnknown, type PredicateTable, unset } from './predicates.ts'

/** A condition with its predicates resolved, for everything that has to look inside: `ask`, `explain`. */
export type Node =
  | { readonly kind: 'all' | 'any'; readonly children: readonly Node[] }
  | { readonly kind: 'not'; readonly child: Node }
  | { readonly kind: 'named'; readonly name: string; readonly index: number; readonly child: Node }
  | {
      readonly kind: 'comparison'
      readonly index: number
      readonly comparison: Extract<Condition, { operator: string }>
    }

const accept = -1
const reject = -2
/** Marks a predicate among the starts of named conditions; a named condition may start at accept or reject. */
const predicate = -3
/** One step: predicate index; where to go when it is true, false, unknown in the lower run, unknown in the upper run. */
const width = 5

/**
 * Conditions as jump-threaded programs over the predicates of one table.
 *
 * Kleene logic needs no third value in the program: with negations pushed down to the comparisons, a condition is
 * certainly true when it holds with every unknown comparison counted against it (the lower run), and certainly false
 * when it fails with every one counted for it (the upper run).
 */
export class Program {
  readonly table: PredicateTable
  private code = new Int32Array(1024)
  private length = 0
  /** Start of the named condition behind an index of the table's state, or `predicate`. */
  private readonly named: number[] = []

  constructor(table: PredicateTable) {
    this.table = table
  }

  /** Resolves a condition's facts and named conditions. `named` holds those already resolved. */
  resolve(
    condition: Condition,
    keyOf: (fact: string) => string,
    entries: ReadonlyMap<string, FactEntry>,
    named: (name: string) => Node,
  ): Node {
    const inner = (child: Condition): Node => this.resolve(child, keyOf, entries, named)
    if ('all' in condition) return { kind: 'all', children: condition.all.map(inner) }
    if ('any' in condition) return { kind: 'any', children: condition.any.map(inner) }
    if ('not' in condition) return { kind: 'not', child: inner(condition.not) }
    if ('condition' in condition) return named(condition.condition)
    const index = this.table.add(condition, keyOf, entries)
    this.named[index] ??= predicate
    return { kind: 'comparison', index, comparison: condition }
  }

  /** A named condition is decided once a run, like a predicate. */
  name(name: string, child: Node): Node {
    const index = this.table.reserve()
    this.named[index] = this.start(child)
    return { kind: 'named', name, index, child }
  }

  /** Writes the program of `node` and returns where it starts. */
  start(node: Node): number {
    return this.write(node, accept, reject, false)
  }

  /** Backwards, so that every jump goes to a place already written. */
  private write(node: Node, whenTrue: number, whenFalse: number, negated: boolean): number {
    switch (node.kind) {
      case 'not':
        return this.write(node.child, whenFalse, whenTrue, !negated)
      case 'all': {
        let next = whenTrue
        for (const child of node.children.toReversed()) next = this.write(child, next, whenFalse, negated)
        return next
      }
      case 'any': {
        let next = whenFalse
        for (const child of node.children.toReversed()) next = this.write(child, whenTrue, next, negated)
        return next
      }
      default:
        return this.emit(node.index, whenTrue, whenFalse, negated)
    }
  }

  private emit(index: number, whenTrue: number, whenFalse: number, negated: boolean): number {
    if (this.length + width > this.code.length) {
      const grown = new Int32Array(this.code.length * 2)
      grown.set(this.code)
      this.code = grown
    }
    const start = this.length
    this.code[start] = index
    this.code[start + 1] = whenTrue
    this.code[start + 2] = whenFalse
    this.code[start + 3] = negated ? whenTrue : whenFalse
    this.code[start + 4] = negated ? whenFalse : whenTrue
    this.length += width
    return start
  }

  private run(start: number, unknownJump: number): boolean {
    const { code, table } = this
    const { state } = table
    let position = start
    while (position >= 0) {
      const index = code[position] as number
      let result = state[index] as number
      if (result === unset) result = this.settle(index)
      position = code[position + (result === isUnknown ? unknownJump : result === isTrue ? 1 : 2)] as number
    }
    return position === accept
  }

  private settle(index: number): number {
    const start = this.named[index] as number
    if (start === predicate) return this.table.test(index)
    const result = this.decide(start)
    this.table.state[index] = result
    return result
  }

  /** Decides the program at `start`: isTrue, isFalse or isUnknown. */
  decide(start: number): number {
    if (this.run(start, 3)) return isTrue
    return this.run(start, 4) ? isUnknown : isFalse
  }

  /** As `decide` where every fact is known: one run. */
  decideKnown(start: number): boolean {
    return this.run(start, 3)
  }
}
