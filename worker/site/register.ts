import type { Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { Refusal } from '../domain/refusal.ts'
import { allowedMethods } from '../http/api.ts'
import { problemResponse, refusalFor } from '../http/problem.ts'
import { problemKinds } from '../http/problem-kinds.ts'
import { embeddableHeaders, pageHeaders } from '../http/security-headers.ts'
import type { Pages } from '../pages.ts'
import type { Services } from '../services.ts'
import { type PageReply, type PageRoute, pageContext } from './page.ts'
import { preferencesOf, rememberChoice } from './preferences.ts'

/** A page depends on who asks for it; it may be kept and has to be asked about each time. */
const cacheHeaders = { 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Accept-Language, Sec-Fetch-Dest' }

async function respond({ html, framedBy, headers }: PageReply, status: number): Promise<Response> {
  const framing = framedBy ? embeddableHeaders(framedBy) : pageHeaders
  const type = { 'Content-Type': 'text/html; charset=UTF-8' }
  return new Response(await html, { status, headers: { ...type, ...cacheHeaders, ...framing, ...headers } })
}

/** The citizens' pages, from their route table, and a page for whatever goes wrong. */
export function registerSite(
  app: Hono,
  routes: readonly PageRoute[],
  services: Services,
  pages: Pages,
): void {
  const byPath = Map.groupBy(routes, ({ path }) => path)

  for (const path of byPath.keys()) app.use(path, etag())
  for (const { method, path, answer } of routes) {
    app.on(method, path, async (context) => {
      const preferences = preferencesOf(context)
      const redirect = method === 'GET' ? rememberChoice(context, preferences) : null
      if (redirect) return redirect
      const reply = await answer({
        request: context.req.raw,
        parameters: context.req.param(),
        query: context.req.query(),
        services,
        pages,
        context: await pageContext(services, preferences),
      })
      return respond(reply, reply.status ?? 200)
    })
  }
  for (const [path, group] of byPath) {
    app.all(path, async (context) => {
      const response = await failed(context, new Refusal('method-not-allowed'))
      response.headers.set('Allow', allowedMethods(group.map(({ method }) => method)))
      return response
    })
  }

  async function failed(context: Context, error: unknown): Promise<Response> {
    const { refusal, instance } = refusalFor(error, services.log)
    const { status, title } = problemKinds[refusal.kind]
    const preferences = preferencesOf(context)
    try {
      const shown = await pageContext(services, preferences)
      const data = { status, title, instance: instance ?? null }
      const html = status === 404 ? pages.notFound(shown) : pages.failure(shown, data)
      return await respond({ html }, status)
    } catch {
      // Not even the page about the error could be made; the same facts without it.
      return problemResponse(refusal, preferences.language, instance)
    }
  }

  app.notFound((context) => failed(context, new Refusal('not-found')))
  app.onError((error, context) => failed(context, error))
}
