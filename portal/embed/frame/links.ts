/**
 * Opens links that lead away as pages of their own, because in the frame the form would be lost. Pages made for the
 * frame say so in their address.
 */
export function openLinksOutside(page: Document): void {
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (!link?.href || link.dataset.switch) return
    const isHere = link.origin === page.location.origin && link.pathname === page.location.pathname
    const isEmbedded = link.origin === page.location.origin && new URLSearchParams(link.search).has('embed')
    if (!isHere && !isEmbedded) Object.assign(link, { target: '_blank', rel: 'noopener' })
  })
}
