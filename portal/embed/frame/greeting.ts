import type { Greeting } from '../address.ts'
import { trustedGreeting } from './trust.ts'

/** Marks a window's name as ours. */
const mark = 'yijianshi#'

/**
 * The greeting of the element around this window; undefined where there is none to trust. It is taken out of the
 * address, where it would stand in the way of the form's own fragments, and all but the prefill is kept in the window's
 * name, which outlives loading the page again and needs no storage.
 */
export function receiveGreeting(view: Window, allowed: readonly string[]): Greeting | undefined {
  const { location, history, document } = view
  const { hash } = location
  const isNew = /[#&]embed=/.test(hash)
  const kept = view.name.startsWith(mark) ? view.name.slice(mark.length) : ''
  const greeting = trustedGreeting({
    fragment: isNew ? hash : kept,
    referrer: document.referrer,
    ancestors: [...(location.ancestorOrigins ?? [])],
    own: location.origin,
    allowed,
  })
  if (isNew) {
    history.replaceState(history.state, '', location.pathname + location.search)
    const parts = new URLSearchParams(hash.slice(1))
    parts.delete('prefill')
    view.name = mark + parts
  }
  return greeting
}
