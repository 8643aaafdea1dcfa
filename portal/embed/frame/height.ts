import { fewestPixels, mostPixels } from '../protocol.ts'

/** How long a page has to keep still before its height is told, in milliseconds. */
const settling = 60

/**
 * Tells how high the page's content is, now and whenever that changes. The page must not be styled by the height of
 * its window (portal/styles/embedded.css), or the two would chase each other.
 */
export function watchHeight(page: Document, tell: (height: number) => void): void {
  const root = page.documentElement
  let told = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const measure = () => {
    const height = Math.ceil(root.getBoundingClientRect().height)
    if (height === told || height < fewestPixels) return
    told = height
    // A frame that fits its content needs no scroll bar, not even for the moment until the host page has followed.
    root.toggleAttribute('data-fitted', height <= mostPixels)
    tell(Math.min(height, mostPixels))
  }
  new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(measure, settling)
  }).observe(root)
}
