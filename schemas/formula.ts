import Type from 'typebox'
import type { JsonValue } from './json.ts'

/**
 * A formula for a fee or a benefit: JsonLogic arithmetic over facts, as data. Allowed operations: `var`, `+`, `-`,
 * `*`, `/`, `min`, `max`, `round` (to two decimals, 分), `floor`, `ceil`, `number` (a choice such as "60" as 60).
 * A formula over a fact that is absent has no value (null).
 */
export type Formula = { readonly [operation: string]: JsonValue }
export const Formula = Type.Unsafe<Formula>(
  Type.Object({}, { minProperties: 1, maxProperties: 1, description: 'JsonLogic arithmetic over facts' }),
)
