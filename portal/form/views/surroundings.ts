/** Parts of the server's page around the form, by selector. */
const parts = ['.skip-link', '.site-header', '.breadcrumb', '#content h1', '.site-footer']

/**
 * Shows the page around the form in another language or size without leaving it, so that no answer is lost: takes the
 * parts around the form from the same page as the server makes it with the other choice. Tells the language it is in.
 *
 * @throws Error where the page cannot be had.
 */
export async function swapSurroundings(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`the page answers ${response.status}`)
  const made = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of parts) {
    const there = made.querySelector(part)
    if (there) document.querySelector(part)?.replaceWith(document.adoptNode(there))
  }
  document.documentElement.lang = made.documentElement.lang
  const { classList } = document.documentElement
  classList.toggle('elder', made.documentElement.classList.contains('elder'))
  return made.documentElement.lang
}

/** Calls `onLanguage` when the visitor switched language or size by the links of the page's header. */
export function watchPreferences(onLanguage: (language: string) => void): () => void {
  const switchInPlace = async (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-switch]') : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { href } = link
    const { switch: kind } = link.dataset
    try {
      onLanguage(await swapSurroundings(href))
      document.querySelector<HTMLElement>(`a[data-switch="${kind}"]`)?.focus()
    } catch {
      // Without the server there is no other page to take parts from; the browser asks before it leaves this one.
      location.assign(href)
    }
  }
  document.addEventListener('click', switchInPlace)
  return () => document.removeEventListener('click', switchInPlace)
}
