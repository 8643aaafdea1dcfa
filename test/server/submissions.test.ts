import { afterAll, beforeAll, expect, it } from 'vitest'
import { Receipt } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { startServer, type TestServer } from '../support/server.ts'

const clients = 64
const applications = 160
/** Every application is sent this often, by different clients. */
const repeats = 4

let server: TestServer

beforeAll(async () => {
  server = await startServer({ port: 8801, documents: [smallDocument()] })
})
afterAll(() => server?.stop())

/** Sends one application; a client that loses patience hears nothing, and tries again with the same key. */
async function send(application: number, impatient: boolean): Promise<Receipt> {
  const body = { bundle: 'open-a-stall', version: 1, answers: { ...goodAnswers, area: application } }
  const response = await fetch(`${server.url}/api/cases`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `application-${application}` },
    body: JSON.stringify(body),
    ...(impatient ? { signal: AbortSignal.timeout(30) } : {}),
  }).catch(() => null)
  if (!response) return send(application, false)
  expect(response.status).toBeOneOf([200, 201])
  return parse(Receipt, await response.json())
}

it('takes every application once under 64 clients, with numbers that neither repeat nor leave a gap', async () => {
  const jobs = Array.from({ length: applications * repeats }, (_, index) => (index * 7) % applications)
  const receipts = new Map<number, Set<string>>()

  async function client(name: number): Promise<void> {
    for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
      const { number, secret } = await send(job, (name + jobs.length) % 5 === 0)
      receipts.set(job, (receipts.get(job) ?? new Set()).add(`${number} ${secret}`))
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, name) => client(name)))

  expect(receipts.size).toBe(applications)
  const given = [...receipts.values()].map((set) => [...set])
  expect(given.filter((set) => set.length !== 1)).toEqual([])
  const numbers = given.map(([receipt]) => Number(receipt?.slice(16, 22))).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: applications }, (_, index) => index + 1))
})
