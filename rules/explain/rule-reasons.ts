import type { CompiledRule } from '../compile/compiled.ts'
import type { Node } from '../compile/program.ts'
import { isFalse, isTrue, isUnknown, unknown } from '../compile/states.ts'
import { nodeState } from '../decide/ask.ts'
import { factsInFormula } from '../formulas/formula.ts'
import type { Context } from './context.ts'
import { type Aim, deciding, factReasons, type Reason, reasonsFor } from './reasons.ts'
import { fill, say } from './speaker.ts'
import type { Texts } from './texts/texts.ts'

/** A row's own condition, and under `first` the one that keeps it from counting after an earlier row. */
function partsOf({ node, table }: CompiledRule): { readonly own: Node; readonly notEarlier?: Node } {
  if (table?.hitPolicy !== 'first' || node.kind !== 'all') return { own: node }
  const [own, notEarlier] = node.children
  return own && notEarlier ? { own, notEarlier } : { own: node }
}

function tableReason(
  { table }: CompiledRule,
  text: keyof Texts & `${string}Row${string}`,
  holds: boolean | null,
) {
  if (!table) return []
  const sentence = say(({ texts, text: written }) => fill(texts[text], { title: written(table.name) }))
  return [{ fact: table.id, sentence, holds }]
}

/** Of a row of a table under `unique` that does not count because others hold too, or may. */
function contestReasons(context: Context, rule: CompiledRule, isConflict: boolean): Reason[] {
  const { compiled } = context
  const rows = compiled.contested.find(({ table }) => table === rule.table?.id)?.rules ?? []
  const rivals = rows.filter(({ node }) => nodeState(compiled, node) === (isConflict ? isTrue : isUnknown))
  return [
    ...tableReason(rule, 'severalRows', isConflict ? true : null),
    ...rivals.flatMap(({ node }) => reasonsFor(context, deciding(compiled, node, 'justify'))),
  ]
}

/**
 * Why `rule` came to `state` (isTrue, isFalse or isUnknown). Empty where it holds whatever the answers. Of a rule that
 * fails, what would have to be different.
 */
export function ruleReasons(context: Context, rule: CompiledRule, state: number): Reason[] {
  const { compiled } = context
  const because = (node: Node, aim: Aim): Reason[] => reasonsFor(context, deciding(compiled, node, aim))
  if (nodeState(compiled, rule.node) !== state) return contestReasons(context, rule, state === isFalse)
  if (state === isUnknown) return because(rule.node, 'justify')
  const { own, notEarlier } = partsOf(rule)
  if (state === isTrue) {
    const reasons = because(own, 'justify')
    return reasons.length === 0 && notEarlier ? because(notEarlier, 'justify') : reasons
  }
  if (notEarlier && nodeState(compiled, own) !== isFalse)
    return [...tableReason(rule, 'earlierRow', true), ...because(notEarlier, 'justify')]
  const reasons = because(own, 'change')
  if (reasons.length > 0) return reasons
  return [{ fact: rule.id, sentence: say(({ texts }) => texts.never), holds: false }]
}

/** The facts that keep a formula from having a value: those unanswered (`isOpen`), or those absent. */
export function lackingFacts(context: Context, formula: unknown, isOpen: boolean): Reason[] {
  const { compiled, facts } = context
  const read = [...new Set(factsInFormula(formula))].filter((fact) => facts.has(fact))
  const lacking = read.filter(
    (fact) => compiled.table.facts[facts.get(fact)?.slot ?? -1] === (isOpen ? unknown : null),
  )
  return (lacking.length > 0 ? lacking : read).flatMap((fact) => factReasons(context, fact))
}
