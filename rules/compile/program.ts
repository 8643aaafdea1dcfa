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

/**
 * Jumps are places × 4, plus what the condition has come to with that jump (0 while it is not decided). Place 0 is no
 * step: it ends a condition that stands alone, and the last one of a chain.
 */
const accept = isTrue
const reject = isFalse
const resultIn = (jump: number): number => jump & 3
const placeIn = (jump: number): number => jump >> 2

/**
 * A step: the slot whose cell decides it (or ~index where it is not looked up); where its results begin; the rule it
 * belongs to; and the jumps when the result is isFalse, isTrue and, in the lower run, isUnknown.
 */
const width = 6
const ruleOf = 2
const jumps = 2

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
  private length = width
  /** The rule being written. */
  private rule = 0
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

  /**
   * Writes the programs of a bundle's rules, by their index, each ending where the next begins: so the processor need
   * not guess after each rule how it came out. Returns where each starts.
   */
  chain(rules: readonly Node[]): Int32Array {
    const starts = new Int32Array(rules.length)
    let next = 0
    for (let index = rules.length - 1; index >= 0; index--) {
      this.rule = index
      const start = this.write(rules[index] as Node, next + accept, next + reject, false)
      starts[index] = start
      if (resultIn(start) === 0) next = start
    }
    this.rule = 0
    return starts
  }

  /** Writes the program of `node` and returns where it starts: a jump, which holds the result of one without steps. */
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
    this.code[start + ruleOf] = this.rule
    this.code[start + jumps + isFalse] = whenFalse
    this.code[start + jumps + isTrue] = whenTrue
    this.code[start + jumps + isUnknown] = negated ? whenTrue : whenFalse
    this.length += width
    this.layout = 0
    return start * 4
  }

  /** Puts what the table has laid out since the last run into the steps. */
  private follow(): void {
    const { table } = this
    this.layout = table.layout
    this.indices.forEach((index, step) => {
      const slot = table.slot[index] as number
      const place = (step + 1) * width
      this.code[place] = slot < 0 ? ~index : slot
      this.code[place + 1] = table.offset[index] as number
    })
  }

  /** Decides the program at `start`: isTrue, isFalse or isUnknown. */
  decide(start: number): number {
    if (this.layout !== this.table.layout) this.follow()
    let jump = start
    while (resultIn(jump) === 0)
      jump = this.code[placeIn(jump) + jumps + this.resultAt(placeIn(jump))] as number
    if (resultIn(jump) === isTrue) return isTrue
    return this.table.isPartial && this.mayHold(start) ? isUnknown : isFalse
  }

  /** Decides all programs of a chain, each into its place in `states`. */
  decideEach(starts: Int32Array, states: Uint8Array): void {
    const { code, table } = this
    if (this.layout !== table.layout) this.follow()
    let first = 0
    for (let index = starts.length - 1; index >= 0; index--) {
      const start = starts[index] as number
      if (resultIn(start) === 0) first = start
      else states[index] = resultIn(start)
    }
    const { results, cell } = table
    let place = placeIn(first)
    while (place > 0) {
      const slot = code[place] as number
      const result =
        slot < 0
          ? this.settle(~slot)
          : (results[(code[place + 1] as number) + (cell[slot] as number)] as number)
      const jump = code[place + jumps + result] as number
      states[code[place + ruleOf] as number] = resultIn(jump)
      place = placeIn(jump)
    }
    if (!table.isPartial) return
    for (let index = 0; index < starts.length; index++)
      if (states[index] === isFalse && this.mayHold(starts[index] as number)) states[index] = isUnknown
  }

  /** The upper run. */
  private mayHold(start: number): boolean {
    const { code } = this
    let jump = start
    while (resultIn(jump) === 0) {
      const place = placeIn(jump)
      const result = this.resultAt(place)
      const whenTrue = code[place + jumps + isTrue] as number
      const isAgainst = code[place + jumps + isUnknown] !== whenTrue
      jump = code[place + jumps + (result !== isUnknown ? result : isAgainst ? isTrue : isFalse)] as number
    }
    return resultIn(jump) === isTrue
  }

  private resultAt(place: number): number {
    const { code, table } = this
    const slot = code[place] as number
    if (slot < 0) return this.settle(~slot)
    return table.results[(code[place + 1] as number) + (table.cell[slot] as number)] as number
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
