import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { CaseStatus, Receipt } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { fromBase64 } from '../../worker/domain/crypto.ts'
import { openAnswers } from '../../worker/domain/seal.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { identityNumberOf } from '../support/identity-number.ts'
import { problemOf } from '../support/problem.ts'
import { emptyTables, rowCounts, secrets, testApp } from './support/app.ts'

const document = smallDocument()
let server = testApp()

beforeEach(async () => {
  await emptyTables()
  server = testApp()
  await server.publish(document)
})

const application = (answers: object = goodAnswers, version = 1) => ({
  bundle: 'open-a-stall',
  version,
  answers,
})

function submit(body: unknown, key: string = crypto.randomUUID()) {
  return server.post('/api/cases', body, { 'Idempotency-Key': key })
}

async function receiptOf(response: Response): Promise<Receipt> {
  return parse(Receipt, await response.json())
}

describe('submitting', () => {
  it('gives a receipt number of region, Beijing date and running number', async () => {
    server.setTime('2026-11-22T16:30:00Z')
    const response = await submit(application())
    expect(response.status).toBe(201)
    const receipt = await receiptOf(response)
    expect(receipt).toMatchObject({ number: '430321-20261123-000001', bundle: 'open-a-stall', version: 1 })
    expect(receipt.decision).toMatchObject({ complete: true, eligibility: 'eligible' })
    expect(response.headers.get('Location')).toBe(`/api/cases/${receipt.number}`)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect((await receiptOf(await submit(application()))).number).toBe('430321-20261123-000002')
  })

  it('starts at one again on the next Beijing day', async () => {
    server.setTime('2026-11-23T15:59:59Z')
    await submit(application())
    server.setTime('2026-11-23T16:00:00Z')
    expect((await receiptOf(await submit(application()))).number).toBe('430321-20261124-000001')
  })

  it('gives the same receipt, secret and all, for the same key and content', async () => {
    const key = 'the-same-key'
    const first = await receiptOf(await submit(application(), key))
    const { version, bundle, answers } = application()
    const reordered = { answers: Object.fromEntries(Object.entries(answers).reverse()), version, bundle }
    const again = await submit(reordered, key)
    expect(again.status).toBe(200)
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
    expect(await receiptOf(again)).toEqual(first)
    expect(await rowCounts()).toMatchObject({ cases: 1 })
  })

  it('gives the same receipt even after a newer version was published', async () => {
    const first = await receiptOf(await submit(application(), 'key-one-two'))
    await server.publish(smallDocument({ keywords: ['newer'] }))
    expect(await receiptOf(await submit(application(), 'key-one-two'))).toEqual(first)
  })

  it('refuses a key that was used for other content', async () => {
    await submit(application(), 'the-same-key')
    const response = await submit(application({ ...goodAnswers, area: 7 }), 'the-same-key')
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({ type: '/problems/idempotency-key-reused' })
    expect(await rowCounts()).toMatchObject({ cases: 1 })
  })

  it('stores the answers that apply, in their one spelling, and derives the rest itself', async () => {
    const idNumber = '11010519491231002x'
    await submit(application({ ...goodAnswers, idNumber, age: 3, hasSign: false, signText: null }))
    const { answers, key, township } = await storedCase()
    const keyBytes = fromBase64(secrets.ANSWERS_KEY)
    if (!keyBytes) throw new Error('The test key is base64.')
    expect(await openAnswers(document, JSON.parse(answers), keyBytes, key)).toEqual({
      ...{ area: 6, hasSign: false, townshipCode: '430321102', age: 76, mobile: '13800138000' },
      ...{ idNumber: '11010519491231002X', helpers: goodAnswers.helpers },
    })
    expect(township).toBe('430321102')
  })

  it('keeps identity numbers, telephones and the secret out of the database', async () => {
    const { secret } = await receiptOf(await submit(application(), 'a-key-of-mine'))
    const stored = JSON.stringify(await storedCase())
    for (const personal of [
      '430321199001010016',
      '13800138000',
      '11010519491231002X',
      secret,
      'a-key-of-mine',
    ]) {
      expect(stored).not.toContain(personal)
    }
    expect(stored).toContain('米粉')
  })

  it('seals each value for its own case and field', async () => {
    await submit(application())
    const { answers, key } = await storedCase()
    const stored = JSON.parse(answers)
    const keyBytes = fromBase64(secrets.ANSWERS_KEY)
    if (!keyBytes) throw new Error('The test key is base64.')
    await expect(openAnswers(document, stored, keyBytes, 'another case')).rejects.toThrow()
    const swapped = { ...stored, idNumber: stored.mobile }
    await expect(openAnswers(document, swapped, keyBytes, key)).rejects.toThrow()
  })

  it('accepts what needs a person to look at it', async () => {
    const response = await submit(application({ ...goodAnswers, area: 200 }))
    expect(response.status).toBe(201)
    expect((await receiptOf(response)).decision.eligibility).toBe('refer')
  })
})

