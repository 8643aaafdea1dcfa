import { DocumentError } from '../../rules/publishing.ts'
import { type Language, type Problem, textIn } from '../../schemas/index.ts'
import { InvalidInputError, MalformedJsonError } from '../../schemas/validator/index.ts'
import { Refusal, type RefusalKind } from '../domain/refusal.ts'
import { type Log, StoreBusyError } from '../ports.ts'
import { problemKinds } from './problem-kinds.ts'

/** Seconds after which to try again what a busy service refused. */
const retryAfter = '2'

const headersByKind: Partial<Record<RefusalKind, Record<string, string>>> = {
  unauthorised: { 'WWW-Authenticate': 'Bearer' },
  busy: { 'Retry-After': retryAfter },
}

/** What an error means for the client. What nobody expected is logged, under the `instance` that the client gets. */
export function refusalFor(error: unknown, log: Log): { refusal: Refusal; instance?: string } {
  if (error instanceof Refusal) return { refusal: error }
  if (error instanceof MalformedJsonError) {
    return { refusal: new Refusal('malformed-json', { errors: error.faults }) }
  }
  if (error instanceof InvalidInputError || error instanceof DocumentError) {
    return { refusal: new Refusal('invalid-input', { errors: error.faults }) }
  }
  if (error instanceof StoreBusyError) return { refusal: new Refusal('busy') }
  const instance = `urn:uuid:${crypto.randomUUID()}`
  log.failure(instance, error)
  return { refusal: new Refusal('internal'), instance }
}

/** RFC 9457 `application/problem+json` for a refusal. */
export function problemResponse(refusal: Refusal, language: Language, instance?: string): Response {
  const { status, title, detail } = problemKinds[refusal.kind]
  const problem: Problem = {
    type: `/problems/${refusal.kind}`,
    status,
    title: textIn(title, language),
    ...(detail ? { detail: textIn(detail, language) } : {}),
    texts: title,
    errors: [...refusal.errors],
    ...(refusal.currentVersion === undefined ? {} : { currentVersion: refusal.currentVersion }),
    ...(instance ? { instance } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': language,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
      ...headersByKind[refusal.kind],
    },
  })
}
