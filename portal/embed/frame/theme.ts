import type { Refused } from '../protocol.ts'
import { isRecord } from '../record.ts'
import { themeNames } from '../theme-names.ts'
import { channelsOf, contrast, hexOf, mixed } from './colour.ts'

/** The portal's own tokens (portal/styles/tokens.css), by name, with the values to give them. */
export type Tokens = Readonly<Record<string, string>>

export interface Theme {
  readonly tokens: Tokens
  readonly refused: readonly Refused[]
}

/** Least contrast of text (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5

/** Colours of text that stands on the ground, and so must stay readable on it. */
const textTokens = ['--ink', '--ink-soft', '--red', '--green', '--amber', '--blue'] as const

const white = [255, 255, 255] as const
const black = [0, 0, 0] as const

function accentTokens(value: string): Tokens | string {
  const accent = channelsOf(value)
  if (!accent) return 'invalid'
  const tint = mixed(accent, white, 0.1)
  if (contrast(accent, tint) < leastContrast) return 'contrast'
  return {
    '--blue': hexOf(accent),
    '--blue-deep': hexOf(mixed(accent, black, 0.75)),
    '--blue-tint': hexOf(tint),
  }
}

function groundTokens(value: string, token: (name: string) => string): Tokens | string {
  const ground = channelsOf(value)
  if (!ground) return 'invalid'
  const isReadable = textTokens.every((name) => {
    const text = channelsOf(token(name))
    return !text || contrast(text, ground) >= leastContrast
  })
  return isReadable ? { '--ground': hexOf(ground) } : 'contrast'
}

function radiusTokens(value: string): Tokens | string {
  return /^(?:\d|1\d|2[0-4])px$/.test(value) ? { '--radius': value } : 'invalid'
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The theme a host page wishes for, as far as it is taken: names from the list, colours as `#rgb` or `#rrggbb` in which
 * all text stays readable, a radius of 0 to 24 pixels. The rest is named with the reason.
 *
 * @param token the present value of a token of ours
 */
export function readTheme(text: string, token: (name: string) => string): Theme {
  const wished = read(text)
  if (!isRecord(wished)) return { tokens: {}, refused: [{ name: '', reason: 'malformed' }] }
  const unknown = Object.keys(wished).filter((name) => !themeNames.some((known) => known === name))
  const refused: Refused[] = unknown.slice(0, 20).map(() => ({ name: '', reason: 'unknown' }))
  const tokens: Record<string, string> = {}
  const make = {
    accent: accentTokens,
    ground: (value: string) => groundTokens(value, (name) => tokens[name] ?? token(name)),
    radius: radiusTokens,
  }
  for (const name of themeNames) {
    const value = Object.hasOwn(wished, name) ? wished[name] : undefined
    if (value === undefined) continue
    const made = typeof value === 'string' ? make[name](value) : 'invalid'
    if (typeof made === 'string') refused.push({ name, reason: made })
    else Object.assign(tokens, made)
  }
  return { tokens, refused }
}
