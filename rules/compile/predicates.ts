import type { Comparison } from '../../schemas/index.ts'
import { parsePath, resolvePath } from '../conditions/path.ts'
import { type FactEntry, isReference } from '../conditions/vocabulary.ts'
import type { Test } from '../operators/operator.ts'
import { resolveOperator } from '../operators/resolve.ts'
import { CellIndex, Cells, isPlain, odd } from './cells.ts'
import { isFalse, isTrue, isUnknown, unknown, unset } from './states.ts'

type Predicate = {
  readonly test: Test
  /** Slot of each side, or -1 where it is a constant. */
  readonly slot: number
  readonly valueSlot: number
  readonly value: unknown
  readonly path: readonly string[]
  readonly valuePath: readonly string[]
}
/** Questions, with the key of their answer and the slot of their fact. */
export type Questions = { readonly keys: readonly string[]; readonly slots: Int32Array }

const noPath: readonly string[] = []

/**
 * The distinct comparisons ("predicates") of one or many documents, and the facts they read. One run at a time:
 * `begin`, `set` every fact, then ask for results.
 *
 * Most predicates compare one whole fact with a constant: `results` holds what they come to in each cell of that
 * fact. The others, and named conditions, are decided when a rule comes to them, and remembered in `state`.
 */
export class PredicateTable {
  readonly facts: unknown[] = []
  /** By predicate or named condition: what was found in this run, where it cannot be looked up. */
  state = new Uint8Array()
  /** By predicate: the slot whose cell it depends on, and where its results begin; -1 where it is not looked up. */
  slot = new Int32Array()
  offset = new Int32Array()
  results = new Uint8Array()
  /** By slot: the cell of its fact in this run. */
  cell: Uint8Array = new Uint8Array()
  /** Whether a fact set in this run is unknown; without one, nothing is open. */
  isPartial = false
  /** How often the layout has changed. */
  layout = 0
  private isLaidOut = false
  private readonly predicates: (Predicate | undefined)[] = []
  /** By slot: how its fact is cut, and the predicates that are looked up by its cell. */
  private readonly cells: Cells[] = []
  private readonly lookedUp: number[][] = []
  private cellIndex = new CellIndex(this.facts, [])
  private readonly slots = new Map<string, number>()
  private readonly known = new Map<string, number>()

  /** The slot of the fact called `key`. */
  slotOf(key: string): number {
    let slot = this.slots.get(key)
    if (slot === undefined) {
      slot = this.facts.length
      this.facts.push(null)
      this.cells.push(new Cells())
      this.lookedUp.push([])
      this.slots.set(key, slot)
    }
    return slot
  }

  /** An index in `state` for a named condition, unset at the beginning of each run. */
  addNamed(): number {
    this.isLaidOut = false
    return this.predicates.push(undefined) - 1
  }

  /** The predicate of `comparison`; the same comparison of the same slots always has the same index. */
  add(
    comparison: Comparison,
    keyOf: (fact: string) => string,
    entries: ReadonlyMap<string, FactEntry>,
  ): number {
    const left = this.operand(comparison.fact, comparison.path, keyOf, entries)
    const right = isReference(comparison.value)
      ? this.operand(comparison.value.fact, comparison.value.path, keyOf, entries)
      : { slot: -1, path: noPath, value: comparison.value }
    const identity = JSON.stringify([left, comparison.operator, right])
    const known = this.known.get(identity)
    if (known !== undefined) return known
    const resolved = resolveOperator(comparison.operator)
    if (!resolved) throw new Error(`unknown operator ${comparison.operator}`)
    const { slot, path } = left
    const index = this.addNamed()
    this.predicates[index] = {
      test: slot < 0 ? constantLeft(resolved.test, left.value) : resolved.test,
      slot,
      path,
      valueSlot: right.slot,
      value: right.value,
      valuePath: right.path,
    }
    this.known.set(identity, index)
    const isPlain = slot >= 0 && right.slot < 0 && path.length === 0
    if (isPlain && this.cells[slot]?.cut(comparison.operator, right.value)) this.lookedUp[slot]?.push(index)
    return index
  }

