import { fromBase64 } from '../domain/crypto.ts'
import type { Keys } from '../ports.ts'

const keyBytes = 32
const shortestToken = 16

function parseKey(text: string | undefined): Keys['answers'] {
  const bytes = text ? fromBase64(text) : null
  return bytes?.byteLength === keyBytes ? bytes : null
}

/** The operator's keys; what is missing or malformed is null. */
export function parseKeys(secrets: {
  ANSWERS_KEY?: string
  RECEIPT_KEY?: string
  PUBLISH_TOKEN?: string
}): Keys {
  const token = secrets.PUBLISH_TOKEN ?? ''
  return {
    answers: parseKey(secrets.ANSWERS_KEY),
    receipts: parseKey(secrets.RECEIPT_KEY),
    publishToken: token.length >= shortestToken ? token : null,
  }
}