describe('what is refused leaves nothing behind', () => {
  const deep = `${'['.repeat(1000)}${']'.repeat(1000)}`
  const raw = (answers: string) => `{"bundle":"open-a-stall","version":1,"answers":${answers}}`

  it.each<[string, unknown, number, string, string]>([
    ['malformed JSON', '{"bundle":', 400, 'malformed-json', ''],
    ['nothing at all', '', 400, 'malformed-json', ''],
    ['a list for an object', '[]', 422, 'invalid-input', ''],
    ['an unknown property', { ...application(), extra: 1 }, 422, 'invalid-input', '/extra'],
    ['a version in words', { ...application(), version: 'one' }, 422, 'invalid-input', '/version'],
    ['an unknown field', application({ ...goodAnswers, ghost: 1 }), 422, 'invalid-input', '/answers/ghost'],
    ['a wrong type', application({ ...goodAnswers, area: '6' }), 422, 'invalid-input', '/answers/area'],
    ['a missing answer', application({ ...goodAnswers, area: null }), 422, 'invalid-input', '/answers/area'],
    [
      'nothing but spaces',
      application({ ...goodAnswers, signText: ' \u3000' }),
      422,
      'invalid-input',
      '/answers/signText',
    ],
    [
      'a hidden field',
      application({ ...goodAnswers, hasSign: false }),
      422,
      'invalid-input',
      '/answers/signText',
    ],
    ['__proto__', raw('{"__proto__":{"polluted":1}}'), 422, 'invalid-input', '/answers/__proto__'],
    ['constructor', raw('{"constructor":{"prototype":1}}'), 422, 'invalid-input', '/answers/constructor'],
    ['a 1 MB string', application({ ...goodAnswers, signText: 'x'.repeat(1e6) }), 413, 'too-large', ''],
    [
      'a 200 kB string',
      application({ ...goodAnswers, signText: 'x'.repeat(2e5) }),
      422,
      'invalid-input',
      '/answers/signText',
    ],
    [
      '10,000 entries',
      application({ ...goodAnswers, helpers: Array(10_000).fill(1) }),
      422,
      'invalid-input',
      '/answers/helpers',
    ],
    ['depth 1,000', raw(`{"helpers":${deep}}`), 422, 'invalid-input', '/answers/helpers'],
    ['half a character', raw('{"signText":"\\ud800"}'), 422, 'invalid-input', '/answers/signText'],
    ['a number beyond a double', raw('{"area":1e999}'), 422, 'invalid-input', '/answers/area'],
    ['an unknown bundle', { ...application(), bundle: 'nobody' }, 404, 'unknown-bundle', ''],
    ['an unknown version', application(goodAnswers, 9), 404, 'unknown-version', ''],
    [
      'a wrong check digit',
      application({ ...goodAnswers, idNumber: '430321199001010017' }),
      422,
      'invalid-input',
      '/answers/idNumber',
    ],
  ])('%s', async (_what, body, status, type, pointer) => {
    const before = await rowCounts()
    const response = await submit(body)
    const problem = await problemOf(response)
    expect([response.status, problem.type]).toEqual([status, `/problems/${type}`])
    if (pointer) expect(problem.errors.some((fault) => fault.pointer.startsWith(pointer))).toBe(true)
    expect(await rowCounts()).toEqual(before)
  })

  it('a stale version, naming the current one', async () => {
    await server.publish(smallDocument({ keywords: ['newer'] }))
    const response = await submit(application())
    expect(response.status).toBe(409)
    expect(await problemOf(response)).toMatchObject({ type: '/problems/stale-version', currentVersion: 2 })
    expect(await rowCounts()).toMatchObject({ cases: 0, receipt_counters: 0 })
  })

  it('an application that the rules reject, with reason and basis', async () => {
    const response = await submit(application({ ...goodAnswers, idNumber: identityNumberOf('20150101') }))
    expect(response.status).toBe(422)
    const problem = await problemOf(response)
    expect(problem.type).toBe('/problems/not-eligible')
    expect(problem.errors).toMatchObject([
      { keyword: 'adults-only', message: { 'zh-CN': expect.stringContaining('某某办法第八条') } },
    ])
    expect(await rowCounts()).toMatchObject({ cases: 0, receipt_counters: 0 })
  })

  it.each([
    ['no key', undefined],
    ['a short key', '1234567'],
    ['a long key', 'x'.repeat(201)],
    ['a key with spaces', 'two words here'],
  ])('%s', async (_what, key) => {
    const response = await server.post('/api/cases', application(), key ? { 'Idempotency-Key': key } : {})
    expect(response.status).toBe(400)
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/invalid-parameter',
      errors: [{ pointer: '/header/Idempotency-Key' }],
    })
    expect(await rowCounts()).toMatchObject({ cases: 0 })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json-seq', ''])(
    'content called “%s”',
    async (type) => {
      const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': type }
      const response = await server.post('/api/cases', application(), headers)
      expect(response.status).toBe(415)
    },
  )

  it('bytes that are not UTF-8', async () => {
    const response = await server.app.request('/api/cases', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    })
    expect(response.status).toBe(400)
    expect(await problemOf(response)).toMatchObject({ type: '/problems/malformed-json' })
  })

  it('everything, while a key is not configured', async () => {
    for (const missing of [{ ANSWERS_KEY: '' }, { RECEIPT_KEY: undefined }, { ANSWERS_KEY: btoa('short') }]) {
      const response = await testApp(missing).post('/api/cases', application(), {
        'Idempotency-Key': 'some-key-1',
      })
      expect(response.status).toBe(503)
      expect(await problemOf(response)).toMatchObject({ type: '/problems/not-configured' })
    }
    expect(await rowCounts()).toMatchObject({ cases: 0 })
  })
})

