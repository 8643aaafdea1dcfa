import { type BundleDocument, type LocalText, pointerTo, type Table } from '../../../schemas/index.ts'
import type { LoweredRule } from '../../compile/lower.ts'
import type { Node } from '../boxes/nodes.ts'
import { type Context, labelled } from './context.ts'
import { isCumulative } from './rules.ts'

/** What only one rule at a time can set: the limit, one fee, one estimate, one derived fact. */
export type Matter = { readonly name: LocalText; readonly rules: readonly LoweredRule[] }

/** A rule, or all rows of one table: the rows stand together in order of precedence. */
export type Entrant = {
  readonly name: LocalText
  readonly pointer: string
  readonly priority: number
  readonly rules: readonly LoweredRule[]
  readonly table: Table | undefined
}

const limitName: LocalText = { 'zh-CN': '承诺时限', en: 'the time limit' }

function matterOf(document: BundleDocument, { effect }: LoweredRule): readonly [key: string, LocalText] {
  if (effect.type === 'charge-fee')
    return [`fee ${effect.params.fee}`, document.fees[effect.params.fee]?.title ?? limitName]
  if (effect.type === 'estimate')
    return [
      `estimate ${effect.params.estimate}`,
      document.estimates[effect.params.estimate]?.title ?? limitName,
    ]
  if (effect.type === 'set-fact')
    return [`fact ${effect.params.fact}`, document.facts[effect.params.fact]?.title ?? limitName]
  return ['limit', limitName]
}

/** What the document's rules set, each with the rules that set it. */
export function mattersOf({ document, regions }: Context): Matter[] {
  const matters = new Map<string, { name: LocalText; rules: LoweredRule[] }>()
  for (const rule of regions.read.lowered.rules) {
    if (isCumulative(rule.effect)) continue
    const [key, name] = matterOf(document, rule)
    const matter = matters.get(key) ?? { name, rules: [] }
    matter.rules.push(rule)
    matters.set(key, matter)
  }
  return [...matters.values()]
}

/** The rules in the order in which they count. */
export function entrantsOf(context: Context, rules: readonly LoweredRule[]): Entrant[] {
  const entrants: Entrant[] = []
  const ordered = rules.toSorted((a, b) => b.priority - a.priority)
  for (const rule of ordered) {
    const { table, priority } = rule
    const last = entrants.at(-1)
    if (table && last?.table === table) {
      entrants[entrants.length - 1] = { ...last, rules: [...last.rules, rule] }
      continue
    }
    const place = table ? context.document.tables.indexOf(table) : -1
    entrants.push({
      name: table ? labelled(table.id, table.name) : context.nameOf(rule),
      pointer: table ? pointerTo('tables', place) : rule.pointer,
      priority,
      rules: [rule],
      table,
    })
  }
  return entrants
}

const resultOf = ({ effect }: LoweredRule): unknown => {
  if (effect.type === 'set-limit') return { days: effect.params.days }
  if (effect.type === 'charge-fee') return { amount: effect.params.amount, text: effect.params.text }
  if (effect.type === 'estimate') return { amount: effect.params.amount }
  return effect.type === 'set-fact' ? { value: effect.params.value } : null
}

/** What an entrant says for each applicant: a result, or `silent`. */
export function resultNode({ regions, space }: Context, { rules, table }: Entrant, silent: Node): Node {
  if (table && table.hitPolicy !== 'collect') {
    const region = regions.table(table)
    const results = new Map(
      rules.map((rule) => [region.rows.get(rule.id), space.terminal(resultOf(rule))] as const),
    )
    return space.diagram.map(region.node, (terminal) => results.get(terminal) ?? silent)
  }
  return rules.reduceRight(
    (node, rule) => space.diagram.choose(regions.rule(rule), space.terminal(resultOf(rule)), node),
    silent,
  )
}
