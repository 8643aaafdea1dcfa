import { accepted, type FrameMessage, hostMessageIn, type Refused, sealed } from '../protocol.ts'
import { themePainter } from './apply-theme.ts'
import { receiveGreeting } from './greeting.ts'
import { watchHeight } from './height.ts'
import { openLinksOutside } from './links.ts'

/** CSS pixels left free above a place that is brought into sight. */
const headroom = 16

/** A page's way to tell the element around it what happens. */
export interface Connection {
  /** JSON as the host page wrote it, or empty; given to the first page in a frame only. */
  readonly prefill: string
  /** Whether this is the first page in its frame. */
  readonly isFirst: boolean
  tell(message: FrameMessage): void
  /** Tells what was not taken over, if anything. */
  complain(code: string, refused: readonly Refused[]): void
  /** Tells that the page can be used, and from now on how high it is. */
  ready(): void
  /** Tells that something else starts here, which should be in sight. */
  moved(start: Element): void
}

/**
 * Connects a page with the element around its window, and does what that wishes. Undefined where there is none, or none
 * that the sites of `origins` account for; nobody is told anything then.
 */
export function connect(view: Window, origins: readonly string[]): Connection | undefined {
  const page = view.document
  openLinksOutside(page)
  const received = receiveGreeting(view, origins)
  if (!received) return undefined
  const { id, origin, prefill, isFirst } = received

  function tell(message: FrameMessage): void {
    view.parent.postMessage(sealed(id, message), origin)
  }

  function complain(code: string, refused: readonly Refused[]): void {
    if (refused.length > 0) tell({ type: 'error', code, refused })
  }

  const paint = themePainter(page)
  view.addEventListener('message', (event) => {
    const content = accepted(event, { source: view.parent, origin, id })
    const message = content && hostMessageIn(content)
    if (message) complain('theme-refused', paint(message.theme))
  })

  return {
    prefill,
    isFirst,
    tell,
    complain,
    ready() {
      tell({ type: 'ready' })
      watchHeight(page, (height) => tell({ type: 'resized', height }))
    },
    moved(start) {
      const top = start.getBoundingClientRect().top - page.documentElement.getBoundingClientRect().top
      tell({ type: 'moved', top: Math.max(0, Math.floor(top) - headroom) })
    },
  }
}
