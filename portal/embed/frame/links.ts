/** Opens links that lead away from the form as pages of their own: in the frame the form would be lost. */
export function openLinksOutside(page: Document): void {
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (!link?.href || link.dataset.switch) return
    const isElsewhere = link.pathname !== page.location.pathname || link.origin !== page.location.origin
    if (isElsewhere) Object.assign(link, { target: '_blank', rel: 'noopener' })
  })
}
