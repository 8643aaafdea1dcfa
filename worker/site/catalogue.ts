import { cataloguePage } from '../domain/catalogue.ts'
import type { PageRoute } from './page.ts'

/** Bundles on one page of the catalogue. */
const pageLength = 50

/** Longest search that is looked for; what is longer is cut, because a page has nobody to complain to. */
const longestSearch = 200

export const catalogueRoute: PageRoute = {
  method: 'GET',
  path: '/',
  async answer({ query, services: { bundles }, pages, context }) {
    const { q = '', category = '', audience = '', cursor = '' } = query
    const asked = { q: q.slice(0, longestSearch), category, audience }
    const [page, categories, audiences] = await Promise.all([
      cataloguePage(bundles, { ...asked, cursor, limit: pageLength }),
      bundles.categories(),
      bundles.audiences(),
    ])
    const next = page.next && new URLSearchParams({ ...asked, cursor: page.next })
    const data = { query: asked, bundles: page.bundles, nextAddress: next ? `/?${next}` : null }
    return { html: pages.catalogue(context, { ...data, categories, audiences }) }
  },
}
