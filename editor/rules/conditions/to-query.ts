import { isReference } from '../../../rules/conditions/vocabulary.ts'
import { type BundleDocument, type Condition, isJsonObject } from '../../../schemas/index.ts'
import { type Fact, factGroups, factKey, factsByKey } from '../facts/fact.ts'
import { isShowable, operatorChoice, shapeOf } from './choices.ts'
import {
  fails,
  type Group,
  holds,
  isGroup,
  keptField,
  type Line,
  namedPrefix,
  type Remarks,
  type Wrapped,
} from './query.ts'

export type Vocabulary = { readonly facts: ReadonlyMap<string, Fact>; readonly named: ReadonlySet<string> }

export function vocabularyOf(document: BundleDocument): Vocabulary {
  return { facts: factsByKey(factGroups(document)), named: new Set(Object.keys(document.conditions)) }
}

const kept = (value: unknown): Line => ({ field: keptField, operator: keptField, value })

function remarksOf(node: Record<string, unknown>): Remarks | undefined {
  const { name, priority } = node
  const remarks = {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof priority === 'number' ? { priority } : {}),
  }
  return Object.keys(remarks).length > 0 ? remarks : undefined
}

/** Whether the node has nothing but these keys and well-formed remarks. */
function hasOnly(node: Record<string, unknown>, ...keys: readonly string[]): boolean {
  return Object.entries(node).every(
    ([key, value]) =>
      keys.includes(key) ||
      (key === 'name' && typeof value === 'string') ||
      (key === 'priority' && typeof value === 'number'),
  )
}

function comparisonLine(node: Record<string, unknown>, { facts }: Vocabulary): Line {
  const { fact, operator, path, value } = node
  if (typeof fact !== 'string' || typeof operator !== 'string' || shapeOf(operator) === undefined)
    return kept(node)
  if (path !== undefined && typeof path !== 'string') return kept(node)
  const left = facts.get(factKey(fact, path))
  if (!left || left.path !== path || !hasOnly(node, 'fact', 'operator', 'value', 'path')) return kept(node)
  const remarks = remarksOf(node)
  const line = {
    field: left.key,
    operator: operatorChoice(operator, value).key,
    ...(remarks ? { meta: { remarks } } : {}),
  }
  if (isReference(value)) {
    const right = facts.get(factKey(value.fact, value.path))
    const isWhole = Object.keys(value).every((key) => key === 'fact' || key === 'path')
    if (!right || right.path !== value.path || !isWhole) return kept(node)
    return { ...line, valueSource: 'field', value: right.key }
  }
  return isShowable(left, operator, value) ? { ...line, valueSource: 'value', value } : kept(node)
}

function groupOf(
  node: Record<string, unknown>,
  key: 'all' | 'any',
  vocabulary: Vocabulary,
): Group | undefined {
  const children = node[key]
  if (!Array.isArray(children) || !hasOnly(node, key)) return undefined
  const remarks = remarksOf(node)
  return {
    combinator: key === 'all' ? 'and' : 'or',
    rules: children.map((child) => nodeOf(child, vocabulary)),
    ...(remarks ? { meta: { remarks } } : {}),
  }
}

function negationOf(node: Record<string, unknown>, vocabulary: Vocabulary): Line | Group {
  if (!hasOnly(node, 'not')) return kept(node)
  const inner = nodeOf(node.not, vocabulary)
  const notRemarks = remarksOf(node)
  if (!isGroup(inner)) {
    const isNamed = inner.operator === holds
    if (isNamed && !notRemarks) return { ...inner, operator: fails }
  } else if (!inner.not) {
    return { ...inner, not: true, meta: { ...inner.meta, ...(notRemarks ? { notRemarks } : {}) } }
  }
  return {
    combinator: 'and',
    not: true,
    rules: [inner],
    meta: { wraps: wrappedKind(inner), ...(notRemarks ? { notRemarks } : {}) },
  }
}

/** What a node is when it stands for itself. */
export function wrappedKind(node: Line | Group): Wrapped {
  if (isGroup(node)) return node.not ? 'not' : 'group'
  if (node.field === keptField) return 'kept'
  if (node.operator === fails) return 'not'
  return node.operator === holds ? 'condition' : 'comparison'
}

function nodeOf(node: unknown, vocabulary: Vocabulary): Line | Group {
  if (!isJsonObject(node)) return kept(node)
  const kinds = ['all', 'any', 'not', 'condition', 'operator'].filter((key) => Object.hasOwn(node, key))
  const [kind] = kinds
  if (kinds.length !== 1) return kept(node)
  if (kind === 'all' || kind === 'any') return groupOf(node, kind, vocabulary) ?? kept(node)
  if (kind === 'not') return negationOf(node, vocabulary)
  if (kind === 'operator') return comparisonLine(node, vocabulary)
  const { condition } = node
  return typeof condition === 'string' && vocabulary.named.has(condition) && Object.keys(node).length === 1
    ? { field: namedPrefix + condition, operator: holds, value: true }
    : kept(node)
}

/**
 * A condition as the builder shows it. What it has no controls for (unknown facts, decorators, broken pieces) becomes a
 * line that holds the condition itself. `fromQuery` gives back what went in. The document may be a half-finished draft.
 */
export function toQuery(condition: Condition, vocabulary: Vocabulary): Group {
  const node = nodeOf(condition, vocabulary)
  if (isGroup(node)) return node
  return { combinator: 'and', rules: [node], meta: { wraps: wrappedKind(node) } }
}
