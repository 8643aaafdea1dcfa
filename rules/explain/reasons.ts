import type { Comparison, Explanation } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import type { Node } from '../compile/program.ts'
import { isFalse, isTrue, isUnknown, unknown } from '../compile/states.ts'
import { isReference } from '../conditions/vocabulary.ts'
import { nodeState } from '../decide/ask.ts'
import { factsInFormula } from '../formulas/formula.ts'
import { type ComparisonNode, comparisonSentence, factSentence, isUndetermined } from './comparison.ts'
import type { Context } from './context.ts'

export type Reason = Explanation['because'][number]
/** To `justify` what a node came to, or to find what would have to `change`. */
export type Aim = 'justify' | 'change'

type Comparisons = readonly ComparisonNode[]

function unique(comparisons: Comparisons): Comparisons {
  return [...new Map(comparisons.map((one) => [one.index, one])).values()]
}

/**
 * Of lists of which one is enough, the shortest. Where several are as short and read different facts, each of them is
 * given as a way to `change` the outcome: “because you are a man” alone would be an odd reason for a limit of age.
 */
function shortest(lists: readonly Comparisons[], aim: Aim): Comparisons {
  // A list without comparisons cannot be changed.
  const usable = aim === 'change' ? lists.filter((list) => list.length > 0) : lists
  const length = Math.min(...usable.map((list) => list.length))
  const tied = usable.filter((list) => list.length === length)
  if (aim === 'justify') return tied[0] ?? []
  const factsOf = (list: Comparisons): string => list.map(({ comparison }) => comparison.fact).join(' ')
  return tied
    .filter((list, place) => tied.findIndex((other) => factsOf(other) === factsOf(list)) === place)
    .flat()
}

/**
 * The comparisons that made `node` what it is. Where each of its children is needed for that, or has to change, all of
 * theirs; where one is enough, those of the child with the fewest. Of an open node, the open ones.
 */
export function deciding(compiled: CompiledBundle, node: Node, aim: Aim): Comparisons {
  if (node.kind === 'comparison') return [node]
  if (node.kind === 'named' || node.kind === 'not') return deciding(compiled, node.child, aim)
  const state = nodeState(compiled, node)
  const lists = node.children
    .filter((child) => nodeState(compiled, child) === state)
    .map((child) => deciding(compiled, child, aim))
  const isEach = ((node.kind === 'all') === (state === isTrue)) === (aim === 'justify')
  return unique(state === isUnknown || isEach ? lists.flat() : shortest(lists, aim))
}

/** Each sentence once. */
export function distinct(reasons: readonly Reason[]): Reason[] {
  const found = new Map<string, Reason>()
  for (const reason of reasons)
    if (!found.has(reason.sentence['zh-CN'])) found.set(reason.sentence['zh-CN'], reason)
  return [...found.values()]
}

function reasonOf(context: Context, node: ComparisonNode): Reason {
  const state = nodeState(context.compiled, node)
  return {
    fact: node.comparison.fact,
    sentence: comparisonSentence(context, node),
    holds: state === isUnknown ? null : state === isTrue,
  }
}

function factReason(context: Context, fact: string): Reason {
  const entry = context.facts.get(fact)
  const value = entry && context.compiled.table.facts[entry.slot]
  return { fact, sentence: factSentence(context, fact), holds: value === unknown ? null : true }
}

/** The rule behind a derived fact: the one that set it, or the first that may; else all, none of which holds. */
function behindDerived(context: Context, fact: string): Reason[] {
  const { compiled, facts } = context
  const entry = facts.get(fact)
  if (!entry || !('setters' in entry)) return []
  const setter = entry.setters.find(({ node }) => nodeState(compiled, node) !== isFalse)
  const nodes = setter ? [setter.node] : entry.setters.map(({ node }) => node)
  const comparisons = nodes.flatMap((node) => deciding(compiled, node, setter ? 'justify' : 'change'))
  const formula = setter?.effect.type === 'set-fact' ? setter.effect.params.value : undefined
  return [
    ...comparisons.map((one) => reasonOf(context, one)),
    ...factsInFormula(formula)
      .filter((one) => facts.has(one))
      .map((one) => factReason(context, one)),
  ]
}

/** What lies behind a fact: how it was worked out, or why it does not apply. */
function behind(context: Context, fact: string): Reason[] {
  const { compiled, run, facts } = context
  const entry = facts.get(fact)
  if (!entry || 'setters' in entry) return behindDerived(context, fact)
  if (!entry.show || !(run.hidden.includes(fact) || isUndetermined(context, fact))) return []
  return deciding(compiled, entry.show.node, 'change').map((one) => reasonOf(context, one))
}

/** A fact and its value in words, and what lies behind it. */
export function factReasons(context: Context, fact: string): Reason[] {
  return [factReason(context, fact), ...behind(context, fact)]
}

function factsOf({ fact, value }: Comparison): string[] {
  return isReference(value) ? [fact, value.fact] : [fact]
}

/** Comparisons in words, each followed by what lies behind its facts, one level deep. */
export function reasonsFor(context: Context, comparisons: readonly ComparisonNode[]): Reason[] {
  return comparisons.flatMap((one) => [
    reasonOf(context, one),
    ...factsOf(one.comparison).flatMap((fact) => behind(context, fact)),
  ])
}
