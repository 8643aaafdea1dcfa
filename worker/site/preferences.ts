import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Language } from '../../schemas/index.ts'
import { acceptedLanguage, chosenLanguage } from '../http/language.ts'
import type { View } from '../pages.ts'

const views: readonly View[] = ['standard', 'elder']

/** The view a person chose by name; undefined for any other text. */
export function chosenView(text: string | undefined): View | undefined {
  return views.find((view) => view === text)
}

const oneYear = 365 * 24 * 60 * 60
const lasting = { path: '/', sameSite: 'Lax', maxAge: oneYear } as const

/** How a choice made at `address` is remembered. */
export function cookieFor(address: string) {
  return { ...lasting, secure: new URL(address).protocol === 'https:' }
}

/** How a visitor wants to be shown things, and the page's address to be shown them otherwise. */
export interface Preferences {
  language: Language
  view: View
  /** Inside another site's page, as `embed` in the address says. */
  embedded: boolean
  address: string
}

/** What the address asks for, else what was chosen earlier, else what the browser prefers. */
export function preferencesOf(context: Context): Preferences {
  const url = new URL(context.req.url)
  const language =
    chosenLanguage(url.searchParams.get('lang') ?? undefined) ??
    chosenLanguage(getCookie(context, 'language')) ??
    acceptedLanguage(context.req.header('Accept-Language'))
  const view = chosenView(url.searchParams.get('view') ?? getCookie(context, 'view')) ?? 'standard'
  const embedded = url.searchParams.has('embed')
  if (!embedded) {
    url.searchParams.delete('lang')
    url.searchParams.delete('view')
  }
  return { language, view, embedded, address: url.pathname + url.search }
}

/**
 * Remembers a choice made in the address and goes on to the clean one. Not inside a frame of another site, where
 * cookies are often refused: there the choice stays in the address.
 */
export function rememberChoice(context: Context, preferences: Preferences): Response | null {
  const { language, view, embedded, address } = preferences
  const { lang: chosenLang, view: chosen } = context.req.query()
  if (chosenLang === undefined && chosen === undefined) return null
  if (embedded || context.req.header('Sec-Fetch-Dest') === 'iframe') return null
  const cookie = cookieFor(context.req.url)
  if (chosenLanguage(chosenLang)) setCookie(context, 'language', language, cookie)
  if (chosenView(chosen)) setCookie(context, 'view', view, cookie)
  return context.redirect(address, 303)
}
