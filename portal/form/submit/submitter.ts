import type { CaseSubmission } from '../../../schemas/index.ts'
import { readAnswer } from './answer.ts'
import type { Outcome } from './outcome.ts'

/** A slow network may take its time; nothing at all for this long is no network. */
const patience = 30_000

/**
 * Submits under one Idempotency-Key for as long as the content stays the same, so that trying again after a lost
 * answer stores nothing twice. Other content gets another key, as the server demands.
 */
export class Submitter {
  #key = ''
  #content = ''
  readonly #send: typeof fetch

  constructor(send: typeof fetch) {
    this.#send = send
  }

  async submit(submission: CaseSubmission): Promise<Outcome> {
    const content = JSON.stringify(submission)
    if (content !== this.#content) {
      this.#content = content
      this.#key = crypto.randomUUID()
    }
    try {
      const response = await this.#send('/api/cases', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': this.#key },
        body: content,
        signal: AbortSignal.timeout(patience),
      })
      return readAnswer(response.status, await response.json())
    } catch {
      // No connection, no answer in time, or an answer that is none of ours, such as a proxy's page.
      return { kind: 'unreachable' }
    }
  }
}
