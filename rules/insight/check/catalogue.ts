import { pointerTo } from '../../../schemas/index.ts'
import { type Node, nowhere } from '../boxes/nodes.ts'
import { anyOf, itemNode, limitNode, materialNode, rulesOf } from '../regions/outcomes.ts'
import { whereResult } from '../regions/tables.ts'
import type { Context } from './context.ts'
import { labelled } from './context.ts'

function checkMaterials(context: Context): void {
  for (const [id, { name }] of Object.entries(context.document.materials)) {
    const at = pointerTo('materials', id)
    context.attempt(at, () => {
      if (context.isEmpty(materialNode(context.regions, id)))
        context.report.add('unasked-material', at, { material: labelled(id, name) })
    })
  }
}

/** Those whose promised limit is below `days`, with the limits they have. */
function limitBelow({ regions, space }: Context, days: number): Node {
  return whereResult(regions, limitNode(regions), (terminal) => {
    const limit = space.valueOf(terminal)
    return typeof limit === 'number' && limit < days
  })
}

/** The smallest limit anyone in `node` is promised. */
function smallestLimit(context: Context, node: Node): number {
  const { regions, space } = context
  const outside = space.terminal('outside')
  const limits = space.diagram.choose(context.among(node), limitNode(regions), outside)
  const days = space.diagram.terminals(limits).map((terminal) => space.valueOf(terminal))
  return Math.min(...days.filter((one) => typeof one === 'number'))
}

function checkItems(context: Context): void {
  const { document, regions, space, report } = context
  const routes = rulesOf(regions, 'route-task')
  for (const [id, item] of Object.entries(document.items)) {
    const at = pointerTo('items', id)
    const name = labelled(id, item.name)
    context.attempt(at, () => {
      const included = itemNode(regions, id)
      if (context.isEmpty(included)) {
        report.add('unused-item', at, { item: name })
        return
      }
      const department = document.departments.find(({ code }) => code === item.department)
      const served = anyOf(
        regions,
        routes.filter(({ effect }) => effect.params.department === item.department),
      )
      context.show(space.diagram.and(included, space.diagram.not(served)), 'unserved-item', at, {
        item: name,
        department: department?.name ?? item.department,
      })
      const { promisedDays } = item
      if (promisedDays === null) return
      const late = space.diagram.and(included, limitBelow(context, promisedDays))
      if (context.isEmpty(late)) return
      const limit = smallestLimit(context, late)
      const exact = space.diagram.and(
        included,
        whereResult(regions, limitNode(regions), (terminal) => space.valueOf(terminal) === limit),
      )
      context.show(exact, 'item-over-limit', `${at}/promisedDays`, {
        item: name,
        promised: promisedDays,
        limit,
      })
    })
  }
}

function checkLimits(context: Context): void {
  const { document, regions, space } = context
  const { stages, legalDays } = document
  const atLimit = (wanted: (days: number) => boolean): Node =>
    whereResult(regions, limitNode(regions), (terminal) => {
      const days = space.valueOf(terminal)
      return typeof days === 'number' && wanted(days)
    })
  const sum = stages.reduce((total, { days }) => total + days, 0)
  context.attempt('/stages', () => {
    const late = stages.length > 0 ? limitBelow(context, sum) : nowhere
    if (context.isEmpty(late)) return
    const limit = smallestLimit(context, late)
    context.show(
      atLimit((days) => days === limit),
      'stages-over-limit',
      '/stages',
      { sum, limit },
    )
  })
  if (legalDays === undefined) return
  context.attempt('/legalDays', () => {
    const over = atLimit((days) => days > legalDays)
    const promised = space.diagram
      .terminals(space.diagram.choose(context.among(over), limitNode(regions), space.terminal('outside')))
      .map((terminal) => space.valueOf(terminal))
      .filter((days) => typeof days === 'number')
    if (promised.length === 0) return
    const most = Math.max(...promised)
    context.show(
      atLimit((days) => days === most),
      'promise-over-legal',
      '/legalDays',
      { promised: most, legal: legalDays },
      { variant: 'bundle' },
    )
  })
}

/** Materials nobody is asked for, items nobody needs or nobody handles, limits that cannot be kept. */
export function checkCatalogue(context: Context): void {
  checkMaterials(context)
  checkItems(context)
  checkLimits(context)
}
