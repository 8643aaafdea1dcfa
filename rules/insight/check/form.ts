import { type Field, pointerTo } from '../../../schemas/index.ts'
import { factsInFormula } from '../../formulas/formula.ts'
import { everywhere, type Node, nowhere } from '../boxes/nodes.ts'
import { kindOf } from '../cells/kind.ts'
import type { Context } from './context.ts'

/** Questions whose answers are carried into a department's own papers: that no rule reads them says nothing. */
const carried = new Set(['text', 'group', 'groups'])

/** The levels that any rule, table, derived fact, or other question depends on. */
function levelsThatMatter({ document, regions, space }: Context): Set<number> {
  const roots: Node[] = []
  for (const rule of regions.read.lowered.rules)
    roots.push(
      rule.table && rule.table.hitPolicy !== 'collect' ? regions.table(rule.table).node : regions.rule(rule),
    )
  for (const id of Object.keys(document.form.fields)) roots.push(regions.shown(id), regions.required(id))
  const levels = new Set<number>()
  for (const node of new Set(roots)) for (const level of space.diagram.support(node)) levels.add(level)
  return levels
}

/** Fields that formulas, computed fields and comparisons not analysed read: what depends on them is not known here. */
function readOtherwise({ document, regions, space }: Context): Set<string> {
  const facts = new Set<string>()
  for (const { effect } of regions.read.lowered.rules) {
    const formula =
      'amount' in effect.params ? effect.params.amount : 'value' in effect.params ? effect.params.value : null
    for (const fact of factsInFormula(formula)) facts.add(fact)
  }
  for (const { derive } of Object.values(document.form.fields)) if (derive) facts.add(derive.from)
  for (const { predicate } of space.opaque) {
    if (predicate.kind === 'two') for (const fact of predicate.facts) facts.add(fact)
    if (predicate.kind === 'one') facts.add(predicate.fact)
  }
  return facts
}

function readBySomeCondition({ regions }: Context): Set<string> {
  const facts = new Set<string>()
  for (const predicate of regions.read.predicates.values()) {
    if (predicate.kind === 'one') facts.add(predicate.fact)
    if (predicate.kind === 'two') for (const fact of predicate.facts) facts.add(fact)
  }
  return facts
}

function checkIdle(context: Context): void {
  const { document, space, report } = context
  const levels = context.attempt('/form', () => levelsThatMatter(context))
  if (!levels) return
  const others = readOtherwise(context)
  const read = readBySomeCondition(context)
  for (const [id, field] of Object.entries(document.form.fields)) {
    const variable = space.variableOf(0, id)
    if (!variable || levels.has(variable.level) || others.has(id)) continue
    if (carried.has(kindOf(field.schema).name)) continue
    const variant = read.has(id) ? { variant: 'read' } : {}
    report.add('idle-question', pointerTo('form', 'fields', id), { field: field.title }, variant)
  }
}

function checkField(context: Context, id: string, field: Field): void {
  const { regions, space, report } = context
  const at = pointerTo('form', 'fields', id)
  const possible = space.variableOf(0, id)?.possible[0]
  if (!possible?.some(Boolean)) report.add('impossible-answer', `${at}/schema`, { field: field.title })
  if (!field.showWhen) return
  const shown = regions.shown(id)
  if (context.isEmpty(shown)) {
    report.add('never-shown', `${at}/showWhen`, { field: field.title })
    return
  }
  if (!field.requireWhen) return
  const stranded = space.diagram.and(regions.required(id), space.diagram.not(shown))
  context.show(stranded, 'required-but-hidden', `${at}/requireWhen`, { field: field.title })
}

/** The form: questions that change nothing, are never shown, or cannot be answered; steps without questions. */
export function checkForm(context: Context): void {
  const { document, regions, space, report } = context
  checkIdle(context)
  for (const [id, field] of Object.entries(document.form.fields))
    context.attempt(pointerTo('form', 'fields', id), () => checkField(context, id, field))
  document.form.steps.forEach(({ title, fields }, index) => {
    const at = pointerTo('form', 'steps', index)
    context.attempt(at, () => {
      const shown = fields.reduce<Node>((node, id) => space.diagram.or(node, regions.shown(id)), nowhere)
      if (shown !== everywhere && context.isEmpty(shown)) report.add('empty-step', at, { step: title })
    })
  })
}
