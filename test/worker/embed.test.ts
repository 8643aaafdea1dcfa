import { beforeAll, describe, expect, it } from 'vitest'
import { smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'

const script = 'customElements.define("yijianshi-form", class {})'
const manifest = { 'portal/form/main.tsx': { file: 'assets/form-1a2b.js', isEntry: true } }
const builtFiles = {
  fetch: async (input: RequestInfo | URL) =>
    String(input).endsWith('/embed.js') ? new Response(script) : Response.json(manifest),
}
const server = testApp({ ASSETS: builtFiles })

beforeAll(async () => {
  expect((await server.publish(smallDocument())).status).toBe(201)
})

describe('the script other sites load', () => {
  it('has one name for ever, is kept for minutes only, and may be loaded by any page', async () => {
    const response = await server.get('/embed.js')
    expect(await response.text()).toBe(script)
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=UTF-8')
    expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=300\b/)
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    const tag = response.headers.get('ETag') ?? ''
    expect((await server.get('/embed.js', { 'If-None-Match': tag })).status).toBe(304)
  })
})

describe('an embedded form', () => {
  it('may be framed by the sites on the bundle’s list and by no other', async () => {
    const { headers } = await server.get('/f/open-a-stall?embed=1')
    expect(headers.get('Content-Security-Policy')).toMatch(
      /; frame-ancestors 'self' https:\/\/www\.example\.gov\.cn$/,
    )
    expect(headers.get('X-Frame-Options')).toBeNull()
  })

  it('needs no cookie: what the visitor chooses stays in the address', async () => {
    const response = await server.get('/f/open-a-stall?embed=1&lang=en&view=elder')
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([])
    const html = await response.text()
    expect(html).toContain('<html lang="en" class="elder embedded"')
    expect(html).toContain('href="/f/open-a-stall?embed=1&amp;lang=zh-CN&amp;view=elder"')
    expect(html).toContain('href="/f/open-a-stall?embed=1&amp;lang=en&amp;view=standard"')
  })
})
