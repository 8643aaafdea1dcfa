import { beforeAll, describe, expect, it } from 'vitest'
import { smallDocument } from '../support/documents.ts'
import { problemOf } from '../support/problem.ts'
import { testApp } from './support/app.ts'

const server = testApp()

beforeAll(async () => {
  await server.publish(smallDocument())
})

describe('problems', () => {
  it('are in Chinese unless the client asks otherwise', async () => {
    const titles = async (path: string, headers?: Record<string, string>) =>
      (await problemOf(await server.get(path, headers))).title
    expect(await titles('/api/nothing')).toBe('没有这个地址。')
    expect(await titles('/api/nothing', { 'Accept-Language': 'fr, en-GB;q=0.8, zh;q=0.5' })).toBe(
      'There is nothing at this address.',
    )
    expect(await titles('/api/nothing', { 'Accept-Language': 'en;q=0, zh' })).toBe('没有这个地址。')
    expect(await titles('/api/nothing?lang=en', { 'Accept-Language': 'zh-CN' })).toBe(
      'There is nothing at this address.',
    )
  })

  it.each([
    ['DELETE', '/api/cases', 'POST'],
    ['GET', '/api/cases', 'POST'],
    ['PUT', '/api/bundles', 'GET, HEAD'],
    ['POST', '/api/bundles/open-a-stall', 'GET, HEAD'],
    ['DELETE', '/api/bundles/open-a-stall/versions', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/cases', 'POST'],
  ])('%s %s: 405, saying what is allowed', async (method, path, allowed) => {
    const response = await server.app.request(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe(allowed)
    expect(await problemOf(response)).toMatchObject({ type: '/problems/method-not-allowed' })
  })

  it.each(['/api', '/api/', '/api/nothing', '/api/bundles/', '/api/%E0%A4%A', '/api/bundles/a/b/c'])(
    '%s: 404 as a problem',
    async (path) => {
      const response = await server.get(path)
      expect(response.status).toBe(404)
      expect((await problemOf(response)).errors).toEqual([])
    },
  )
})

describe('every answer of the API', () => {
  it.each(['/api/bundles', '/api/nothing', '/api/bundles/open-a-stall/versions/1'])(
    '%s carries safe headers',
    async (path) => {
      const { headers } = await server.get(path)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    },
  )

  it('answers HEAD like GET, without a body', async () => {
    const response = await server.app.request('/api/bundles', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})

describe('pages of other sites', () => {
  const origin = { Origin: 'https://elsewhere.example' }

  it.each(['/api/bundles', '/api/bundles/open-a-stall', '/api/bundles/nobody', '/api/openapi.json'])(
    'may read %s, without credentials',
    async (path) => {
      const { headers } = await server.get(path, origin)
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
    },
  )

  it.each(['/api/bundles/open-a-stall/decisions', '/api/bundles/open-a-stall/form', '/api/decisions'])(
    'may decide at %s',
    async (path) => {
      const preflight = await server.app.request(path, {
        method: 'OPTIONS',
        headers: {
          ...origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('POST')
      expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Type')
      const refused = await server.post(path, '{', origin)
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*')
    },
  )

  it('may neither submit, nor look at cases, nor publish', async () => {
    for (const path of ['/api/cases', '/api/cases/430321-20261123-000001']) {
      expect((await server.post(path, {}, origin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect((await server.get(path, origin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
    const preflight = await server.app.request('/api/bundles/open-a-stall/versions', {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization',
      },
    })
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).not.toMatch(/authorization/i)
  })
})

it('is healthy while its database answers', async () => {
  expect((await server.get('/api/health')).status).toBe(200)
  const broken = testApp({ DB: Object.create(null) })
  expect((await broken.get('/api/health')).status).toBe(500)
})
