import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'

/** Every rule that can be asked, those that set facts too. */
export function allRules(compiled: CompiledBundle): CompiledRule[] {
  return [...compiled.rules, ...compiled.facts.flatMap(({ setters }) => setters)]
}

/** An unconditional rule cannot fail. */
export function isUnconditional({ conditions }: CompiledRule): boolean {
  return 'all' in conditions && conditions.all.length === 0
}
