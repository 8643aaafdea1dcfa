import type { Answers } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledFact, CompiledRule } from '../compile/compiled.ts'
import { isFalse, isTrue, isUnknown, unknown } from '../compile/states.ts'
import { parameterPrefix } from '../conditions/vocabulary.ts'
import { evaluateFormula, isFormula } from '../formulas/formula.ts'

/** What a field without an answer means: still to be asked, or left empty. */
export type Unanswered = 'unknown' | 'absent'

/** One run of one bundle: its facts are loaded, its rules can be asked. Valid until the table's next run. */
export type Run = {
  readonly compiled: CompiledBundle
  /** Fields that do not apply. */
  readonly hidden: string[]
}

/** The state of a rule in `run`: isTrue, isFalse or isUnknown. */
export function stateOf(run: Run, start: number): number {
  return run.compiled.program.decide(start)
}

/** The states of the bundle's rules in `run`, by their index. Overwritten by the bundle's next run. */
export function statesOf({ compiled }: Run): Uint8Array {
  compiled.program.decideEach(compiled.starts, compiled.states)
  return compiled.states
}

/**
 * Puts the answers into the table's slots, hides what does not apply, then works out the derived facts. `skipShared`:
 * the table has begun already, and the questions shared by several bundles have their answers.
 */
export function begin(
  compiled: CompiledBundle,
  answers: Answers,
  unanswered: Unanswered,
  skipShared = false,
): Run {
  const { table, always } = compiled
  const missing = unanswered === 'absent' ? null : unknown
  if (!skipShared) table.begin()
  table.load(skipShared ? always.own : always.all, answers, missing)
  const run: Run = { compiled, hidden: hideFields(compiled, answers, missing) }
  for (const fact of compiled.facts) table.set(fact.slot, deriveFact(run, fact))
  return run
}

/** Sets the fields that are not always shown, in an order in which each one's visibility is known, and names the hidden ones. */
function hideFields(
  { table, program, conditional }: CompiledBundle,
  answers: Answers,
  missing: null | typeof unknown,
): string[] {
  const hidden: string[] = []
  for (const { id, key, slot, show } of conditional) {
    const shown = program.decide(show.start)
    if (shown === isFalse) hidden.push(id)
    const answer = answers[key]
    const value = answer === undefined ? missing : answer
    table.set(slot, shown === isFalse || value === null ? null : shown === isUnknown ? unknown : value)
  }
  return hidden
}

/** Reads a fact by the name that formulas use. */
export function readFact(run: Run, name: string): unknown {
  const { compiled } = run
  if (name.startsWith(parameterPrefix))
    return compiled.document.parameters[name.slice(parameterPrefix.length)]?.value
  const field = compiled.fields.find(({ id }) => id === name) ?? compiled.facts.find(({ id }) => id === name)
  return field ? compiled.table.facts[field.slot] : undefined
}

/** The value the first rule that holds gives the fact; null where none does. */
function deriveFact(run: Run, fact: CompiledFact): unknown {
  for (const rule of fact.setters) {
    const state = stateOf(run, rule.start)
    if (state === isUnknown) return unknown
    if (state === isTrue) return setterValue(run, rule)
  }
  return null
}

function setterValue(run: Run, rule: CompiledRule): unknown {
  if (rule.effect.type !== 'set-fact') return null
  const { value } = rule.effect.params
  if (!isFormula(value)) return value
  return formulaOf(run, value)
}

/** A formula's value: `unknown` where a fact it reads is unknown, null where one is absent. */
export function formulaOf(
  run: Run,
  formula: Parameters<typeof evaluateFormula>[0],
): number | null | typeof unknown {
  let open = false
  const value = evaluateFormula(formula, (fact) => {
    const read = readFact(run, fact)
    if (read === unknown) open = true
    return read === unknown ? null : read
  })
  return open ? unknown : value
}
