import type { LoweredRule } from '../../compile/lower.ts'
import { everywhere, nowhere } from '../boxes/nodes.ts'
import type { Context } from './context.ts'

const isUnconditional = ({ conditions }: LoweredRule): boolean =>
  'all' in conditions && conditions.all.length === 0

/** Effects of which each rule adds its own; of the others only the first that holds counts. */
const cumulative = new Set([
  'reject',
  'refer',
  'warn',
  'inform',
  'include-item',
  'require-material',
  'waive-material',
  'route-task',
])

export const isCumulative = ({ type }: { readonly type: string }): boolean => cumulative.has(type)

function rowNames(rule: LoweredRule): { table: string; row: string } {
  const table = rule.table?.id ?? ''
  return { table, row: rule.id.slice(table.length + 1) }
}

/** Rules and rows whose own condition holds for nobody, or for everybody although they have one. */
export function checkConditions(context: Context): ReadonlySet<string> {
  const { regions, report, space } = context
  const never = new Set<string>()
  for (const rule of regions.read.lowered.rules) {
    context.attempt(rule.pointer, () => {
      const condition = rule.table ? regions.read.lowered.conditions.get(rule.id) : rule.conditions
      const node = condition ? regions.condition(condition) : everywhere
      if (context.isEmpty(node)) {
        never.add(rule.id)
        if (rule.table) report.add('never-true', rule.pointer, rowNames(rule), { variant: 'row' })
        else report.add('never-true', rule.pointer, { rule: context.nameOf(rule) })
      } else if (!rule.table && !isUnconditional(rule) && context.isEmpty(space.diagram.not(node))) {
        report.add('always-true', rule.pointer, { rule: context.nameOf(rule) }, alwaysFix(rule))
      }
    })
  }
  return never
}

const alwaysFix = (rule: LoweredRule) => ({
  fix: [{ op: 'replace' as const, path: `${rule.pointer}/conditions`, value: { all: [] } }],
})

/** Rules of the same effect that hold for the same applicants, or for some of another's. */
export function checkSubsumption(context: Context, never: ReadonlySet<string>): void {
  const groups = new Map<string, LoweredRule[]>()
  for (const rule of context.regions.read.lowered.rules) {
    if (never.has(rule.id) || !isCumulative(rule.effect)) continue
    const key = JSON.stringify(rule.effect)
    groups.set(key, [...(groups.get(key) ?? []), rule])
  }
  for (const rules of groups.values()) {
    rules.forEach((rule, place) => {
      if (rules.some((other) => canBeRedundant(rule, other)))
        context.attempt(rule.pointer, () => reportRedundant(context, rules, rule, place))
    })
  }
}

/** Two rows of a table of which at most one counts never make each other redundant. */
const canBeRedundant = (rule: LoweredRule, other: LoweredRule): boolean =>
  rule !== other && (!rule.table || rule.table !== other.table || rule.table.hitPolicy === 'collect')

function reportRedundant(
  context: Context,
  rules: readonly LoweredRule[],
  rule: LoweredRule,
  place: number,
): void {
  const { regions, space } = context
  const own = regions.rule(rule)
  if (own === nowhere) return
  for (const [otherPlace, other] of rules.entries()) {
    if (!canBeRedundant(rule, other)) continue
    const theirs = regions.rule(other)
    if (!context.isEmpty(space.diagram.and(own, space.diagram.not(theirs)))) continue
    const isSame = context.isEmpty(space.diagram.and(theirs, space.diagram.not(own)))
    if (isSame && otherPlace > place) continue
    context.show(
      own,
      isSame ? 'duplicate' : 'subsumed',
      rule.pointer,
      { rule: context.nameOf(rule), other: context.nameOf(other) },
      {
        related: [other.pointer],
        ...(rule.table ? {} : { fix: [{ op: 'remove', path: rule.pointer }] }),
      },
    )
    return
  }
}

/** Rules that take away a material only from those who are refused anyway. */
export function checkWaivers(context: Context, never: ReadonlySet<string>): void {
  const { regions, space } = context
  const { rules } = regions.read.lowered
  const rejections = rules.filter(({ effect }) => effect.type === 'reject')
  for (const rule of rules) {
    if (rule.effect.type !== 'waive-material' || never.has(rule.id)) continue
    context.attempt(rule.pointer, () => {
      const own = regions.rule(rule)
      const isRejected = rejections.reduce((node, one) => space.diagram.or(node, regions.rule(one)), nowhere)
      if (!context.isEmpty(space.diagram.and(own, space.diagram.not(isRejected)))) return
      const other = rejections.find((one) => !context.isEmpty(space.diagram.and(own, regions.rule(one))))
      if (!other) return
      context.show(
        own,
        'contradictory-effects',
        rule.pointer,
        { rule: context.nameOf(rule), other: context.nameOf(other), matter: '' },
        { variant: 'waived', related: [other.pointer] },
      )
    })
  }
}
