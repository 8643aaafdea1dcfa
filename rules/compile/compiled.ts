import type {
  BundleDocument,
  Charge,
  Effect,
  EffectType,
  Formula,
  Inclusion,
  Limit,
  Message,
  TaskRoute,
} from '../../schemas/index.ts'
import type { LoweredRule } from './lower.ts'
import type { PredicateTable } from './predicates.ts'
import type { Node, Program } from './program.ts'

/** A rule ready to run: `start` is its program, `node` its condition for those who look inside. */
export type CompiledRule = Omit<LoweredRule, 'effect'> & {
  readonly effect: Effect
  readonly start: number
  readonly node: Node
}

/** A rule of one kind of effect, with the outcome it gives when certain and when open, made once. */
export type OutcomeRule<O> = CompiledRule & { readonly certain: O; readonly open: O }

/** Everything that asks for one item or material; `waivers` take a material away again. */
export type CompiledTarget = {
  readonly id: string
  readonly rules: readonly OutcomeRule<Inclusion>[]
  readonly waivers: readonly CompiledRule[]
}

/** Everything that sets one figure, the rule that counts first in front. */
export type CompiledCharge = {
  readonly id: string
  readonly rules: readonly ChargeRule[]
  readonly open: Charge
}
export type ChargeRule = OutcomeRule<Charge> & { readonly formula?: Formula }

export type CompiledField = {
  readonly id: string
  /** Key in the answers. */
  readonly key: string
  readonly slot: number
  /** One slot for every bundle that asks the same question (catalogue only). */
  readonly shared: boolean
  readonly show?: { readonly start: number; readonly node: Node }
}

export type CompiledFact = {
  readonly id: string
  readonly slot: number
  readonly setters: readonly CompiledRule[]
}

export type CompiledBundle = {
  readonly document: BundleDocument
  readonly table: PredicateTable
  readonly program: Program
  /** In an order in which each field's visibility can be decided. */
  readonly fields: readonly CompiledField[]
  readonly fieldOfSlot: ReadonlyMap<number, CompiledField>
  readonly factOfSlot: ReadonlyMap<number, CompiledFact>
  /** In an order in which each fact can be worked out. */
  readonly facts: readonly CompiledFact[]
  readonly rejections: readonly OutcomeRule<Message>[]
  readonly referrals: readonly OutcomeRule<Message>[]
  readonly warnings: readonly OutcomeRule<Message>[]
  readonly notices: readonly OutcomeRule<Message>[]
  readonly items: readonly CompiledTarget[]
  readonly materials: readonly CompiledTarget[]
  readonly tasks: readonly OutcomeRule<TaskRoute>[]
  readonly limits: readonly OutcomeRule<Limit>[]
  readonly fees: readonly CompiledCharge[]
  readonly estimates: readonly CompiledCharge[]
  /** Tables under `unique` whose rows may overlap as far as the compiler can see, with all their rows. */
  readonly contested: readonly { readonly table: string; readonly rules: readonly CompiledRule[] }[]
  /** All rules that are not `set-fact`, in the document's order. */
  readonly rules: readonly CompiledRule[]
  readonly requireWhen: ReadonlyMap<string, { readonly start: number; readonly node: Node }>
}

export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>
