import { anonymous, type CompiledBundle, decide, fieldStates } from '../../rules/index.ts'
import type { Decision } from '../../schemas/index.ts'
import { keptWalk, withDerived } from './kept-answers.ts'
import { type AskedQuestion, goOn, type Move, type Walk } from './walk.ts'

/** Where a guided pre-check stands. */
export interface Precheck {
  walk: Walk
  decision: Decision
  /** The question to show; null: nothing is left to ask, or it is certain that one may not apply. */
  question: AskedQuestion | null
  /** How many questions can still change something, the one shown included. */
  left: number
}

/**
 * Goes on with a guided pre-check: takes up what was done on the page before, and finds the next question, in the order
 * of the decision's own `ask`. Skipped questions are not asked twice. Nothing sensitive is asked where what follows from
 * it can be asked instead.
 *
 * @param carried what came along from the page before; nothing about it is trusted
 * @param today Beijing date
 */
export function precheck(
  bundle: CompiledBundle,
  carried: { answers: unknown; trail: readonly string[] },
  move: Move,
  today: string,
): Precheck {
  const compiled = anonymous(bundle)
  const read = ({ answers }: Walk) => withDerived(compiled.document, answers, today)
  const decided = (walk: Walk) => decide(compiled, read(walk))
  const waiting = (walk: Walk, { ask }: Decision) =>
    ask.map(({ field }) => field).filter((field) => !walk.trail.includes(field))

  const { walk, question } = goOn(
    {
      kept: ({ answers, trail }) => keptWalk(compiled, answers, trail, today),
      find(now, id) {
        const state = fieldStates(compiled, read(now)).find((one) => one.id === id)
        if (!state || state.shown === false || state.field.derive) return null
        return { field: state.field, required: state.required }
      },
      next(now) {
        const decision = decided(now)
        return decision.eligibility === 'rejected' ? undefined : waiting(now, decision)[0]
      },
    },
    keptWalk(compiled, carried.answers, carried.trail, today),
    move,
  )
  const decision = decided(walk)
  const open = waiting(walk, decision)
  const isAgain = question !== null && !open.includes(question.id)
  return { walk, decision, question, left: open.length + (isAgain ? 1 : 0) }
}
