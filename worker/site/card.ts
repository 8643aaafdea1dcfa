import { beijingDate } from '../domain/beijing.ts'
import { clearCard } from '../domain/card.ts'
import { versionOf } from './bundle.ts'
import type { PageReply, PageRequest, PageRoute } from './page.ts'
import { carriedIn, postedForm, switched } from './posted.ts'

/** Where the form of the page's bundle stands on this server; no answers in it. */
export function formAddress({ request, parameters }: PageRequest): string {
  return new URL(`/f/${parameters.id ?? ''}`, request.url).href
}

async function answer(request: PageRequest, form: URLSearchParams): Promise<PageReply> {
  const { parameters, services, pages } = request
  const { library, clock } = services
  const open = await library.open(parameters.id ?? '')
  const { context, headers } = switched(request, form)
  const card = clearCard(open.compiled, carriedIn(form), beijingDate(clock.now()))
  const page = { version: versionOf(open), card, formAddress: formAddress(request), ended: false }
  return { html: pages.card(context, page), framedBy: open.compiled.document.embed.origins, headers }
}

export const cardRoutes: PageRoute[] = [
  {
    method: 'GET',
    path: '/c/:id',
    async answer(request) {
      const { headers: _, ...reply } = await answer(request, new URLSearchParams())
      return reply
    },
  },
  {
    method: 'POST',
    path: '/c/:id',
    answer: async (request) => answer(request, await postedForm(request.request)),
  },
]
