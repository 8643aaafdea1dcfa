import type { BundleDocument, LocalText, Table } from '../../../schemas/index.ts'
import { pointerTo } from '../../../schemas/index.ts'
import type { LoweredRule } from '../../compile/lower.ts'
import { everywhere, type Node, nowhere } from '../boxes/diagram.ts'
import { type Context, labelled } from './context.ts'
import { isCumulative } from './rules.ts'

/** What only one rule at a time can set: the limit, one fee, one estimate, one derived fact. */
type Matter = { readonly name: LocalText; readonly rules: readonly LoweredRule[] }

/** A rule, or all rows of one table: the rows stand together in order of precedence. */
type Entrant = {
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

function mattersOf({ document, regions }: Context): Matter[] {
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

function entrantsOf(context: Context, rules: readonly LoweredRule[]): Entrant[] {
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
function resultNode({ regions, space }: Context, { rules, table }: Entrant, silent: Node): Node {
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

/** What comes of a matter where the entrants count in this order. */
function outcomeOf(context: Context, entrants: readonly Entrant[], silent: Node): Node {
  return entrants.reduceRight((node, entrant) => {
    const result = resultNode(context, entrant, silent)
    return context.space.diagram.combine(result, node, (own, later) => (own === silent ? later : own))
  }, silent)
}

/** Rules and rows that hold only where others come before them. */
function checkCounting(context: Context, entrants: readonly Entrant[], never: ReadonlySet<string>): void {
  const { regions, space } = context
  const silent = space.terminal('silent')
  let earlier = nowhere
  entrants.forEach((entrant, place) => {
    context.attempt(entrant.pointer, () => {
      for (const rule of earlier === nowhere ? [] : entrant.rules) {
        if (never.has(rule.id)) continue
        const own = regions.rule(rule)
        // A row that is never reached inside its own table is the table's finding.
        if (context.isEmpty(own)) continue
        if (!context.isEmpty(space.diagram.and(own, space.diagram.not(earlier)))) continue
        const others = entrants
          .slice(0, place)
          .filter((one) => !context.isEmpty(space.diagram.and(own, speaks(context, one, silent))))
        context.show(
          own,
          'never-counts',
          rule.pointer,
          { rule: context.nameOf(rule), others: listed(others.map(({ name }) => name)) },
          { related: others.map(({ pointer }) => pointer) },
        )
      }
      earlier = space.diagram.or(earlier, speaks(context, entrant, silent))
    })
  })
}

function speaks(context: Context, entrant: Entrant, silent: Node): Node {
  const result = resultNode(context, entrant, silent)
  return context.space.diagram.map(result, (terminal) => (terminal === silent ? nowhere : everywhere))
}

function listed(names: readonly LocalText[]): LocalText {
  const shown = names.slice(0, 3)
  return {
    'zh-CN': shown.map((name) => name['zh-CN']).join('、'),
    en: shown.map((name) => name.en ?? name['zh-CN']).join(', '),
  }
}

/** Two of one priority that say different things for the same applicant. */
function checkContradictions(context: Context, name: LocalText, entrants: readonly Entrant[]): void {
  const silent = context.space.terminal('silent')
  entrants.forEach((entrant, place) => {
    context.attempt(entrant.pointer, () => {
      const own = resultNode(context, entrant, silent)
      for (const other of entrants.slice(0, place)) {
        if (other.priority !== entrant.priority) continue
        const theirs = resultNode(context, other, silent)
        const clash = context.space.diagram.combine(own, theirs, (a, b) =>
          a !== silent && b !== silent && a !== b ? everywhere : nowhere,
        )
        context.show(
          clash,
          'contradictory-effects',
          entrant.pointer,
          { rule: other.name, other: entrant.name, matter: name },
          { related: [other.pointer] },
        )
      }
    })
  })
}

/** Priorities that could as well be left out. */
function checkPriorities(context: Context, entrants: readonly Entrant[]): void {
  const silent = context.space.terminal('silent')
  for (const entrant of entrants) {
    if (entrant.priority === 1) continue
    context.attempt(entrant.pointer, () => {
      const changed = entrants
        .map((one) => (one === entrant ? { ...one, priority: 1 } : one))
        .sort((a, b) => b.priority - a.priority || originalOrder(a, b))
      const [now, then] = [outcomeOf(context, entrants, silent), outcomeOf(context, changed, silent)]
      const differs = context.space.diagram.combine(now, then, (a, b) => (a === b ? nowhere : everywhere))
      if (context.isEmpty(differs)) reportPriority(context, entrant)
    })
  }
}

/** Rules come before tables, each in the document's order. */
function originalOrder(a: Entrant, b: Entrant): number {
  if (!a.table !== !b.table) return a.table ? 1 : -1
  const place = ({ pointer }: Entrant): number => Number(pointer.split('/')[2])
  return place(a) - place(b)
}

function reportPriority(context: Context, { name, pointer, table }: Entrant): void {
  const entry = table ?? context.document.rules.find((_, index) => pointerTo('rules', index) === pointer)
  if (entry?.priority === undefined) return
  const path = `${pointer}/priority`
  context.report.add(
    'idle-priority',
    path,
    { rule: name },
    { ...(table ? { variant: 'table' } : {}), fix: [{ op: 'remove', path }] },
  )
}

/** Everything about rules of which only the first that holds counts, and about priorities. */
export function checkPrecedence(context: Context, never: ReadonlySet<string>): void {
  for (const { name, rules } of mattersOf(context)) {
    const entrants = entrantsOf(context, rules)
    if (entrants.length > 1) {
      checkCounting(context, entrants, never)
      checkContradictions(context, name, entrants)
    }
    const isFact = rules.some(({ effect }) => effect.type === 'set-fact')
    // Two rules that set one fact need different priorities, whether or not they can meet.
    if (!isFact || entrants.length === 1) checkPriorities(context, entrants)
  }
  const cumulative = context.regions.read.lowered.rules.filter(({ effect }) => isCumulative(effect))
  for (const entrant of entrantsOf(context, cumulative)) {
    if (entrant.priority !== 1) reportPriority(context, entrant)
  }
}
