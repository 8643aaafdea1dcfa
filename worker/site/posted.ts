import { generateCookie } from 'hono/cookie'
import { parseJson } from '../../schemas/validator/index.ts'
import type { Move } from '../domain/walk.ts'
import { chosenLanguage } from '../http/language.ts'
import { readText } from '../http/request-body.ts'
import type { PageContext } from '../pages.ts'
import { maxAnswerBytes } from '../routes/parameters.ts'
import type { PageReply, PageRequest } from './page.ts'
import { chosenView, cookieFor } from './preferences.ts'

/** Answers are somebody's own: no cache keeps a page made from them, and no other site learns where it was. */
export const personal = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** Ids in one text, separated by spaces; more of them than any bundle has questions are cut off. */
const mostIds = 2000

/**
 * What a plain form of ours sent. What another site's page sends in a visitor's name counts as nothing: it could put
 * words into their mouth.
 *
 * @throws Refusal `too-large`, or `malformed-json` where it is not UTF-8.
 */
export async function postedForm(request: Request): Promise<URLSearchParams> {
  const text = await readText(request, maxAnswerBytes)
  return new URLSearchParams(request.headers.get('Sec-Fetch-Site') === 'cross-site' ? '' : text)
}

/** Ids that were carried along in a hidden input. */
export function idsIn(form: URLSearchParams, name: string): string[] {
  return (form.get(name) ?? '').split(' ').filter(Boolean).slice(0, mostIds)
}

/**
 * Answers and the questions dealt with, as hidden inputs carried them along.
 *
 * @throws MalformedJsonError, InvalidInputError where the answers are no JSON, too deep, or with keys that are no data.
 */
export function carriedIn(form: URLSearchParams): { answers: unknown; trail: string[] } {
  const answers = form.get('answers')
  return {
    answers: answers ? parseJson(answers, { maxBytes: maxAnswerBytes }) : {},
    trail: idsIn(form, 'trail'),
  }
}

/** What was done on the page, by the button that was pressed. */
export function moveIn(form: URLSearchParams): Move {
  const change = form.get('change')
  if (change) return { kind: 'change', question: change }
  const question = form.get('question')
  const pressed = form.get('do')
  if (pressed === 'stop') return { kind: 'stop' }
  if (!question) return { kind: 'begin' }
  if (form.has('lang') || form.has('view')) return { kind: 'change', question }
  if (pressed === 'more') return { kind: 'stay', question, typed: form }
  const kind = pressed === 'skip' || pressed === 'back' ? pressed : 'answer'
  return { kind, question, typed: form }
}

function withQuery(address: string, name: string, value: string): string {
  const [path, query] = address.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(name, value)
  return `${path}?${parameters}`
}

/**
 * How the page looks after a switch of language or view among its buttons, which keep the answers. Remembered in a
 * cookie, inside another site's page in the address.
 */
export function switched(
  { context, request }: PageRequest,
  form: URLSearchParams,
): { context: PageContext; headers: PageReply['headers'] } {
  const language = chosenLanguage(form.get('lang') ?? undefined)
  const view = chosenView(form.get('view') ?? undefined)
  const [name, value] = language ? ['language', language] : ['view', view]
  const shown = { ...context, ...(language ? { language } : {}), ...(view ? { view } : {}) }
  if (!value) return { context, headers: personal }
  if (context.embedded) {
    const address = withQuery(context.address, name === 'language' ? 'lang' : 'view', value)
    return { context: { ...shown, address }, headers: personal }
  }
  return {
    context: shown,
    headers: { ...personal, 'Set-Cookie': generateCookie(name ?? '', value, cookieFor(request.url)) },
  }
}
