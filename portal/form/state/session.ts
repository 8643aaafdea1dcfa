import { type CompiledBundle, compile } from '../../../rules/index.ts'
import type { Answers, BundleDocument, Fault, Receipt } from '../../../schemas/index.ts'

/** Where the applicant is: in a step, checking everything, or done. */
export type Place = { kind: 'step'; id: string } | { kind: 'review' } | { kind: 'receipt'; receipt: Receipt }

/** All that the form knows. A value: every change makes a new one. */
export interface Session {
  readonly document: BundleDocument
  readonly compiled: CompiledBundle
  readonly number: number
  readonly today: string
  /** All that was ever answered, also of questions that do not show at present; null: left empty on purpose. */
  readonly answers: Answers
  /** Steps that were completed once. */
  readonly passed: ReadonlySet<string>
  readonly place: Place
  /** Whether steps lead back to the review, because the review was reached before. */
  readonly reviewed: boolean
  /** What is wrong with answers, told by us or by the server; pointers into the answers. */
  readonly faults: readonly Fault[]
  /** Grows with every refusal, so that the summary of faults takes the focus each time. */
  readonly refusals: number
  /** The document was replaced by a newer version while the form was being filled in. */
  readonly updated: boolean
}

/**
 * A session that has answered nothing.
 *
 * @throws DocumentError where the document does not hang together.
 */
export function begin(document: BundleDocument, number: number, today: string): Session {
  return {
    document,
    compiled: compile(document),
    number,
    today,
    answers: {},
    passed: new Set(),
    place: { kind: 'step', id: document.form.steps[0]?.id ?? '' },
    reviewed: false,
    faults: [],
    refusals: 0,
    updated: false,
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

/** The field a fault's pointer leads into. */
export function fieldOfFault(fault: Fault): string {
  return decodePointer(fault.pointer)[0] ?? ''
}

/** The segments of a JSON Pointer (RFC 6901). */
export function decodePointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/**
 * The session with the answers of `fields` as given. An empty value takes the answer away, except that a question left
 * empty on purpose stays so. Faults of changed answers are forgotten.
 */
export function answered(session: Session, fields: readonly string[], given: Answers): Session {
  const answers = { ...session.answers }
  const changed = new Set<string>()
  for (const id of fields) {
    if (session.document.form.fields[id]?.derive) continue
    const value = given[id]
    if (isEmpty(value)) {
      if (isEmpty(answers[id])) continue
      delete answers[id]
    } else {
      if (Object.is(answers[id], value) || JSON.stringify(answers[id]) === JSON.stringify(value)) continue
      answers[id] = value
    }
    changed.add(id)
  }
  if (changed.size === 0) return session
  return { ...session, answers, faults: session.faults.filter((fault) => !changed.has(fieldOfFault(fault))) }
}

/** The session after a step was completed: its questions without an answer count as left empty. */
export function passed(session: Session, step: string, fields: readonly string[]): Session {
  const answers = { ...session.answers }
  for (const id of fields) {
    if (isEmpty(answers[id]) && !session.document.form.fields[id]?.derive) answers[id] = null
  }
  return { ...session, answers, passed: new Set([...session.passed, step]), faults: [] }
}

/** The session at another place. */
export function moved(session: Session, place: Place): Session {
  const reviewed = session.reviewed || place.kind === 'review'
  return { ...session, place, reviewed, faults: [], updated: session.updated && place.kind === 'review' }
}

/** The session with faults to show. */
export function refused(session: Session, faults: readonly Fault[]): Session {
  return { ...session, faults, refusals: session.refusals + 1 }
}

/**
 * The session on a newer version of the document: answers to questions that still exist are kept, and every step
 * has to be passed again, though nothing has to be typed again.
 *
 * @throws DocumentError where the document does not hang together.
 */
export function renewed(session: Session, document: BundleDocument, number: number): Session {
  const kept = Object.entries(session.answers).filter(([id]) => Object.hasOwn(document.form.fields, id))
  return {
    ...begin(document, number, session.today),
    answers: Object.fromEntries(kept),
    passed: new Set(document.form.steps.map(({ id }) => id)),
    place: { kind: 'review' },
    reviewed: true,
    refusals: session.refusals,
    updated: true,
  }
}
