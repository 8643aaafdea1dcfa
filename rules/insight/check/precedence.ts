import { type LocalText, pointerTo } from '../../../schemas/index.ts'
import { everywhere, type Node, nowhere } from '../boxes/nodes.ts'
import type { Context } from './context.ts'
import { type Entrant, entrantsOf, mattersOf, resultNode } from './entrants.ts'
import { isCumulative } from './rules.ts'

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
