import { beforeAll, describe, expect, it } from 'vitest'
import { BundlePage, type BundleSummary } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'

const server = testApp()

const named = (id: string, code: string, chinese: string, en: string) => ({
  id,
  code,
  title: { 'zh-CN': chinese, en },
  citizenTitle: { 'zh-CN': chinese, en },
})

beforeAll(async () => {
  const documents = [
    smallDocument(),
    smallDocument({
      ...named('newborn', 'TEST-002', '新生儿出生一件事', 'A child is born'),
      category: { id: 'family', title: { 'zh-CN': '婚育户籍', en: 'Family' } },
      audience: ['1'],
      keywords: ['出生证', '户口', '摆摊'],
    }),
    smallDocument({ ...named('homestead', 'TEST-003', '农村建房一件事', 'Build a house'), keywords: [] }),
  ]
  for (const document of documents) expect((await server.publish(document)).status).toBe(201)
})

async function list(query: string): Promise<{ bundles: BundleSummary[]; next: string | null }> {
  const response = await server.get(`/api/bundles?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  return parse(BundlePage, await response.json())
}

const ids = async (query: string) => (await list(query)).bundles.map(({ id }) => id)

describe('the catalogue', () => {
  it('lists every bundle by the county’s own number', async () => {
    expect(await ids('')).toEqual(['open-a-stall', 'newborn', 'homestead'])
  })

  it('filters by category and by audience', async () => {
    expect(await ids('category=family')).toEqual(['newborn'])
    expect(await ids('audience=2')).toEqual(['open-a-stall', 'homestead'])
    expect(await ids('category=family&audience=2')).toEqual([])
  })

  it.each([
    ['a title', '新生儿', ['newborn']],
    ['how a citizen says it, before whose keyword is part of it', '我要摆摊', ['open-a-stall', 'newborn']],
    ['English in any case', 'BUILD a HOUSE', ['homestead']],
    ['a keyword', '出生证', ['newborn']],
    ['an item', '临时占道', ['open-a-stall', 'newborn', 'homestead']],
    ['a department', 'Urban management', ['open-a-stall', 'newborn', 'homestead']],
    ['full-width letters', 'Ｎｅｗｂｏｒｎ', ['newborn']],
    ['several words, all of which must occur', '一件事 户口', ['newborn']],
    ['a word of one character', '婚', ['newborn']],
    ['signs that mean something to SQL', "%' OR 1=1 --", []],
  ])('finds by %s', async (_what, q, expected) => {
    expect(await ids(new URLSearchParams({ q }).toString())).toEqual(expected)
  })

  it('puts title hits first, whatever their number', async () => {
    await server.publish(
      smallDocument({ ...named('zz-stalls', 'TEST-999', '夜市摆摊一件事', 'Night market') }),
    )
    expect(await ids('q=夜市')).toEqual(['zz-stalls', 'open-a-stall', 'homestead'].slice(0, 2))
    expect(await ids('q=摆摊')).toEqual(['open-a-stall', 'zz-stalls', 'newborn'])
  })

  it('pages by key without losing or repeating anybody', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = new URLSearchParams({ q: '摆摊', limit: '1', ...(cursor ? { cursor } : {}) })
      const page: Awaited<ReturnType<typeof list>> = await list(query.toString())
      seen.push(...page.bundles.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen).toEqual(['open-a-stall', 'zz-stalls', 'newborn'])
  })

  it.each([
    ['limit=0', '/query/limit'],
    ['limit=101', '/query/limit'],
    ['limit=ten', '/query/limit'],
    ['audience=9', '/query/audience'],
    ['category=%20', '/query/category'],
    ['cursor=nonsense', '/query/cursor'],
    [`cursor=${btoa('[0,"a"]')}`, '/query/cursor'],
    [`q=${'x'.repeat(201)}`, '/query/q'],
  ])('refuses %s and says which parameter is wrong', async (query, pointer) => {
    const response = await server.get(`/api/bundles?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: '/problems/invalid-parameter',
      errors: [{ pointer }],
    })
  })

  it('gives one bundle in brief, or says that there is none', async () => {
    const response = await server.get('/api/bundles/newborn')
    expect(await response.json()).toMatchObject({ id: 'newborn', version: 1, announcedDays: 5 })
    const missing = await server.get('/api/bundles/no-such-thing')
    expect(missing.status).toBe(404)
    expect(await missing.json()).toMatchObject({ type: '/problems/unknown-bundle' })
  })
})
