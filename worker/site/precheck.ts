import { beijingDate } from '../domain/beijing.ts'
import { clearCard } from '../domain/card.ts'
import { precheck } from '../domain/precheck.ts'
import { versionOf } from './bundle.ts'
import { formAddress } from './card.ts'
import type { PageReply, PageRequest, PageRoute } from './page.ts'
import { carriedIn, moveIn, postedForm, switched } from './posted.ts'

/** The next question; the clear card once nothing is left to ask, or as soon as one may certainly not apply. */
async function answer(request: PageRequest, form: URLSearchParams): Promise<PageReply> {
  const { parameters, services, pages } = request
  const { library, clock } = services
  const open = await library.open(parameters.id ?? '')
  const { context, headers } = switched(request, form)
  const framedBy = open.compiled.document.embed.origins
  const version = versionOf(open)
  const today = beijingDate(clock.now())
  const carried = carriedIn(form)
  const { question, ...state } = precheck(open.compiled, carried, moveIn(form), today)
  if (question) return { html: pages.precheck(context, { version, question, ...state }), framedBy, headers }
  const card = clearCard(open.compiled, state.walk, today)
  const page = { version, card, formAddress: formAddress(request), ended: true }
  return { html: pages.card(context, page), framedBy, headers }
}

export const precheckRoutes: PageRoute[] = [
  {
    method: 'GET',
    path: '/p/:id',
    async answer(request) {
      const { headers: _, ...reply } = await answer(request, new URLSearchParams())
      return reply
    },
  },
  {
    method: 'POST',
    path: '/p/:id',
    answer: async (request) => answer(request, await postedForm(request.request)),
  },
]
