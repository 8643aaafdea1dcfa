import { beijingDate } from '../domain/beijing.ts'
import { interviewTurn } from '../domain/interview.ts'
import type { PageRoute } from './page.ts'
import { carriedIn, idsIn, moveIn, postedForm, switched } from './posted.ts'

/** “What may I apply for?”: an interview over all bundles at once. */
export const interviewRoutes: PageRoute[] = [
  {
    method: 'GET',
    path: '/interview',
    async answer({ services: { bundles }, pages, context }) {
      return { html: pages.interview(context, { kind: 'audience', audiences: await bundles.audiences() }) }
    },
  },
  {
    method: 'POST',
    path: '/interview',
    async answer(request) {
      const { services, pages } = request
      const form = await postedForm(request.request)
      const { context, headers } = switched(request, form)
      if (!form.has('begun')) {
        const audiences = await services.bundles.audiences()
        return { html: pages.interview(context, { kind: 'audience', audiences }), headers }
      }
      const { catalogue } = await services.library.all()
      const state = {
        ...carriedIn(form),
        audience: form.getAll('audience').flatMap((codes) => codes.split(' ').filter(Boolean)),
        dismissed: [...idsIn(form, 'dismissed'), ...form.getAll('dismiss')].filter(
          (id) => id !== form.get('restore'),
        ),
      }
      const move = form.has('dismiss') || form.has('restore') ? ({ kind: 'begin' } as const) : moveIn(form)
      const turn = interviewTurn(catalogue, state, move, beijingDate(services.clock.now()))
      return { html: pages.interview(context, { kind: 'turn', turn }), headers }
    },
  },
]
