import type { Effect, EffectType, Formula, LocalText } from '../../../schemas/index.ts'
import type { LoweredRule } from '../../compile/lower.ts'
import { isFormula } from '../../formulas/formula.ts'
import { type Node, nowhere } from '../boxes/nodes.ts'
import { formulaKey } from './formulas.ts'
import type { Regions } from './regions.ts'
import { whereResult } from './tables.ts'

type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>
export type RuleOf<T extends EffectType> = Omit<LoweredRule, 'effect'> & { readonly effect: EffectOf<T> }

/** What a fee or estimate comes to. `formula` is its key: what it works out to is not analysed. */
export type Amount = {
  readonly amount: number | null
  /** In Chinese: the same text in other English is the same result. */
  readonly text?: string
  readonly formula?: string
}

export function rulesOf<T extends EffectType>(regions: Regions, ...types: readonly T[]): RuleOf<T>[] {
  return regions.read.lowered.rules.filter((rule): rule is RuleOf<T> =>
    types.some((type) => type === rule.effect.type),
  )
}

/** Those for whom at least one of `rules` counts; the rows of a table are taken together. */
export function anyOf(regions: Regions, rules: readonly LoweredRule[]): Node {
  const { diagram } = regions.space
  let node = nowhere
  const done = new Set<object>()
  for (const rule of rules) {
    const { table } = rule
    if (!table || table.hitPolicy === 'collect') {
      node = diagram.or(node, regions.rule(rule))
    } else if (!done.has(table)) {
      done.add(table)
      const region = regions.table(table)
      const rows = new Set(rules.filter((one) => one.table === table).map(({ id }) => region.rows.get(id)))
      node = diagram.or(
        node,
        whereResult(regions, region.node, (terminal) => rows.has(terminal)),
      )
    }
  }
  return node
}

/** Of `rules`, by priority and then by place, the first that counts: its result, or `none`. */
export function firstOf<T extends EffectType>(
  regions: Regions,
  rules: readonly RuleOf<T>[],
  resultOf: (rule: RuleOf<T>) => unknown,
  none: unknown = null,
): Node {
  const { space } = regions
  const ordered = rules.toSorted((a, b) => b.priority - a.priority)
  let node = space.terminal(none)
  for (let place = ordered.length - 1; place >= 0; place--) {
    const rule = ordered[place]
    if (!rule) continue
    const { table } = rule
    if (!table || table.hitPolicy === 'collect') {
      node = space.diagram.choose(regions.rule(rule), space.terminal(resultOf(rule)), node)
      continue
    }
    // The rows of a table stand together: lay the whole table over what comes after it.
    const rows = new Map<Node | undefined, Node>()
    const region = regions.table(table)
    for (let row: RuleOf<T> | undefined = rule; row?.table === table; row = ordered[--place])
      rows.set(region.rows.get(row.id), space.terminal(resultOf(row)))
    place++
    node = space.diagram.combine(region.node, node, (row, other) => rows.get(row) ?? other)
  }
  return node
}

/** Those for whom several rows of a table under `unique` hold: a person has to look at it. */
export function contested(regions: Regions): Node {
  const { diagram } = regions.space
  let node = nowhere
  for (const table of regions.document.tables) {
    if (table.hitPolicy !== 'unique' || table.event.type === 'set-fact') continue
    const region = regions.table(table)
    node = diagram.or(
      node,
      whereResult(regions, region.node, (terminal) => terminal === region.conflict),
    )
  }
  return node
}

export function eligibility(regions: Regions): Node {
  const { space } = regions
  const refer = space.diagram.or(anyOf(regions, rulesOf(regions, 'refer')), contested(regions))
  const unrejected = space.diagram.choose(refer, space.terminal('refer'), space.terminal('eligible'))
  return space.diagram.choose(
    anyOf(regions, rulesOf(regions, 'reject')),
    space.terminal('rejected'),
    unrejected,
  )
}

export function itemNode(regions: Regions, item: string): Node {
  return anyOf(
    regions,
    rulesOf(regions, 'include-item').filter(({ effect }) => effect.params.item === item),
  )
}

/** Those who are asked for a material: required by a rule and waived by none. */
export function materialNode(regions: Regions, material: string): Node {
  const { diagram } = regions.space
  const of = (rules: readonly RuleOf<'require-material' | 'waive-material'>[]): Node =>
    anyOf(
      regions,
      rules.filter(({ effect }) => effect.params.material === material),
    )
  const waived = of(rulesOf(regions, 'waive-material'))
  return diagram.and(of(rulesOf(regions, 'require-material')), diagram.not(waived))
}

export function limitNode(regions: Regions): Node {
  return regions.outcome('limit', () =>
    firstOf<'set-limit'>(regions, rulesOf(regions, 'set-limit'), ({ effect }) => effect.params.days),
  )
}

function amountOf(regions: Regions, amount: number | null | Formula, text: LocalText | undefined): Amount {
  return {
    amount: typeof amount === 'number' ? amount : null,
    ...(text ? { text: text['zh-CN'] } : {}),
    ...(isFormula(amount) ? { formula: formulaKey(regions, amount) } : {}),
  }
}

/** What a fee or estimate is for each applicant: an Amount, or null where no rule sets it. */
export function feeNode(regions: Regions, fee: string): Node {
  const rules = rulesOf(regions, 'charge-fee').filter(({ effect }) => effect.params.fee === fee)
  return firstOf<'charge-fee'>(regions, rules, ({ effect }) =>
    amountOf(regions, effect.params.amount, effect.params.text),
  )
}

export function estimateNode(regions: Regions, estimate: string): Node {
  const rules = rulesOf(regions, 'estimate').filter(({ effect }) => effect.params.estimate === estimate)
  return firstOf<'estimate'>(regions, rules, ({ effect }) =>
    amountOf(regions, effect.params.amount, undefined),
  )
}

/** Whether a question is asked: hidden, optional or required. */
export function questionNode(regions: Regions, field: string): Node {
  const { space } = regions
  const asked = space.diagram.choose(
    regions.required(field),
    space.terminal('required'),
    space.terminal('optional'),
  )
  return space.diagram.choose(regions.shown(field), asked, space.terminal('hidden'))
}
