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
  /** Whether any question is unanswered; without one, nothing is open. */
  readonly partial: boolean
  readonly hidden: readonly string[]
}

const nothing: readonly string[] = Object.freeze([])

/** The state of a rule in `run`: isTrue, isFalse or isUnknown. */
export function stateOf(run: Run, start: number): number {
  return run.compiled.program.decide(start)
}

/** Puts the answers into the table's slots, hides what does not apply, then works out the derived facts. */
export function begin(
  compiled: CompiledBundle,
  answers: Answers,
  unanswered: Unanswered,
  skipShared = false,
): Run {
  const { table, program } = compiled
  const { facts } = table
  if (!skipShared) table.begin()
  const missing = unanswered === 'absent' ? null : unknown
  let partial = false
  let hidden: string[] | undefined
  for (const field of compiled.fields) {
    if (skipShared && field.shared) {
      if (facts[field.slot] === unknown) partial = true
      continue
    }
    let value: unknown = answers[field.key]
    if (value === undefined) value = missing
    if (field.show) {
      const shown = program.decide(field.show.start)
      if (shown === isFalse) {
        value = null
        hidden = hidden ?? []
        hidden.push(field.id)
      } else if (shown === isUnknown && value !== null) value = unknown
    }
    if (value === unknown) partial = true
    table.set(field.slot, value)
  }
  const run: Run = { compiled, partial, hidden: hidden ?? nothing }
  for (const fact of compiled.facts) table.set(fact.slot, deriveFact(run, fact))
  return run
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
