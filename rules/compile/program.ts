import type { Condition } from '../../schemas/index.ts'
import type { FactEntry } from '../conditions/vocabulary.ts'
import type { PredicateTable } from './predicates.ts'
import { isFalse, isTrue, isUnknown, unset } from './states.ts'

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
/**
 * One step: the slot whose cell it depends on and where its results begin, or ~index where it is not looked up; then
 * where to go when the result is isFalse, isTrue and, in the lower run, isUnknown.
 */
const width = 5
const jumps = 1

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
  /** The index in the table behind each step. */
  private readonly indices: number[] = []
  private layout = 0
  /** Starts of the named conditions, by their index in the table. */
  private readonly named = new Map<number, number>()

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
    return { kind: 'comparison', index, comparison: condition }
  }

  /** A named condition is decided once a run, like a predicate. */
  name(name: string, child: Node): Node {
    const index = this.table.addNamed()
    this.named.set(index, this.start(child))
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
    this.indices.push(index)
    this.code[start + jumps + isFalse] = whenFalse
    this.code[start + jumps + isTrue] = whenTrue
    this.code[start + jumps + isUnknown] = negated ? whenTrue : whenFalse
    this.length += width
    this.layout = 0
    return start
  }

  /** Puts what the table has laid out since the last run into the steps. */
  private follow(): void {
    const { table } = this
    this.layout = table.layout
    this.indices.forEach((index, step) => {
      const slot = table.slot[index] as number
      this.code[step * width] = slot < 0 ? ~index : slot
      this.code[step * width + 1] = table.offset[index] as number
    })
  }

  /** Decides the program at `start`: isTrue, isFalse or isUnknown. */
  decide(start: number): number {
    const { code, table } = this
    if (this.layout !== table.layout) this.follow()
    const { results, cell } = table
    let position = start
    while (position >= 0) {
      const slot = code[position] as number
      const result =
        slot < 0
          ? this.settle(~slot)
          : (results[(code[position + 1] as number) + (cell[slot] as number)] as number)
      position = code[position + jumps + result] as number
    }
    if (position === accept) return isTrue
    return table.isPartial && this.mayHold(start) ? isUnknown : isFalse
  }

  /** Decides the programs at `starts` into `states`. */
  decideEach(starts: Int32Array, states: Uint8Array): void {
    for (let index = 0; index < starts.length; index++) states[index] = this.decide(starts[index] as number)
  }

  /** The upper run. */
  private mayHold(start: number): boolean {
    const { code, table } = this
    let position = start
    while (position >= 0) {
      const slot = code[position] as number
      const result =
        slot < 0
          ? this.settle(~slot)
          : (table.results[(code[position + 1] as number) + (table.cell[slot] as number)] as number)
      const [whenFalse, whenTrue, lower] = [code[position + 2], code[position + 3], code[position + 4]]
      const jump =
        result === isTrue
          ? whenTrue
          : result === isFalse
            ? whenFalse
            : lower === whenTrue
              ? whenFalse
              : whenTrue
      position = jump as number
    }
    return position === accept
  }

  /** Decides, once a run, a named condition or a predicate that is not looked up. */
  private settle(index: number): number {
    const { state } = this.table
    const known = state[index] as number
    if (known !== unset) return known
    const start = this.named.get(index)
    if (start === undefined) return this.table.test(index)
    const result = this.decide(start)
    state[index] = result
    return result
  }
}
