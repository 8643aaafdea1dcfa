import type { BundleDocument, Condition, Effect } from '../../schemas/index.ts'
import { lower } from '../compile/lower.ts'
import { parameterPrefix } from '../conditions/vocabulary.ts'
import { additionalOperators } from '../operators/additional.ts'
import { enginePriorities } from '../verify/engine.ts'

/** A bundle's rules for json-rules-engine alone: tables lowered, parameters as facts, priorities as that engine needs them. */
export type PlainRules = {
  readonly bundle: string
  /** Constant facts: the parameters. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly conditions: Readonly<Record<string, Condition>>
  readonly rules: readonly {
    readonly name: string
    readonly priority: number
    readonly conditions: Condition
    readonly event: Effect
  }[]
  /** Operators the rules use that json-rules-engine does not bring; register them with `engine.addOperator`. */
  readonly operators: readonly string[]
}

function operatorsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(operatorsIn)
  if ('any' in condition) return condition.any.flatMap(operatorsIn)
  if ('not' in condition) return operatorsIn(condition.not)
  return 'operator' in condition ? [condition.operator.split(':').at(-1) ?? ''] : []
}

/** The plain rules of a parsed document. Absent facts have to be given as null. */
export function plainRules(document: BundleDocument): PlainRules {
  const lowered = lower(document)
  const priorityOf = enginePriorities(document, lowered)
  const used = new Set(
    [...lowered.conditions.values(), ...lowered.rules.map(({ conditions }) => conditions)].flatMap(
      operatorsIn,
    ),
  )
  return {
    bundle: document.id,
    facts: Object.fromEntries(
      Object.entries(document.parameters).map(([id, { value }]) => [parameterPrefix + id, value]),
    ),
    conditions: Object.fromEntries(lowered.conditions),
    rules: lowered.rules.map((rule) => ({
      name: rule.id,
      priority: priorityOf(rule),
      conditions: rule.conditions,
      event: rule.effect,
    })),
    operators: additionalOperators.map(({ name }) => name).filter((name) => used.has(name)),
  }
}
