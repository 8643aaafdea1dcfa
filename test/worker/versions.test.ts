import { beforeEach, describe, expect, it } from 'vitest'
import { Version, VersionPage } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { smallDocument } from '../support/documents.ts'
import { problemOf } from '../support/problem.ts'
import { emptyTables, rowCounts, testApp, token } from './support/app.ts'

const server = testApp()
const versions = '/api/bundles/open-a-stall/versions'
const first = smallDocument()
const second = smallDocument({ keywords: ['second'] })

beforeEach(emptyTables)

describe('published versions', () => {
  it('are numbered from one and addressed by number', async () => {
    const created = await server.publish(first)
    expect(created.status).toBe(201)
    expect(created.headers.get('Location')).toBe(`${versions}/1`)
    await server.publish(second)
    const version = parse(Version, await (await server.get(`${versions}/1`)).json())
    expect(version).toMatchObject({ bundle: 'open-a-stall', number: 1, document: first })
    expect(await server.get('/api/bundles/open-a-stall').then((response) => response.json())).toMatchObject({
      version: 2,
    })
  })

  it('keep the author’s order of items and materials', async () => {
    const items = { zebra: first.items.stall, apple: first.items.stall }
    const document = smallDocument({ items: { ...first.items, ...JSON.parse(JSON.stringify(items)) } })
    await server.publish(document)
    const version = parse(Version, await (await server.get(`${versions}/1`)).json())
    expect(Object.keys(version.document.items)).toEqual(['stall', 'zebra', 'apple'])
  })

  it('never change: a year in any cache, and 304 for who has them', async () => {
    await server.publish(first)
    const response = await server.get(`${versions}/1`)
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    const { hash } = parse(Version, await response.json())
    expect(response.headers.get('ETag')).toBe(`"${hash}"`)
    const again = await server.get(`${versions}/1`, { 'If-None-Match': `"other", W/"${hash}"` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('are asked about each time under their changing address', async () => {
    await server.publish(first)
    const response = await server.get(`${versions}/current`)
    const tag = response.headers.get('ETag') ?? ''
    expect(response.headers.get('Cache-Control')).toBe('no-cache')
    expect((await server.get(`${versions}/current`, { 'If-None-Match': tag })).status).toBe(304)
    await server.publish(second)
    const changed = await server.get(`${versions}/current`, { 'If-None-Match': tag })
    expect(parse(Version, await changed.json()).number).toBe(2)
  })

  it('tell a client of a roll-back although it has the same content under an older number', async () => {
    await server.publish(first)
    const tag = (await server.get(`${versions}/current`)).headers.get('ETag') ?? ''
    await server.publish(second)
    await server.publish(first)
    const response = await server.get(`${versions}/current`, { 'If-None-Match': tag })
    expect(parse(Version, await response.json()).number).toBe(3)
  })

  it('are listed newest first, page by page', async () => {
    for (const keyword of ['a', 'b', 'c']) await server.publish(smallDocument({ keywords: [keyword] }))
    const page = parse(VersionPage, await (await server.get(`${versions}?limit=2`)).json())
    expect(page.versions.map(({ number }) => number)).toEqual([3, 2])
    const rest = parse(
      VersionPage,
      await (await server.get(`${versions}?limit=2&cursor=${page.next}`)).json(),
    )
    expect(rest.versions.map(({ number }) => number)).toEqual([1])
    expect(rest.next).toBeNull()
  })

  it.each([
    ['/api/bundles/nobody/versions', '/problems/unknown-bundle'],
    ['/api/bundles/nobody/versions/current', '/problems/unknown-bundle'],
    ['/api/bundles/nobody/versions/1', '/problems/unknown-bundle'],
    [`${versions}/2`, '/problems/unknown-version'],
    [`${versions}/0`, '/problems/unknown-version'],
    [`${versions}/one`, '/problems/unknown-version'],
    [`${versions}/99999999999999999999`, '/problems/unknown-version'],
  ])('do not exist at %s', async (path, type) => {
    await server.publish(first)
    const response = await server.get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type })
  })
})

describe('publishing', () => {
  const authorization = { Authorization: `Bearer ${token}` }

  it('is for whoever holds the token', async () => {
    const headers: Record<string, string>[] = [
      {},
      { Authorization: token },
      { Authorization: `Bearer ${token}x` },
      { Authorization: 'Bearer' },
    ]
    for (const wrong of headers) {
      const response = await server.post(versions, first, wrong)
      expect(response.status).toBe(401)
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    }
    expect(await rowCounts()).toMatchObject({ bundles: 0, versions: 0 })
  })

  it('is closed while no token is configured', async () => {
    const response = await testApp({ PUBLISH_TOKEN: '' }).post(versions, first, { Authorization: 'Bearer ' })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ type: '/problems/not-configured' })
  })

  it('changes nothing where the same content is current', async () => {
    await server.publish(first)
    const reordered = Object.fromEntries(Object.entries(first).reverse())
    const response = await server.post(versions, reordered, authorization)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ number: 1 })
    expect(await rowCounts()).toMatchObject({ versions: 1 })
  })

  it('gives every one of several publishers at once a number of their own', async () => {
    const documents = ['a', 'b', 'c'].map((keyword) => smallDocument({ keywords: [keyword] }))
    const statuses = (await Promise.all(documents.map(server.publish))).map(({ status }) => status)
    const page = parse(VersionPage, await (await server.get(versions)).json())
    const taken = statuses.filter((status) => status === 201).length
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect(page.versions.map(({ number }) => number)).toEqual([3, 2, 1].slice(3 - taken))
  })

  it.each([
    ['is another bundle’s', { ...first, id: 'another' }, '/id'],
    ['lacks a part', { ...first, rules: undefined }, '/rules'],
    ['has a part we do not know', { ...first, extra: 1 }, '/extra'],
    [
      'names a material that is not there',
      changedRule(3, 'event', { type: 'require-material', params: { material: 'ghost' } }),
      '/rules/3/event/params/material',
    ],
    [
      'reads a fact that is not there',
      changedRule(0, 'conditions', { all: [{ fact: 'ghost', operator: 'equal', value: 1 }] }),
      '/rules/0/conditions/all/0/fact',
    ],
    [
      'has an effect called error',
      changedRule(0, 'event', { type: 'error', params: {} }),
      '/rules/0/event/type',
    ],
    [
      'filters in a path',
      changedRule(0, 'conditions', {
        all: [{ fact: 'helpers', path: '$[?(@.age>1)]', operator: 'equal', value: 1 }],
      }),
      '/rules/0/conditions/all/0/path',
    ],
  ])('refuses a document that %s', async (_what, document, pointer) => {
    const response = await server.post(versions, document, authorization)
    expect(response.status).toBe(422)
    const { errors } = await problemOf(response)
    expect(errors.map((fault) => fault.pointer)).toContain(pointer)
    expect(await rowCounts()).toMatchObject({ bundles: 0, versions: 0 })
  })

  it('refuses conditions that refer to each other in a circle', async () => {
    const title = { 'zh-CN': '循环', en: 'Circle' }
    const conditions = {
      one: { title, when: { all: [{ condition: 'two' }] } },
      two: { title, when: { all: [{ condition: 'one' }] } },
    }
    const response = await server.publish(smallDocument({ conditions }))
    expect(response.status).toBe(422)
    const { errors } = await problemOf(response)
    expect(errors.some(({ pointer }) => pointer.startsWith('/conditions/'))).toBe(true)
  })

  it('refuses a pattern that can be made to run for ever', async () => {
    const document = structuredClone(first)
    const field = document.form.fields.signText
    if (field) field.schema = { type: 'string', pattern: '^(a+)+$' }
    const { errors } = await problemOf(await server.publish(document))
    expect(errors.map((fault) => fault.pointer)).toContain('/form/fields/signText/schema/pattern')
  })

  it('refuses a document whose scenario comes out otherwise, and says how', async () => {
    const [scenario] = first.scenarios
    if (!scenario) throw new Error('The document has a scenario.')
    const scenarios = [{ ...scenario, expect: { days: 6, materials: [] } }]
    const response = await server.publish(smallDocument({ scenarios }))
    expect(response.status).toBe(422)
    const problem = await problemOf(response)
    expect(problem.type).toBe('/problems/unverified-document')
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/scenarios/0/expect/days',
      '/scenarios/0/expect/materials',
    ])
    expect(await rowCounts()).toMatchObject({ versions: 0 })
  })

  it('takes documents almost as large as a row may be, and refuses larger ones', async () => {
    const faq = (length: number) =>
      Array.from({ length }, () => ({ question: { 'zh-CN': '问' }, answer: { 'zh-CN': 'x'.repeat(4000) } }))
    const provenance = (length: number) =>
      Array.from({ length }, () => ({
        claim: 'x'.repeat(1000),
        source: 'x'.repeat(1000),
        status: 'source-found' as const,
      }))
    const scenarios = Array.from({ length: 280 }, (_, index) => ({
      name: `${index}`,
      origin: 'recorded' as const,
      answers: { signText: 'x'.repeat(10), hasSign: true },
      expect: {},
    }))
    const large = smallDocument({ faq: faq(100), provenance: provenance(200), scenarios })
    expect((await server.publish(large)).status).toBe(201)
    const tooLarge = { ...large, extra: 'x'.repeat(1_900_000) }
    const response = await server.post(versions, tooLarge, authorization)
    expect(response.status).toBe(413)
  })
})

function changedRule(index: number, property: 'conditions' | 'event', value: unknown): unknown {
  return {
    ...first,
    rules: first.rules.map((rule, at) => (at === index ? { ...rule, [property]: value } : rule)),
  }
}
