import { beforeAll, describe, expect, it } from 'vitest'
import { Receipt } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'

const server = testApp()
let receipt: Receipt

beforeAll(async () => {
  await server.publish(smallDocument())
  const application = { bundle: 'open-a-stall', version: 1, answers: goodAnswers }
  const response = await server.post('/api/cases', application, { 'Idempotency-Key': 'for-the-pages' })
  receipt = parse(Receipt, await response.json())
})

const strict =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"

function form(fields: Record<string, string>) {
  return server.app.request('/receipts', { method: 'POST', body: new URLSearchParams(fields) })
}

describe('pages', () => {
  it.each([
    ['/', '我要摆摊'],
    ['/?q=摆摊', '我要摆摊'],
    ['/b/open-a-stall', '摆摊设点一件事'],
    ['/f/open-a-stall', '摆摊设点一件事'],
    ['/receipts', '回执'],
  ])('%s is whole, without a script', async (path, text) => {
    const response = await server.get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
    const html = await response.text()
    expect(html).toMatch(/^<!doctype html>/i)
    expect(html).toContain(text)
    expect(html).toContain('/assets/main-5e6f.css')
  })

  it('load a script on the form page alone', async () => {
    const script = '<script type="module" src="/assets/form-1a2b.js"'
    expect(await (await server.get('/f/open-a-stall')).text()).toContain(script)
    expect(await (await server.get('/b/open-a-stall')).text()).not.toContain('<script type="module"')
  })

  it('come with a strict policy and cannot be framed by others', async () => {
    for (const path of ['/', '/b/open-a-stall', '/receipts', '/nothing']) {
      const { headers } = await server.get(path)
      expect(headers.get('Content-Security-Policy')).toBe(strict)
      expect(headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })

  it('let the sites of the bundle’s own list frame its form', async () => {
    const { headers } = await server.get('/f/open-a-stall')
    expect(headers.get('Content-Security-Policy')).toBe(`${strict} https://www.example.gov.cn`)
    expect(headers.get('X-Frame-Options')).toBeNull()
    expect(headers.get('Cross-Origin-Resource-Policy')).toBeNull()
  })

  it('are asked about each time, and not sent again where nothing changed', async () => {
    const response = await server.get('/f/open-a-stall')
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache')
    const tag = response.headers.get('ETag') ?? ''
    const again = await server.get('/f/open-a-stall', { 'If-None-Match': tag })
    expect(again.status).toBe(304)
    expect(again.headers.get('X-Frame-Options')).toBeNull()
  })

  it('that do not exist say so on a page', async () => {
    for (const path of ['/nothing', '/b/nobody', '/f/nobody', '/b/%E0%A4%A']) {
      const response = await server.get(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
    }
  })

  it('say that a method or an address makes no sense', async () => {
    expect((await server.app.request('/', { method: 'POST' })).status).toBe(405)
    expect((await server.get('/?cursor=nonsense')).status).toBe(400)
  })

  it('never carry what was typed as markup', async () => {
    const html = await (await server.get('/?q=<script>alert(1)</script>')).text()
    expect(html).not.toContain('<script>alert')
  })
})

describe('language and view', () => {
  it('follow the browser until somebody chooses', async () => {
    const english = await (await server.get('/', { 'Accept-Language': 'en' })).text()
    expect(english).toContain('<html lang="en"')
    expect(await (await server.get('/')).text()).toContain('<html lang="zh-CN"')
  })

  it('are remembered in a cookie, under a clean address', async () => {
    const response = await server.get('/b/open-a-stall?lang=en&view=elder&from=poster')
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/b/open-a-stall?from=poster')
    const cookies = response.headers.getSetCookie()
    expect(cookies).toEqual([
      expect.stringMatching(/^language=en; .*Path=\/; SameSite=Lax$/),
      expect.stringMatching(/^view=elder; .*Path=\/; SameSite=Lax$/),
    ])
    const html = await (await server.get('/', { Cookie: 'language=en; view=elder' })).text()
    expect(html).toContain('<html lang="en" class="elder"')
  })

  it('travel over nothing but HTTPS where that is what the site speaks', async () => {
    const response = await server.app.request('https://county.example/?view=elder')
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/; Secure/)])
  })

  it('ignore what they do not know', async () => {
    const response = await server.get('/?lang=tlh&view=tiny')
    expect(response.headers.get('Location')).toBe('/')
    expect(response.headers.getSetCookie()).toEqual([])
    expect((await server.get('/', { Cookie: 'language=tlh; view=tiny' })).status).toBe(200)
  })

  it('lead nowhere else', async () => {
    const response = await server.get('//elsewhere.example/?lang=en')
    expect(response.headers.get('Location') ?? '').not.toMatch(/^\/\//)
  })

  it('stay in the address inside another site’s frame, where cookies are refused', async () => {
    const response = await server.get('/f/open-a-stall?lang=en', { 'Sec-Fetch-Dest': 'iframe' })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<html lang="en"')
  })
})

describe('receipts', () => {
  it('open with number and secret and are kept by no cache', async () => {
    const response = await form({ number: ` ${receipt.number} `, secret: receipt.secret })
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const html = await response.text()
    expect(html).toContain(receipt.number)
    expect(html).not.toContain(receipt.secret)
    expect(html).not.toContain(goodAnswers.idNumber)
  })

  it('look the same for a wrong secret as for a number that was never given', async () => {
    const wrong = await form({ number: receipt.number, secret: 'wrong' })
    expect(wrong.status).toBe(404)
    const unknown = await form({ number: '430321-20261123-999999', secret: 'wrong' })
    expect((await unknown.text()).replaceAll('999999', '000001')).toBe(await wrong.text())
  })

  it('take nothing but a small form', async () => {
    expect((await form({})).status).toBe(404)
    expect((await form({ number: 'x'.repeat(5000) })).status).toBe(413)
  })
})

it('says on a page that something failed, or as plain facts where even that fails', async () => {
  const unbuilt = testApp({ ASSETS: { fetch: async () => new Response(null, { status: 404 }) } })
  const response = await unbuilt.get('/')
  expect(response.status).toBe(500)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const broken = testApp({ DB: Object.create(null) })
  const page = await broken.get('/')
  expect(page.status).toBe(500)
  expect(page.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
  expect(await page.text()).toMatch(/urn:uuid:/)
})
