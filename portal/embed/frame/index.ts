import { compile } from '../../../rules/index.ts'
import type { BundleDocument } from '../../../schemas/index.ts'
import { accepted, type FrameMessage, hostMessageIn, type Refused, sealed } from '../protocol.ts'
import { themePainter } from './apply-theme.ts'
import { receiveGreeting } from './greeting.ts'
import { watchHeight } from './height.ts'
import type { Host } from './host.ts'
import { openLinksOutside } from './links.ts'
import { readPrefill } from './prefill.ts'

export type { Host } from './host.ts'

/** CSS pixels left free above a heading that is brought into sight. */
const headroom = 16

/**
 * Joins the element around this window. Undefined where there is none, or none that may embed this bundle: the form then
 * works by itself and tells nobody anything.
 */
export function joinHost(view: Window, document: BundleDocument): Host | undefined {
  const page = view.document
  openLinksOutside(page)
  const greeting = receiveGreeting(view, document.embed.origins)
  if (!greeting) return undefined
  const { id, origin } = greeting
  const prefill = readPrefill(compile(document), greeting.prefill)
  const tell = (message: FrameMessage) => view.parent.postMessage(sealed(id, message), origin)
  const complain = (code: string, refused: readonly Refused[]) => {
    if (refused.length > 0) tell({ type: 'error', code, refused })
  }

  const paint = themePainter(page)
  view.addEventListener('message', (event) => {
    const content = accepted(event, { source: view.parent, origin, id })
    const message = content && hostMessageIn(content)
    if (message) complain('theme-refused', paint(message.theme))
  })

  return {
    prefill: prefill.answers,
    ready() {
      tell({ type: 'ready' })
      complain('prefill-refused', prefill.refused)
      watchHeight(page, (height) => tell({ type: 'resized', height }))
    },
    begun: () => tell({ type: 'begun' }),
    moved(heading) {
      const top = heading.getBoundingClientRect().top - page.documentElement.getBoundingClientRect().top
      tell({ type: 'moved', top: Math.max(0, Math.floor(top) - headroom) })
    },
    submitted: (number) => tell({ type: 'submitted', number }),
    unreachable: () => tell({ type: 'error', code: 'unreachable', refused: [] }),
  }
}
