import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { Refusal } from '../domain/refusal.ts'
import type { Services } from '../services.ts'
import { acceptedLanguage, chosenLanguage } from './language.ts'
import type { Operation, Reply } from './operation.ts'
import { problemResponse, refusalFor } from './problem.ts'
import { apiHeaders } from './security-headers.ts'

/** Seconds for which a browser may remember that a page of another site may call us. */
const preflightAge = 86400

function languageFor(context: Context) {
  return chosenLanguage(context.req.query('lang')) ?? acceptedLanguage(context.req.header('Accept-Language'))
}

function answer({ status, body, headers }: Reply): Response {
  const type = body === undefined ? undefined : { 'Content-Type': 'application/json' }
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { ...type, ...headers },
  })
}

/** The methods a path answers to, with those that come for nothing. */
export function allowedMethods(methods: readonly string[]): string {
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ')
}

/** The API's routes below `/api`, from the route table. */
export function registerApi(operations: readonly Operation[], services: Services): Hono {
  const api = new Hono()
  const byPath = Map.groupBy(operations, ({ path }) => path.replace(/^\/api/, ''))

  api.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(apiHeaders)) context.res.headers.set(name, value)
  })
  for (const [path, group] of byPath) {
    const allowMethods = group.filter(({ crossOrigin }) => crossOrigin).map(({ method }) => method)
    if (allowMethods.length > 0) {
      const allowHeaders = ['Content-Type', 'If-None-Match']
      api.use(
        path,
        cors({ origin: '*', allowMethods, allowHeaders, exposeHeaders: ['ETag'], maxAge: preflightAge }),
      )
    }
  }
  for (const [path, group] of byPath) {
    for (const operation of group) {
      api.on(operation.method, path, async (context) => {
        const { raw } = context.req
        const given = { request: raw, path: context.req.param(), query: context.req.query() }
        return answer(await operation.run({ ...given, language: languageFor(context) }, services))
      })
    }
  }
  for (const [path, group] of byPath) {
    api.all(path, (context) => {
      const response = problemResponse(new Refusal('method-not-allowed'), languageFor(context))
      response.headers.set('Allow', allowedMethods(group.map(({ method }) => method)))
      return response
    })
  }
  api.all('/*', (context) => problemResponse(new Refusal('not-found'), languageFor(context)))
  api.onError((error, context) => {
    const { refusal, instance } = refusalFor(error, services.log)
    return problemResponse(refusal, languageFor(context), instance)
  })
  return api
}
