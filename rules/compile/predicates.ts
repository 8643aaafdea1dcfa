import type { Comparison } from '../../schemas/index.ts'
import { parsePath, resolvePath } from '../conditions/path.ts'
import { type FactEntry, isReference } from '../conditions/vocabulary.ts'
import type { Test } from '../operators/operator.ts'
import { resolveOperator } from '../operators/resolve.ts'

/** Stands in a slot for a fact that has not been asked yet. */
export const unknown: unique symbol = Symbol('unknown')

/** What a predicate or a named condition has come to in the current run. */
export const unset = 0
export const isFalse = 1
export const isTrue = 2
export const isUnknown = 3

/** The commonest comparisons have a code of their own; all others go through their operator's test. */
const general = 0
const equal = 1
const notEqual = 2
const lessThan = 3
const lessThanInclusive = 4
const greaterThan = 5
const greaterThanInclusive = 6
const codes: Readonly<Record<string, number>> = {
  equal,
  notEqual,
  lessThan,
  lessThanInclusive,
  greaterThan,
  greaterThanInclusive,
}

type General = {
  readonly test: Test
  readonly path: readonly string[]
  readonly valuePath: readonly string[]
}
const noPath: readonly string[] = []

/**
 * The distinct comparisons ("predicates") of one or many documents, and the facts they read. Each predicate is
 * decided at most once a run, however many rules use it. One run at a time: `begin`, fill `facts`, `test`.
 */
export class PredicateTable {
  readonly facts: unknown[] = []
  state = new Uint8Array(64)
  private readonly slots = new Map<string, number>()
  private readonly known = new Map<string, number>()
  private readonly code: number[] = []
  private readonly slot: number[] = []
  private readonly constant: unknown[] = []
  private readonly valueSlot: number[] = []
  private readonly general: (General | undefined)[] = []
  private count = 0

  /** The slot of the fact called `key`. */
  slotOf(key: string): number {
    let slot = this.slots.get(key)
    if (slot === undefined) {
      slot = this.facts.length
      this.facts.push(null)
      this.slots.set(key, slot)
    }
    return slot
  }

  /** A fresh index in `state`, for a predicate or a named condition. */
  reserve(): number {
    const index = this.count++
    this.code.push(general)
    this.slot.push(-1)
    this.constant.push(undefined)
    this.valueSlot.push(-1)
    this.general.push(undefined)
    if (index >= this.state.length) {
      const grown = new Uint8Array(this.state.length * 2)
      grown.set(this.state)
      this.state = grown
    }
    return index
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
    const index = this.reserve()
    this.known.set(identity, index)
    this.slot[index] = left.slot
    this.constant[index] = right.value
    this.valueSlot[index] = right.slot
    const numeric = typeof right.value === 'number'
    const code = codes[comparison.operator] ?? general
    const plain = left.slot >= 0 && right.slot < 0 && left.path.length === 0
    if (plain && (code === equal || code === notEqual || numeric)) this.code[index] = code
    const test = left.slot < 0 ? constantLeft(resolved.test, left.value) : resolved.test
    this.general[index] = { test, path: left.path, valuePath: right.path }
    return index
  }

  private operand(
    fact: string,
    path: string | undefined,
    keyOf: (fact: string) => string,
    entries: ReadonlyMap<string, FactEntry>,
  ) {
    const segments = path ? (parsePath(path) ?? noPath).filter((segment) => segment !== '$') : noPath
    const entry = entries.get(fact)
    if (entry?.kind === 'parameter')
      return { slot: -1, path: noPath, value: resolvePath(entry.value, segments) }
    return { slot: this.slotOf(keyOf(fact)), path: segments, value: undefined }
  }

  /** Forgets every result of the run before. */
  begin(): void {
    this.state.fill(unset, 0, this.count)
  }

  /** Decides predicate `index` from the facts and remembers it: isFalse, isTrue or isUnknown. */
  test(index: number): number {
    const code = this.code[index]
    const slot = this.slot[index] as number
    let holds: boolean
    if (code === general) return this.testGeneral(index, slot)
    const fact = this.facts[slot]
    if (fact === unknown) {
      this.state[index] = isUnknown
      return isUnknown
    }
    const value = this.constant[index]
    if (code === equal) holds = fact === value
    else if (code === notEqual) holds = fact !== value
    else if (typeof fact === 'number') holds = testNumber(code as number, fact, value as number)
    else holds = (this.general[index] as General).test(fact, value)
    const state = holds ? isTrue : isFalse
    this.state[index] = state
    return state
  }

  private testGeneral(index: number, slot: number): number {
    const { test, path, valuePath } = this.general[index] as General
    const valueSlot = this.valueSlot[index] as number
    const fact = slot < 0 ? undefined : this.facts[slot]
    const value = valueSlot < 0 ? this.constant[index] : this.facts[valueSlot]
    let state = isUnknown
    if (fact !== unknown && value !== unknown) {
      const left = path.length === 0 ? fact : resolvePath(fact, path)
      const right = valuePath.length === 0 ? value : resolvePath(value, valuePath)
      state = test(left, right) ? isTrue : isFalse
    }
    this.state[index] = state
    return state
  }

  /** The slots predicate `index` reads. */
  slotsOf(index: number): number[] {
    return [this.slot[index] ?? -1, this.valueSlot[index] ?? -1].filter((slot) => slot >= 0)
  }
}

/** For the rare comparison whose left side is a parameter. */
function constantLeft(test: Test, left: unknown): Test {
  return (_, value) => test(left, value)
}

function testNumber(code: number, fact: number, value: number): boolean {
  if (code === lessThan) return fact < value
  if (code === lessThanInclusive) return fact <= value
  if (code === greaterThan) return fact > value
  return fact >= value
}
