const policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
}

/** Headers of every answer. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}

/**
 * Headers of the staff site's page. Its components bring their styles along in the page, each with the nonce that this
 * one answer names; nobody frames it.
 */
export function staffHeaders(nonce: string): Record<string, string> {
  const sources = { ...policy, 'style-src': ["'self'", `'nonce-${nonce}'`], 'frame-ancestors': ["'none'"] }
  const directives = Object.entries(sources).map(
    ([directive, allowed]) => `${directive} ${allowed.join(' ')}`,
  )
  return {
    'Content-Security-Policy': directives.join('; '),
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

/** Headers of an answer that is data and never a page. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}

function contentSecurityPolicy(frameAncestors: readonly string[]): string {
  return Object.entries({ ...policy, 'frame-ancestors': frameAncestors })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

/** Headers of a page that only this site may frame. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy(["'self'"]),
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Headers of a page that the given origins may frame too. X-Frame-Options cannot say that, so it is left out. */
export function embeddableHeaders(origins: readonly string[]): Record<string, string> {
  return { 'Content-Security-Policy': contentSecurityPolicy(["'self'", ...origins]) }
}
