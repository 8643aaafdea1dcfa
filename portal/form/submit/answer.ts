import { Problem, Receipt } from '../../../schemas/index.ts'
import { parse } from '../../../schemas/validator/index.ts'
import type { Outcome } from './outcome.ts'

const answersPointer = '/answers'

/** What a server says with 429 and 5xx, it may not say the next time. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500
}

/**
 * Reads the server's answer to a submission.
 *
 * @throws InvalidInputError where it is neither a receipt nor a problem.
 */
export function readAnswer(status: number, body: unknown): Outcome {
  if (status === 200 || status === 201) return { kind: 'received', receipt: parse(Receipt, body) }
  if (isPassing(status)) return { kind: 'unreachable' }
  const problem = parse(Problem, body)
  switch (problem.type) {
    case '/problems/stale-version':
      return { kind: 'stale' }
    case '/problems/not-eligible':
      return { kind: 'not-eligible', faults: problem.errors }
    case '/problems/invalid-input':
      return {
        kind: 'invalid',
        faults: problem.errors
          .filter(({ pointer }) => pointer.startsWith(answersPointer))
          .map((fault) => ({ ...fault, pointer: fault.pointer.slice(answersPointer.length) })),
      }
    default:
      return { kind: 'refused', title: problem.texts, instance: problem.instance }
  }
}
