import type { LocalText } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { settleContested } from '../decide/contested.ts'
import { chargesOf, inclusionsOf, limitOf, outcomesOf } from '../decide/outcomes.ts'
import { type Run, statesOf } from '../decide/run.ts'

/**
 * What a person may ask about: whether the application can be accepted, whether an item, material, department, fee or
 * estimate belongs to it, whether a rule's message concerns it (by the rule's or contested table's id), whether the
 * promised limit is so many working days (null: none).
 */
export type Target =
  | { readonly kind: 'eligible' }
  | {
      readonly kind: 'item' | 'material' | 'department' | 'fee' | 'estimate' | 'message'
      readonly id: string
    }
  | { readonly kind: 'days'; readonly days: number | null }

export type TargetState = 'holds' | 'fails' | 'open'

/** A target of one bundle: how it is called, what it hangs on, and how it has come out in a run. */
export type KnownTarget = {
  readonly target: Target
  readonly title: LocalText
  /** Rules that can change it. */
  readonly rules: readonly CompiledRule[]
  readonly state: (run: Run) => TargetState
}

type Outcome = { readonly certainty: string }

/** Whether something is among the outcomes that are left. */
function stateOfAny(outcomes: readonly Outcome[]): TargetState {
  if (outcomes.some(({ certainty }) => certainty === 'certain')) return 'holds'
  return outcomes.length > 0 ? 'open' : 'fails'
}

const opposite: Readonly<Record<TargetState, TargetState>> = { holds: 'fails', fails: 'holds', open: 'open' }

/** The states of a run with contested tables settled, and the referrals that come of them. */
function settled(run: Run) {
  const states = statesOf(run)
  return { referrals: settleContested(run, states), states }
}

/** Rows of a contested table hang on each other. */
function withRivals(compiled: CompiledBundle, rules: readonly CompiledRule[]): CompiledRule[] {
  const ids = new Set(rules.map(({ id }) => id))
  const rivals = compiled.contested.filter((one) => one.rules.some(({ id }) => ids.has(id)))
  return [...rules, ...rivals.flatMap((one) => one.rules).filter(({ id }) => !ids.has(id))]
}

type Described = Omit<KnownTarget, 'target'>

function describeInclusion(
  compiled: CompiledBundle,
  kind: 'item' | 'material',
  id: string,
): Described | undefined {
  const list = kind === 'item' ? compiled.items : compiled.materials
  const entry = (kind === 'item' ? compiled.document.items : compiled.document.materials)[id]
  const found = list.filter((one) => one.id === id)
  return (
    entry && {
      title: entry.name,
      rules: found.flatMap(({ rules, waivers }) => [...rules, ...waivers]),
      state: (run) => stateOfAny(inclusionsOf(found, settled(run).states)),
    }
  )
}

function describeCharge(
  compiled: CompiledBundle,
  kind: 'fee' | 'estimate',
  id: string,
): Described | undefined {
  const list = kind === 'fee' ? compiled.fees : compiled.estimates
  const entry = (kind === 'fee' ? compiled.document.fees : compiled.document.estimates)[id]
  const found = list.filter((one) => one.id === id)
  return (
    entry && {
      title: entry.title,
      rules: found.flatMap(({ rules }) => rules),
      state: (run) => stateOfAny(chargesOf(run, found, settled(run).states)),
    }
  )
}

function describeDepartment(compiled: CompiledBundle, id: string): Described | undefined {
  const entry = compiled.document.departments.find(({ code }) => code === id)
  const rules = compiled.tasks.filter(({ certain }) => certain.department === id)
  return (
    entry && { title: entry.name, rules, state: (run) => stateOfAny(outcomesOf(rules, settled(run).states)) }
  )
}

function describeMessage(compiled: CompiledBundle, id: string): Described | undefined {
  const { rejections, referrals, warnings, notices, contested, document } = compiled
  const rule = [rejections, referrals, warnings, notices].flat().find((one) => one.id === id)
  if (rule)
    return {
      title: rule.certain.message,
      rules: [rule],
      state: (run) => stateOfAny(outcomesOf([rule], settled(run).states)),
    }
  const contest = contested.find(({ table }) => table === id)
  const table = document.tables.find((one) => one.id === id)
  return (
    contest &&
    table && {
      title: table.name,
      rules: contest.rules,
      state: (run) => stateOfAny(settled(run).referrals.filter((referral) => referral.rule === id)),
    }
  )
}

function describe(compiled: CompiledBundle, target: Target): Described | undefined {
  switch (target.kind) {
    case 'eligible':
      return {
        title: compiled.document.title,
        rules: compiled.rejections,
        state: (run) => opposite[stateOfAny(outcomesOf(compiled.rejections, settled(run).states))],
      }
    case 'item':
    case 'material':
      return describeInclusion(compiled, target.kind, target.id)
    case 'fee':
    case 'estimate':
      return describeCharge(compiled, target.kind, target.id)
    case 'department':
      return describeDepartment(compiled, target.id)
    case 'message':
      return describeMessage(compiled, target.id)
    default:
      return {
        title: compiled.document.title,
        rules: compiled.limits,
        state: (run) => {
          const { certainty, days } = limitOf(compiled.limits, settled(run).states)
          if (certainty === 'open') return 'open'
          return days === target.days ? 'holds' : 'fails'
        },
      }
  }
}

/** What a target means in a bundle; undefined where the bundle has no such thing. */
export function knownTarget(compiled: CompiledBundle, target: Target): KnownTarget | undefined {
  const described = describe(compiled, target)
  return described && { target, ...described, rules: withRivals(compiled, described.rules) }
}

/** Everything that can be asked about a bundle, limits as far as rules promise them. */
export function targetsOf(compiled: CompiledBundle): Target[] {
  const { document, rejections, referrals, warnings, notices } = compiled
  const of = (kind: Exclude<Target['kind'], 'eligible' | 'days'>, ids: readonly string[]): Target[] =>
    ids.map((id) => ({ kind, id }))
  const days = new Set(compiled.limits.map(({ certain }) => certain.days))
  return [
    { kind: 'eligible' },
    ...of('item', Object.keys(document.items)),
    ...of('material', Object.keys(document.materials)),
    ...of('department', [...new Set(compiled.tasks.map(({ certain }) => certain.department))]),
    ...[...days].map((one): Target => ({ kind: 'days', days: one })),
    ...of('fee', Object.keys(document.fees)),
    ...of('estimate', Object.keys(document.estimates)),
    ...of(
      'message',
      [rejections, referrals, warnings, notices].flat().map(({ id }) => id),
    ),
    ...of(
      'message',
      compiled.contested.map(({ table }) => table),
    ),
  ]
}

/** A target in one word, such as `eligible`, `material/M03` or `days/7`. */
export function nameOfTarget(target: Target): string {
  if (target.kind === 'eligible') return target.kind
  return `${target.kind}/${target.kind === 'days' ? (target.days ?? 'none') : target.id}`
}