  private operand(
    fact: string,
    path: string | undefined,
    keyOf: (fact: string) => string,
    entries: ReadonlyMap<string, FactEntry>,
  ) {
    const segments = path ? (parsePath(path) ?? noPath) : noPath
    const entry = entries.get(fact)
    if (entry?.kind === 'parameter')
      return { slot: -1, path: noPath, value: resolvePath(entry.value, segments) }
    return { slot: this.slotOf(keyOf(fact)), path: segments, value: undefined }
  }

  /** Lays out the results, once all predicates are there. */
  private layOut(): void {
    const count = this.predicates.length
    this.state = new Uint8Array(count)
    this.slot = new Int32Array(count).fill(-1)
    this.offset = new Int32Array(count).fill(-1)
    this.cellIndex = new CellIndex(this.facts, this.cells)
    this.cell = this.cellIndex.cell
    const sizes = this.cells.map(({ size }, slot) => size * (this.lookedUp[slot]?.length ?? 0))
    this.results = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
    let end = 0
    this.cells.forEach((cells, slot) => {
      for (const index of this.lookedUp[slot] ?? []) {
        const { test, value } = this.predicates[index] as Predicate
        cells.tabulate(test, value, this.results, end)
        this.slot[index] = slot
        this.offset[index] = end
        end += cells.size
      }
    })
    this.isLaidOut = true
    this.layout++
  }

  /** Forgets the run before. */
  begin(): void {
    if (this.isLaidOut) this.state.fill(unset)
    else this.layOut()
    this.isPartial = false
  }

  /** Gives the fact in `slot` its value, or `unknown`, for this run. */
  set(slot: number, fact: unknown): void {
    if (!isPlain(this.cellIndex.put(slot, fact))) this.look(slot)
  }

  /** Sets the facts of `questions` from the answers; `missing` stands for an answer that is not there. */
  load({ slots, keys }: Questions, answers: Readonly<Record<string, unknown>>, missing: unknown): void {
    if (this.cellIndex.load(slots, keys, answers, missing)) return
    for (const slot of slots) this.look(slot)
  }

  /** Looks after a fact that is unknown or has no cell of its own. */
  private look(slot: number): void {
    if (this.facts[slot] === unknown) this.isPartial = true
    else if (this.cell[slot] === odd) this.compare(slot, this.facts[slot])
  }

  /** Makes the comparisons of a fact that has no cell of its own. */
  private compare(slot: number, fact: unknown): void {
    for (const index of this.lookedUp[slot] ?? []) {
      const { test, value } = this.predicates[index] as Predicate
      this.results[(this.offset[index] as number) + odd] = test(fact, value) ? isTrue : isFalse
    }
  }

  /** What predicate `index` comes to in this run: isFalse, isTrue or isUnknown. */
  resultOf(index: number): number {
    const slot = this.slot[index] as number
    if (slot < 0) return this.state[index] || this.test(index)
    return this.results[(this.offset[index] as number) + (this.cell[slot] as number)] as number
  }

  /** Decides a predicate that is not looked up, and remembers it. */
  test(index: number): number {
    const { test, slot, path, valueSlot, value, valuePath } = this.predicates[index] as Predicate
    const left = slot < 0 ? undefined : this.facts[slot]
    const right = valueSlot < 0 ? value : this.facts[valueSlot]
    let state = isUnknown
    if (left !== unknown && right !== unknown) {
      const fact = path.length === 0 ? left : resolvePath(left, path)
      state = test(fact, valuePath.length === 0 ? right : resolvePath(right, valuePath)) ? isTrue : isFalse
    }
    this.state[index] = state
    return state
  }

  /** The slots predicate `index` reads. */
  slotsOf(index: number): number[] {
    const { slot = -1, valueSlot = -1 } = this.predicates[index] ?? {}
    return [slot, valueSlot].filter((one) => one >= 0)
  }
}

/** For the rare comparison whose left side is a parameter. */
function constantLeft(test: Test, left: unknown): Test {
  return (_, value) => test(left, value)
}
