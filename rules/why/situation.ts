import type { Answers } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { unknown } from '../compile/states.ts'
import { begin, type Unanswered } from '../decide/run.ts'

/**
 * Somebody's answers as they count: hidden ones left out, questions left empty as null. What a change would make appear
 * is open then, so that a change only counts where it does not hang on an answer nobody has given. Answers taken out
 * count as open too, which is how a change is looked for.
 */
export function situationOf(compiled: CompiledBundle, answers: Answers, unanswered: Unanswered): Answers {
  const hidden = new Set(begin(compiled, answers, unanswered).hidden)
  const { facts } = compiled.table
  const entries = compiled.fields.flatMap(({ id, key, slot }) => {
    if (hidden.has(id)) return []
    // Whether it is shown is open, but the answer is there.
    const value = facts[slot] === unknown ? answers[key] : facts[slot]
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

/** The answers without those of `keys`. */
export function without(answers: Answers, keys: readonly string[]): Answers {
  const left = { ...answers }
  for (const key of keys) delete left[key]
  return left
}
