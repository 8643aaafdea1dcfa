import type { Answers } from '../../../schemas/index.ts'
import { compile } from '../../compile/compile.ts'
import type { CompiledBundle } from '../../compile/compiled.ts'
import { begin, readFact } from '../../decide/run.ts'
import type { OpaqueVariable } from '../cells/space.ts'
import type { Regions } from './regions.ts'

const compiledBy = new WeakMap<object, CompiledBundle>()

/** The document of `regions`, compiled once. */
export function compiledOf({ document }: Regions): CompiledBundle {
  let compiled = compiledBy.get(document)
  if (!compiled) {
    compiled = compile(document)
    compiledBy.set(document, compiled)
  }
  return compiled
}

/** Whether a comparison that is not analysed really holds for these answers. */
export function trueFor(regions: Regions, { predicate }: OpaqueVariable, answers: Answers): boolean {
  const compiled = compiledOf(regions)
  const run = begin(compiled, answers, 'absent')
  if (predicate.kind === 'one') return predicate.test(readFact(run, predicate.fact))
  if (predicate.kind === 'constant') return predicate.holds
  const [left, right] = predicate.facts
  return predicate.test(readFact(run, left), readFact(run, right))
}
