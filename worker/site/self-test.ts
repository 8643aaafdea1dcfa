import type { PageRoute } from './page.ts'

/** Bundles to choose from. */
const mostBundles = 100

/** Longest texts that are looked at; what is longer is cut. */
const longest = { site: 200, policy: 4000 }

/** What an integrator's site still lacks before it can embed a form. */
export const selfTestRoute: PageRoute = {
  method: 'GET',
  path: '/embed/self-test',
  async answer({ request, query, services: { library, bundles }, pages, context }) {
    const { bundle = '', site = '', policy = '' } = query
    const entries = await bundles.page({
      words: [],
      category: null,
      audience: null,
      after: null,
      limit: mostBundles,
    })
    const open = bundle === '' ? undefined : await library.open(bundle)
    return {
      html: pages.selfTest(context, {
        server: new URL(request.url).origin,
        bundles: entries.map(({ summary }) => summary),
        asked: { bundle, site: site.trim().slice(0, longest.site), policy: policy.slice(0, longest.policy) },
        listed: open?.compiled.document.embed.origins ?? null,
      }),
    }
  },
}
