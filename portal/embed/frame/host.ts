import type { Answers } from '../../../schemas/index.ts'

/** What the form tells whoever shows it. Never an answer, and of a receipt only its number. */
export interface Host {
  /** Answers given beforehand. */
  readonly prefill: Answers
  /** The form can be used. */
  ready(): void
  /** The applicant answered something. */
  begun(): void
  /** The applicant is at another step, which starts with this heading. */
  moved(heading: Element): void
  submitted(number: string): void
  /** The server cannot be reached. */
  unreachable(): void
}
