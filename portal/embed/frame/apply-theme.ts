import type { Refused } from '../protocol.ts'
import { readTheme, type Tokens } from './theme.ts'

/** Gives a page the theme a host page wishes for, instead of the one before. Tells what of it was refused. */
export function themePainter(page: Document): (text: string) => readonly Refused[] {
  const { style } = page.documentElement
  let painted: Tokens = {}
  return (text) => {
    for (const name of Object.keys(painted)) style.removeProperty(name)
    const computed = getComputedStyle(page.documentElement)
    const { tokens, refused } = readTheme(text, (name) => computed.getPropertyValue(name).trim())
    // Whoever asks the browser for more contrast gets our own colours, which are made for it.
    painted = matchMedia('(prefers-contrast: more)').matches ? {} : tokens
    for (const [name, value] of Object.entries(painted)) style.setProperty(name, value)
    return refused
  }
}
