import type { Condition } from '../../../schemas/index.ts'
import { operatorByKey } from './choices.ts'
import { fails, type Group, isGroup, keptField, type Line, namedPrefix } from './query.ts'
import { type Vocabulary, wrappedKind } from './to-query.ts'

/** A kept line holds what stood in the document, whatever it was; the checks say what is wrong with it. */
type Kept = Line & { readonly field: typeof keptField; readonly value: Condition }
const isKept = (line: Line): line is Kept => line.field === keptField

function splitKey(key: string, { facts }: Vocabulary): { fact: string; path?: string } {
  const known = facts.get(key)
  return known
    ? { fact: known.fact, ...(known.path === undefined ? {} : { path: known.path }) }
    : { fact: key }
}

function fromLine(line: Line, vocabulary: Vocabulary): Condition {
  if (isKept(line)) return line.value
  if (line.field.startsWith(namedPrefix)) {
    const named = { condition: line.field.slice(namedPrefix.length) }
    return line.operator === fails ? { not: named } : named
  }
  const { operator, fixed } = operatorByKey(line.operator)
  const value =
    fixed ?? (line.valueSource === 'field' ? splitKey(String(line.value), vocabulary) : line.value)
  return { ...splitKey(line.field, vocabulary), operator, value, ...line.meta?.remarks }
}

const fromNode = (node: Line | Group, vocabulary: Vocabulary): Condition =>
  isGroup(node) ? fromQuery(node, vocabulary) : fromLine(node, vocabulary)

/** The condition a query stands for: the one it was made from, as far as nobody changed it. */
export function fromQuery(group: Group, vocabulary: Vocabulary): Condition {
  const { combinator, rules, not, meta = {} } = group
  const [only] = rules
  const isSingle = rules.length === 1 && only !== undefined && wrappedKind(only) === meta.wraps
  const members = (): Condition[] => rules.map((rule) => fromNode(rule, vocabulary))
  const inner: Condition = isSingle
    ? fromNode(only, vocabulary)
    : { ...(combinator === 'or' ? { any: members() } : { all: members() }), ...meta.remarks }
  return not ? { not: inner, ...meta.notRemarks } : inner
}
