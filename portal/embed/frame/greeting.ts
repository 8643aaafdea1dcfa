import type { Greeting } from '../address.ts'
import { trustedGreeting } from './trust.ts'

/** Marks a window's name as ours. */
const mark = 'yijianshi#'

/** A greeting, and whether it came with the page's own address: it does with the first page in a frame. */
export type Received = Greeting & { readonly isFirst: boolean }

/**
 * The greeting of the element around this window; undefined where there is none to trust. It is taken out of the
 * address, where it would stand in the way of the form's own fragments, and all but the prefill is kept in the window's
 * name, which outlives loading the page again and needs no storage.
 */
export function receiveGreeting(view: Window, allowed: readonly string[]): Received | undefined {
  const { location, history, document } = view
  const { hash } = location
  const isFirst = /[#&]embed=/.test(hash)
  const kept = view.name.startsWith(mark) ? view.name.slice(mark.length) : ''
  const greeting = trustedGreeting({
    fragment: isFirst ? hash : kept,
    referrer: document.referrer,
    ancestors: [...(location.ancestorOrigins ?? [])],
    own: location.origin,
    allowed,
  })
  if (isFirst) {
    history.replaceState(history.state, '', location.pathname + location.search)
    const parts = new URLSearchParams(hash.slice(1))
    parts.delete('prefill')
    view.name = mark + parts
  }
  return greeting && { ...greeting, isFirst }
}
