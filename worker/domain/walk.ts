import type { Answers, Fault, Field } from '../../schemas/index.ts'
import { checkTyped, readTyped, type Typed } from './typed-answer.ts'

/** A walk through questions one at a time. Pages carry it along in hidden inputs: no address and no store holds it. */
export interface Walk {
  answers: Answers
  /** The questions dealt with, in order; those without an answer were skipped. */
  trail: string[]
}

/** A question as it is shown. */
export interface AskedQuestion {
  /** Id of the field, or its `catalogueKey` in the interview. */
  id: string
  field: Field
  required: boolean
  /** What the controls show: the answer given before, or what was typed, right or wrong. */
  value: unknown
  /** What is wrong with it; pointers start below the answer. */
  faults: Fault[]
}

/** What was done on a page that asks a question. `stay`: shown again with what was typed and room for more. */
export type Move =
  | { kind: 'begin' }
  | { kind: 'stop' }
  | { kind: 'answer' | 'skip' | 'back' | 'stay'; question: string; typed: Typed }
  | { kind: 'change'; question: string }

/** Questions to walk through one at a time. */
export interface Course {
  /** The walk with only what applies. */
  kept(walk: Walk): Walk
  /** A question that applies, or may; null for any other id. */
  find(walk: Walk, id: string): { field: Field; required: boolean } | null
  /** The question to ask next that was not dealt with yet; undefined where nothing is left to ask. */
  next(walk: Walk): string | undefined
}

/** The question before `id`, or the last one dealt with where `id` is new. */
function before({ trail }: Walk, id: string): string {
  const place = trail.indexOf(id)
  return (place < 0 ? trail.at(-1) : trail[Math.max(0, place - 1)]) ?? ''
}

/**
 * Takes up what was done on the page before, and finds the question to show; null where nothing is left to ask. A
 * question left empty counts as answered by null, as in the form; a skipped one has no answer.
 */
export function goOn(
  course: Course,
  carried: Walk,
  move: Move,
): { walk: Walk; question: AskedQuestion | null } {
  const walk = course.kept(carried)

  function show(now: Walk, id: string, typed?: Typed, judged = false): AskedQuestion | null {
    const found = course.find(now, id)
    if (!found) return null
    const value = typed ? readTyped(found.field, typed) : now.answers[id]
    const faults = judged ? checkTyped(found.field, value, found.required) : []
    return { id, ...found, value, faults }
  }

  function forward(now: Walk) {
    const next = course.next(now)
    return { walk: now, question: next === undefined ? null : show(now, next) }
  }

  function dealtWith(id: string, answers: Walk['answers']) {
    return forward(course.kept({ answers, trail: [...walk.trail, id] }))
  }

  if (move.kind === 'begin') return forward(walk)
  if (move.kind === 'stop') return { walk, question: null }
  const { kind, question: id } = move
  if (kind === 'back') return { walk, question: show(walk, before(walk, id)) ?? forward(walk).question }
  const question = show(
    walk,
    id,
    kind === 'answer' || kind === 'stay' ? move.typed : undefined,
    kind === 'answer',
  )
  if (!question) return forward(walk)
  if (kind === 'skip') {
    const { [id]: _, ...answers } = walk.answers
    return dealtWith(id, answers)
  }
  if (kind === 'change' || kind === 'stay' || question.faults.length > 0) return { walk, question }
  return dealtWith(id, { ...walk.answers, [id]: question.value ?? null })
}