describe('the status of a case', () => {
  it('opens with number and secret, and shows nothing personal', async () => {
    const { number, secret, decision } = await receiptOf(await submit(application()))
    const response = await server.get(`/api/cases/${number}`, { 'Receipt-Secret': secret })
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const status = parse(CaseStatus, await response.json())
    expect(status).toMatchObject({ number, state: 'received', title: document.title, decision })
  })

  it('does not tell a wrong secret from an unknown number', async () => {
    const { number } = await receiptOf(await submit(application()))
    const wrong: [string, Record<string, string>][] = [
      [number, { 'Receipt-Secret': 'wrong' }],
      [number, {}],
      ['430321-20261123-999999', { 'Receipt-Secret': 'wrong' }],
      ['nonsense', { 'Receipt-Secret': 'wrong' }],
    ]
    const answers = await Promise.all(
      wrong.map(async ([path, headers]) => {
        const response = await server.get(`/api/cases/${path}`, headers)
        return `${response.status} ${await response.text()}`
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('404')
  })
})

interface StoredRow {
  answers: string
  key: string
  township: string
}

async function storedCase(): Promise<StoredRow> {
  const row = await env.DB.prepare('select * from cases').first<StoredRow>()
  if (!row) throw new Error('No case is stored.')
  return row
}
