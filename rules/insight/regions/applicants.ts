import { type Node, nowhere } from '../boxes/nodes.ts'
import type { Regions } from './regions.ts'

/**
 * The part of `node` whose applicants the form lets pass in every one of `all`: what has to be answered is, and with
 * something the form offers. Only fields that matter to the node are looked at: the others can always be answered so
 * that it passes. `otherwise` is the result for applicants who do not.
 */
export function amongApplicants(all: readonly Regions[], node: Node, otherwise: Node = nowhere): Node {
  const space = all[0]?.space
  if (!space || node < 0) return node
  const done = new Set<number>()
  let restricted = node
  for (;;) {
    const open = [...space.diagram.support(restricted)].filter((level) => !done.has(level))
    if (open.length === 0) return restricted
    for (const level of open.sort((a, b) => b - a)) {
      done.add(level)
      const field = space.variables[level]?.field
      if (field === undefined) continue
      for (const regions of all) {
        if (space.variableOf(regions.index, field)?.level !== level) continue
        restricted = space.diagram.choose(regions.admissible(field), restricted, otherwise)
      }
    }
  }
}

/** Those who do not get past the form, as far as the facts that `node` depends on tell. */
export function inadmissible(all: readonly Regions[], node: Node): Node {
  const space = all[0]?.space
  if (!space) return nowhere
  const reach = amongApplicants(all, node, space.terminal('outside'))
  const outside = space.terminal('outside')
  return space.diagram.map(reach, (terminal) => (terminal === outside ? -2 : -1))
}
