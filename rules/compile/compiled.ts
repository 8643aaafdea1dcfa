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
import type { CombinedList } from '../decide/combined.ts'
import type { LoweredRule } from './lower.ts'
import type { PredicateTable, Questions } from './predicates.ts'
import type { Node, Program } from './program.ts'

/** A rule ready to run: `start` is its program, `node` its condition for those who look inside. */
export type CompiledRule = Omit<LoweredRule, 'effect'> & {
  readonly effect: Effect
  readonly start: number
  readonly node: Node
  /** Its place among the bundle's rules, and in the states of a run; -1 for a rule that sets a fact. */
  readonly index: number
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
export type ChargeRule = OutcomeRule<Charge> & { readonly formula: Formula | undefined }

/** A condition ready to run. */
export type Started = { readonly start: number; readonly node: Node }

export type CompiledField = {
  readonly id: string
  /** Key in the answers. */
  readonly key: string
  readonly slot: number
  /** One slot for every bundle that asks the same question (catalogue only). */
  readonly shared: boolean
  readonly show: Started | undefined
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
  /** Fields that are always shown: all of them, and those this bundle does not share with others. */
  readonly always: { readonly all: Questions; readonly own: Questions }
  /** Fields that may be hidden, in the order of `fields`. */
  readonly conditional: readonly (CompiledField & { readonly show: Started })[]
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
  /** The programs of `rules`, and what they came to in the current run. */
  readonly starts: Int32Array
  readonly states: Uint8Array
  readonly requireWhen: ReadonlyMap<string, Started>
  /** The lists of a decision in which nothing is open, by the way their rules come out. */
  readonly combined: CombinedLists
}

export type CombinedLists = {
  readonly rejections: CombinedList<Message>
  readonly referrals: CombinedList<Message>
  readonly warnings: CombinedList<Message>
  readonly notices: CombinedList<Message>
  readonly items: CombinedList<Inclusion>
  readonly materials: CombinedList<Inclusion>
  readonly tasks: CombinedList<TaskRoute>
}

export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>
