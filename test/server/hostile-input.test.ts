import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseDocument } from '../../rules/publishing.ts'
import { isJsonObject } from '../../schemas/index.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { problemOf } from '../support/problem.ts'
import { startServer, type TestServer } from '../support/server.ts'

const restaurant = parseDocument(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../bundles/open-a-restaurant.json'), 'utf8')),
)

let server: TestServer

beforeAll(async () => {
  server = await startServer({ port: 8801, documents: [smallDocument(), restaurant] })
})
afterAll(() => server?.stop())

const application = { bundle: 'open-a-stall', version: 1, answers: goodAnswers }
const wellFormed: Record<string, object> = {
  '/api/cases': application,
  '/api/bundles/open-a-stall/decisions': { answers: goodAnswers, explain: true, unanswered: 'absent' },
  '/api/bundles/open-a-stall/form': { answers: goodAnswers, language: 'en' },
  '/api/decisions': { answers: { 'business-area': 6, 'open-a-stall.hasSign': true } },
}
const paths = Object.keys(wellFormed)

/** Whatever it is, it is answered; and where it is refused, as a problem. */
async function expectSense(path: string, init: RequestInit): Promise<void> {
  const url = new URL(server.url + path)
  const response = await fetch(url, init)
  expect(response.status, await response.clone().text()).toBeLessThan(500)
  if (response.status >= 400 && /^\/api(\/|$)/.test(url.pathname)) await problemOf(response)
  else await response.arrayBuffer()
}

const post = (path: string, body: BodyInit): Promise<void> =>
  expectSense(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body,
  })

/** Values that have broken something somewhere before. */
const nasty = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    null,
    [],
    {},
    [[]],
    [null],
    'x'.repeat(3000),
    '２０２６-１１-２３',
    '2026-02-30',
    '$[?(@.a)]',
    '1; drop table cases',
  ),
)

/** Every place in a value, as the keys that lead there. */
function placesOf(value: unknown): string[][] {
  const children = Array.isArray(value) || isJsonObject(value) ? Object.entries(value) : []
  return [[], ...children.flatMap(([key, child]) => placesOf(child).map((place) => [key, ...place]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === key ? replaced(each, rest, by) : each))
  return isJsonObject(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value
}

it('answers any JSON at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), nasty, async (path, value) => {
      await post(path, JSON.stringify(value))
    }),
    { numRuns: 300 },
  )
})

it('answers requests that are right but for one place', async () => {
  const change = fc.constantFrom(...paths).chain((path) =>
    fc.record({
      path: fc.constant(path),
      place: fc.constantFrom(...placesOf(wellFormed[path])),
      value: nasty,
    }),
  )
  await fc.assert(
    fc.asyncProperty(change, async ({ path, place, value }) => {
      await post(path, JSON.stringify(replaced(wellFormed[path], place, value)))
    }),
    { numRuns: 600 },
  )
})

it('answers answers under any key', async () => {
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'area', 'business-area'),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.dictionary(key, nasty), async (path, answers) => {
      await post(path, JSON.stringify({ ...wellFormed[path], answers }))
    }),
    { numRuns: 300 },
  )
})

it('answers bytes that are no JSON', async () => {
  const torn = fc
    .tuple(fc.constantFrom(...paths), fc.nat({ max: 200 }))
    .map(([path, length]) => JSON.stringify(wellFormed[path]).slice(0, length))
  const body = fc.oneof(
    fc.uint8Array(),
    fc.string(),
    torn,
    fc.constant('['.repeat(100_000)),
    fc.constant('{"a":'.repeat(50_000)),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, bytes) => {
      await post(path, typeof bytes === 'string' ? bytes : new Uint8Array(bytes))
    }),
    { numRuns: 200 },
  )
})

it('answers any address, parameter and header', async () => {
  const header = fc
    .string({ unit: fc.constantFrom(...' !"#$%,;:=/()<>?@[]{}abcXYZ019é*') })
    .map((text) => text.trim())
  const segment = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.constantFrom(
      'open-a-stall',
      'versions',
      'current',
      '1',
      '0',
      '-1',
      '1e9',
      '%00',
      '%E0%A4%A',
      '..',
      'cases',
    ),
  )
  const query = fc.dictionary(
    fc.constantFrom('q', 'category', 'audience', 'cursor', 'limit', 'lang', 'view'),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '100', 'en', 'WzAsIlx1ZDgwMCIsIiJd', 'W10')),
  )
  const root = fc.constantFrom(
    '/api/bundles',
    '/api/bundles/open-a-stall',
    '/api/cases',
    '/b',
    '/f',
    '',
    '/api',
  )
  const names = fc.constantFrom(
    'Accept-Language',
    'If-None-Match',
    'Cookie',
    'Receipt-Secret',
    'Range',
    'Accept',
  )
  await fc.assert(
    fc.asyncProperty(
      root,
      fc.array(segment, { maxLength: 3 }),
      query,
      fc.dictionary(names, header),
      async (at, more, asked, headers) => {
        const parameters = new URLSearchParams(
          Object.entries(asked).map(([key, value]) => [key, value.toWellFormed()]),
        )
        const path = [at, ...more].join('/')
        await expectSense(`${path.startsWith('/') ? path : `/${path}`}?${parameters}`, {
          headers,
          redirect: 'manual',
        })
      },
    ),
    { numRuns: 500 },
  )
})

it('answers documents that are wrong in one place, and publishes none that cannot decide', async () => {
  const change = fc.constantFrom(smallDocument(), restaurant).chain((document) =>
    fc.record({
      document: fc.constant(document),
      place: fc.constantFrom(...placesOf(document)),
      value: nasty,
    }),
  )
  await fc.assert(
    fc.asyncProperty(change, async ({ document, place, value }) => {
      const response = await server.publish(document.id, JSON.stringify(replaced(document, place, value)))
      expect(response.status, await response.clone().text()).toBeLessThan(500)
      if (response.status >= 400) await problemOf(response)
      const decided = await fetch(`${server.url}/api/bundles/${document.id}/decisions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"answers":{},"explain":true}',
      })
      expect(decided.status, await decided.text()).toBe(200)
    }),
    { numRuns: 200 },
  )
})
