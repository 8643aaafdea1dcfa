import type { CompiledBundle, CompiledFact, CompiledField } from '../compile/compiled.ts'
import { isFalse, isTrue } from '../compile/states.ts'
import type { Run } from '../decide/run.ts'
import type { State } from './texts/texts.ts'

/** What explaining needs of the run at hand. */
export type Context = {
  readonly run: Run
  readonly compiled: CompiledBundle
  /** Fields and derived facts by the name that conditions use. */
  readonly facts: ReadonlyMap<string, CompiledField | CompiledFact>
}

export function contextOf(run: Run): Context {
  const { compiled } = run
  return {
    run,
    compiled,
    facts: new Map([...compiled.fields, ...compiled.facts].map((one) => [one.id, one])),
  }
}

export function stateName(state: number): State {
  return state === isTrue ? 'holds' : state === isFalse ? 'fails' : 'open'
}
