import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BundlePage, DecideAllResponse, DecideResponse, FormResponse, Version } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ port: 8801, bundles: 'all' })
})
afterAll(() => server?.stop())

const json = async (path: string): Promise<unknown> => (await fetch(server.url + path)).json()

async function postJson(path: string, body: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status).toBe(200)
  return response.json()
}

describe('the real server with the county’s bundles', () => {
  it('lists all seven and answers by their contracts', async () => {
    const { bundles } = parse(BundlePage, await json('/api/bundles'))
    expect(bundles).toHaveLength(7)
    for (const { id, hash } of bundles) {
      const version = parse(Version, await json(`/api/bundles/${id}/versions/current`))
      expect(version.hash).toBe(hash)
      parse(FormResponse, await postJson(`/api/bundles/${id}/form`, { answers: {} }))
      for (const { answers } of version.document.scenarios.slice(0, 3)) {
        const request = { answers, unanswered: 'absent', explain: true }
        parse(DecideResponse, await postJson(`/api/bundles/${id}/decisions`, request))
      }
    }
  })

  it('decides all seven at once', async () => {
    const { decisions } = parse(DecideAllResponse, await postJson('/api/decisions', { answers: {} }))
    expect(decisions).toHaveLength(7)
  })

  it('describes itself in valid OpenAPI', async () => {
    const description = await json('/api/openapi.json')
    const { valid, errors } = await new Validator().validate(Object(description))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('serves every page with its built files, which every cache may keep', async () => {
    for (const path of ['/', '/b/open-a-restaurant', '/f/open-a-restaurant', '/receipts']) {
      const response = await fetch(server.url + path)
      expect(response.status).toBe(200)
      const files = [...(await response.text()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
        ([, file]) => file,
      )
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) {
        const { status, headers } = await fetch(server.url + file)
        expect(status).toBe(200)
        expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
        expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      }
    }
  })

  it('keeps what is not meant to be served to itself', async () => {
    for (const path of ['/.vite/manifest.json', '/_headers', '/.dev.vars', '/wrangler.toml']) {
      expect((await fetch(server.url + path)).status).toBe(404)
    }
  })
})
