/**
 * An empty frame for our page. Styled through its object: a host's content security policy refuses attributes. Not
 * sandboxed, because whoever could misuse our page could misuse this script (docs/adr/0009-embedding.md).
 */
export function createFrame(title: string, isEager: boolean): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.loading = isEager ? 'eager' : 'lazy'
  frame.referrerPolicy = 'origin'
  frame.allow = 'clipboard-write'
  frame.style.cssText = 'display:block;width:100%;height:40rem;border:0'
  return frame
}

/** Scrolls the host page so that a place `top` CSS pixels below the frame's upper edge can be seen, if it cannot. */
export function reveal(frame: HTMLIFrameElement, top: number): void {
  const place = frame.getBoundingClientRect().top + top
  if (place >= 0 && place < innerHeight) return
  frame.style.scrollMarginTop = `${-top}px`
  frame.scrollIntoView()
}
