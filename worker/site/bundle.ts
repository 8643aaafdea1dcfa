import { decide } from '../../rules/index.ts'
import type { Version } from '../../schemas/index.ts'
import { beijingDate } from '../domain/beijing.ts'
import { keptAnswers } from '../domain/kept-answers.ts'
import type { OpenVersion } from '../domain/library.ts'
import type { PageReply, PageRequest, PageRoute } from './page.ts'
import { carriedIn, personal, postedForm } from './posted.ts'

export function versionOf({ version, compiled }: OpenVersion): Version {
  const { bundle, number, hash, publishedAt } = version
  return { bundle, number, hash, publishedAt, document: compiled.document }
}

export const bundleRoute: PageRoute = {
  method: 'GET',
  path: '/b/:id',
  async answer({ parameters: { id = '' }, services: { library }, pages, context }) {
    const open = await library.open(id)
    const decision = decide(open.compiled, {})
    return { html: pages.bundle(context, { version: versionOf(open), decision }) }
  },
}

async function form(request: PageRequest, sent: unknown): Promise<PageReply> {
  const { parameters, services, pages, context } = request
  const open = await services.library.open(parameters.id ?? '')
  const today = beijingDate(services.clock.now())
  const answers = keptAnswers(open.compiled, sent, today)
  return {
    html: pages.form(context, { version: versionOf(open), today, answers }),
    framedBy: open.compiled.document.embed.origins,
  }
}

export const formRoutes: PageRoute[] = [
  { method: 'GET', path: '/f/:id', answer: (request) => form(request, {}) },
  {
    method: 'POST',
    path: '/f/:id',
    async answer(request) {
      const { answers } = carriedIn(await postedForm(request.request))
      return { ...(await form(request, answers)), headers: personal }
    },
  },
]
