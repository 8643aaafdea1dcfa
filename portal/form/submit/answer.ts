import { isJsonObject, type Problem, type Receipt } from '../../../schemas/index.ts'
import type { Outcome } from './outcome.ts'

const answersPointer = '/answers'

/** What a server says with 429 and 5xx, it may not say the next time. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500
}

/** Tells our server's receipt from what a proxy may answer in its place. The whole schema would be 25 kB to load. */
function isReceipt(body: unknown): body is Receipt {
  return (
    isJsonObject(body) &&
    typeof body.number === 'string' &&
    typeof body.secret === 'string' &&
    isJsonObject(body.decision)
  )
}

/** Tells our server's problem from what a proxy may answer in its place. */
function isProblem(body: unknown): body is Problem {
  return (
    isJsonObject(body) &&
    typeof body.type === 'string' &&
    isJsonObject(body.texts) &&
    Array.isArray(body.errors)
  )
}

/**
 * Reads the server's answer to a submission. What is neither a receipt nor a problem is no answer of ours: it counts
 * as none, and the same key makes trying again safe.
 */
export function readAnswer(status: number, body: unknown): Outcome {
  const succeeded = status === 200 || status === 201
  if (succeeded && isReceipt(body)) return { kind: 'received', receipt: body }
  if (succeeded || isPassing(status) || !isProblem(body)) return { kind: 'unreachable' }
  const problem = body
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
