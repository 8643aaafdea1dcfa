import { type DerivedForm, decide, deriveAnswers, deriveForm } from '../../../rules/index.ts'
import type { Answers, Decision, Fault, Language } from '../../../schemas/index.ts'
import { validate } from '../../../schemas/validator/index.ts'
import { fieldOfFault, type Session } from './session.ts'

/** How far a step is. */
export type StepState = 'done' | 'current' | 'open' | 'faulty'

export interface StepOverview {
  readonly id: string
  readonly title: string
  readonly help: string | undefined
  /** The questions that apply now. */
  readonly fields: readonly string[]
  readonly state: StepState
  /** Passed, and nothing in it is wrong. */
  readonly complete: boolean
  /** Whether the applicant may go there: every step before it is complete. */
  readonly reachable: boolean
}

/** All that follows from the answers, in one language. */
export interface Overview {
  readonly form: DerivedForm
  /** Answers as decided and shown: with derived ones, without what cannot be read. */
  readonly answers: Answers
  readonly decision: Decision
  /** The steps that have questions to ask. */
  readonly steps: readonly StepOverview[]
  /** Whether every step was passed and nothing is wrong. */
  readonly complete: boolean
  readonly faults: readonly Fault[]
}

/** Whether a rule can read the answer: a number that was mistyped is no answer yet. */
function isReadable(session: Session, id: string, value: unknown): boolean {
  const type = session.document.form.fields[id]?.schema.type
  return type !== 'number' && type !== 'integer' ? true : value === null || typeof value === 'number'
}

/** The answers that rules read: derived ones worked out, mistyped numbers left out. */
export function readableAnswers(session: Session): Answers {
  const readable = Object.entries(session.answers).filter(([id, value]) => isReadable(session, id, value))
  return deriveAnswers(session.document, Object.fromEntries(readable), session.today)
}

/** The answers to `fields` that have a value, as typed, and derived ones as worked out. */
function givenAnswers(session: Session, readable: Answers, fields: readonly string[]): Answers {
  const given = fields.map((id) => [id, session.answers[id] ?? readable[id]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined))
}

/** What is to be submitted: the answers to the questions that apply, without derived ones, which the server works out. */
export function answersToSubmit(session: Session, overview: Overview): Answers {
  const asked = overview.steps.flatMap(({ fields }) => fields)
  const own = asked.filter((id) => !session.document.form.fields[id]?.derive)
  return givenAnswers(session, overview.answers, own)
}

/** Works out everything that follows from a session's answers. */
export function overviewOf(session: Session, language: Language): Overview {
  const answers = readableAnswers(session)
  const form = deriveForm(session.compiled, answers, language)
  const asking = form.steps.filter(({ fields }) => fields.length > 0)
  const asked = asking.flatMap(({ fields }) => fields)
  const faults = validate(form.schema, givenAnswers(session, answers, asked))
  const faulty = new Set(faults.map(fieldOfFault))
  let reachable = true
  const steps = asking.map(({ id, title, help, fields }): StepOverview => {
    const passed = session.passed.has(id)
    const complete = passed && !fields.some((field) => faulty.has(field))
    const current = session.place.kind === 'step' && session.place.id === id
    const state = current ? 'current' : complete ? 'done' : passed ? 'faulty' : 'open'
    const step = { id, title, help, fields, state, complete, reachable } as const
    reachable &&= complete
    return step
  })
  return { form, answers, decision: decide(session.compiled, answers), steps, complete: reachable, faults }
}
