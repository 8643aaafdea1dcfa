import type { Answers } from '../../schemas/index.ts'

/** A stored application as far as rules look at it. Its place in the list is all that leads back to the case. */
export type ReplayCase = {
  /** Beijing date of receipt, `YYYY-MM-DD`. */
  readonly receivedOn: string
  /** Region code of the township, null where the form does not ask. */
  readonly township: string | null
  readonly answers: Answers
}
