import type { Comparison } from '../../../schemas/index.ts'
import { parsePath, resolvePath } from '../../conditions/path.ts'
import { type FactEntry, isReference } from '../../conditions/vocabulary.ts'
import { resolveOperator } from '../../operators/resolve.ts'

/** A comparison of one fact with a constant, parameters put in. */
export type OnePredicate = {
  readonly kind: 'one'
  readonly fact: string
  readonly path: readonly string[]
  /** The same comparison of the same fact always has the same key. */
  readonly key: string
  readonly operator: string
  /** With a `swap` in front where the constant stands on the left. */
  readonly decorators: readonly string[]
  readonly constant: unknown
  readonly test: (value: unknown) => boolean
}

/** A comparison of two facts. */
export type TwoPredicate = {
  readonly kind: 'two'
  readonly facts: readonly [left: string, right: string]
  readonly key: string
  readonly test: (left: unknown, right: unknown) => boolean
}

export type Predicate = { readonly kind: 'constant'; readonly holds: boolean } | OnePredicate | TwoPredicate

type Side =
  | { readonly constant: true; readonly value: unknown }
  | { readonly constant: false; readonly fact: string; readonly path: readonly string[] }

const segmentsOf = (path: string | undefined): readonly string[] =>
  path ? (parsePath(path) ?? []).filter((segment) => segment !== '$') : []

function sideOf(fact: string, path: string | undefined, entries: ReadonlyMap<string, FactEntry>): Side {
  const segments = segmentsOf(path)
  const entry = entries.get(fact)
  if (entry?.kind === 'parameter') return { constant: true, value: resolvePath(entry.value, segments) }
  return { constant: false, fact, path: segments }
}

/** What a comparison reads. Expects one that parseDocument accepts. */
export function predicateOf(comparison: Comparison, entries: ReadonlyMap<string, FactEntry>): Predicate {
  const resolved = resolveOperator(comparison.operator)
  if (!resolved) throw new Error(`unknown operator ${comparison.operator}`)
  const { test, decorators, operator } = resolved
  const left = sideOf(comparison.fact, comparison.path, entries)
  const right: Side = isReference(comparison.value)
    ? sideOf(comparison.value.fact, comparison.value.path, entries)
    : { constant: true, value: comparison.value }
  if (left.constant && right.constant) return { kind: 'constant', holds: test(left.value, right.value) }
  if (!left.constant && !right.constant) {
    return {
      kind: 'two',
      facts: [left.fact, right.fact],
      key: JSON.stringify([left, comparison.operator, right]),
      test: (a, b) => test(resolvePath(a, left.path), resolvePath(b, right.path)),
    }
  }
  const [reads, held] = left.constant ? [right, left] : [left, right]
  if (reads.constant || !held.constant) throw new Error('unreachable')
  const { fact, path } = reads
  const { value: constant } = held
  return {
    kind: 'one',
    fact,
    path,
    key: JSON.stringify([path, comparison.operator, constant, left.constant]),
    operator: operator.name,
    decorators: left.constant ? ['swap', ...decorators] : decorators,
    constant,
    test: left.constant
      ? (value) => test(constant, resolvePath(value, path))
      : (value) => test(resolvePath(value, path), constant),
  }
}
