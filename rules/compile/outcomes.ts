import type {
  Charge,
  EffectType,
  Formula,
  Inclusion,
  Limit,
  Message,
  TaskRoute,
} from '../../schemas/index.ts'
import { isFormula } from '../formulas/formula.ts'
import type {
  ChargeRule,
  CompiledCharge,
  CompiledRule,
  CompiledTarget,
  EffectOf,
  OutcomeRule,
} from './compiled.ts'

type RuleOf<T extends EffectType> = CompiledRule & { readonly effect: EffectOf<T> }

/** Outcomes are made here once and handed out frozen, so that deciding allocates little. */
function outcome<R extends CompiledRule, O extends object>(
  rule: R,
  make: (certainty: 'certain' | 'open') => O,
): R & OutcomeRule<O> {
  return { ...rule, certain: Object.freeze(make('certain')), open: Object.freeze(make('open')) }
}

type MessageEffect = 'reject' | 'refer' | 'warn' | 'inform'

export function messages(rules: readonly RuleOf<MessageEffect>[]): OutcomeRule<Message>[] {
  return rules.map((rule) =>
    outcome(rule, (certainty) => ({ rule: rule.id, message: rule.effect.params.message, certainty })),
  )
}

export function targets<T extends 'include-item' | 'require-material'>(
  ids: readonly string[],
  rules: readonly RuleOf<T>[],
  idOf: (effect: EffectOf<T>) => string,
  waivers: readonly { readonly id: string; readonly rule: CompiledRule }[],
): CompiledTarget[] {
  return ids
    .map((id) => ({
      id,
      rules: rules
        .filter((rule) => idOf(rule.effect) === id)
        .map((rule) => outcome(rule, (certainty): Inclusion => ({ id, certainty, rules: [rule.id] }))),
      waivers: waivers.filter((waiver) => waiver.id === id).map(({ rule }) => rule),
    }))
    .filter((target) => target.rules.length > 0)
}

export function tasks(rules: readonly RuleOf<'route-task'>[]): OutcomeRule<TaskRoute>[] {
  return rules.map((rule) =>
    outcome(rule, (certainty) => ({ rule: rule.id, ...rule.effect.params, certainty })),
  )
}

export function limits(rules: readonly RuleOf<'set-limit'>[]): OutcomeRule<Limit>[] {
  return rules.map((rule) => {
    const { days, note } = rule.effect.params
    return outcome(rule, (certainty) => ({
      days: certainty === 'certain' ? days : null,
      rule: rule.id,
      certainty,
      ...(note ? { note } : {}),
    }))
  })
}

type ChargeEffect = 'charge-fee' | 'estimate'

function chargeRule(id: string, rule: RuleOf<ChargeEffect>): ChargeRule {
  const { params } = rule.effect
  const text = 'text' in params ? params.text : undefined
  const amount: number | null | Formula = params.amount
  const made = outcome(
    rule,
    (certainty): Charge => ({
      id,
      amount: certainty === 'certain' && typeof amount === 'number' ? amount : null,
      ...(text ? { text } : {}),
      rule: rule.id,
      certainty,
    }),
  )
  return { ...made, formula: isFormula(amount) ? amount : undefined }
}

export function charges<T extends ChargeEffect>(
  ids: readonly string[],
  rules: readonly RuleOf<T>[],
  idOf: (effect: EffectOf<T>) => string,
): CompiledCharge[] {
  return ids
    .map((id) => ({
      id,
      rules: rules.filter((rule) => idOf(rule.effect) === id).map((rule) => chargeRule(id, rule)),
      open: Object.freeze({ id, amount: null, rule: null, certainty: 'open' as const }),
    }))
    .filter((charge) => charge.rules.length > 0)
}
