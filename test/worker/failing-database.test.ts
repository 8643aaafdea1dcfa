import { env } from 'cloudflare:test'
import { beforeEach, expect, it } from 'vitest'
import { Receipt } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { problemOf } from '../support/problem.ts'
import { emptyTables, rowCounts, testApp } from './support/app.ts'

/** Ways in which a batch may fail: before it starts, in the middle, or after it was stored and before we hear of it. */
const faults = ['before', 'during', 'after'] as const
type Fault = (typeof faults)[number] | null

const overloaded = () => new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.')

/** The database with batches that fail as `next` says. */
function failing(next: () => Fault): D1Database {
  return new Proxy(env.DB, {
    get(database, property) {
      if (property === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const fault = next()
          if (fault === 'before') throw overloaded()
          const poison =
            fault === 'during' ? [database.prepare('insert into cases (number) values (null)')] : []
          const result = await database.batch([...statements, ...poison])
          if (fault === 'after') throw overloaded()
          return result
        }
      }
      const value: unknown = Reflect.get(database, property)
      return typeof value === 'function' ? value.bind(database) : value
    },
  })
}

const application = (area: number) => ({
  bundle: 'open-a-stall',
  version: 1,
  answers: { ...goodAnswers, area },
})

beforeEach(async () => {
  await emptyTables()
  await testApp().publish(smallDocument())
})

it('stores every accepted application once and numbers them without a gap, whatever fails', async () => {
  let calls = 0
  const server = testApp({
    DB: failing(() => [null, 'before', null, 'during', 'after'][calls++ % 5] as Fault),
  })
  const keys = Array.from({ length: 40 }, (_, index) => `application-${index}`)
  const receipts = new Map<string, Set<string>>()

  async function send(key: string, area: number, attempts = 50): Promise<void> {
    if (attempts === 0) throw new Error(`${key} was never accepted.`)
    const response = await server.post('/api/cases', application(area), { 'Idempotency-Key': key })
    if (response.status >= 500) {
      await response.text()
      return send(key, area, attempts - 1)
    }
    const { number, secret } = parse(Receipt, await response.json())
    receipts.set(key, (receipts.get(key) ?? new Set()).add(`${number} ${secret}`))
  }
  await Promise.all(keys.flatMap((key, index) => [send(key, index), send(key, index), send(key, index)]))

  expect(calls).toBeGreaterThan(keys.length)
  for (const given of receipts.values()) expect(given.size).toBe(1)
  const stored = await env.DB.prepare('select number from cases order by number').all<{ number: string }>()
  expect(stored.results.map(({ number }) => Number(number.slice(-6)))).toEqual(
    keys.map((_, index) => index + 1),
  )
})

it('says that it is busy and when to try again', async () => {
  const server = testApp({ DB: failing(() => 'before') })
  const response = await server.post('/api/cases', application(6), { 'Idempotency-Key': 'a-key-to-retry' })
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('2')
  expect(await problemOf(response)).toMatchObject({ type: '/problems/busy' })
  expect(await rowCounts()).toMatchObject({ cases: 0, receipt_counters: 0 })
})

it('answers an unexpected failure with a reference and nothing else, and logs it', async () => {
  const server = testApp({ DB: failing(() => 'during') })
  const response = await server.post('/api/cases', application(6), { 'Idempotency-Key': 'a-key-to-fail' })
  expect(response.status).toBe(500)
  const text = await response.clone().text()
  expect(text).not.toMatch(/insert|cases|NULL|430321199001010016/i)
  expect((await problemOf(response)).instance).toMatch(/^urn:uuid:/)
  expect(server.failures).toHaveLength(1)
  expect(await rowCounts()).toMatchObject({ cases: 0, receipt_counters: 0 })
})

it('publishes all of a version or nothing of it', async () => {
  const server = testApp({ DB: failing(() => 'during') })
  await server.publish(smallDocument({ keywords: ['newer'] }))
  expect(await rowCounts()).toMatchObject({ bundles: 1, versions: 1 })
})
