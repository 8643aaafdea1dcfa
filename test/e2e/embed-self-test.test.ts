import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { strictPolicy } from '../../tools/embed-host/serve.ts'
import { smallDocument } from '../support/documents.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { launchBrowser, type Preferences, visit } from './support/browser.ts'
import { startHost } from './support/embed-host.ts'

const ports = { server: 8835, host: 8836, stranger: 8837 }
const stall = smallDocument({ embed: { origins: [`http://localhost:${ports.host}`] } })

let server: TestServer
let browser: Browser
let context: BrowserContext | undefined

beforeAll(async () => {
  server = await startServer({ port: ports.server, documents: [stall] })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
afterEach(() => context?.close())

const regions = (page: Page) => page.locator('.code').allTextContents()

describe('the page on which an integrator tests a site', () => {
  it('says what the list and the policy lack, and gives the code to put in', async () => {
    const { page, complaints, leave } = await visit(browser, `${server.url}/embed/self-test`)
    await page.getByLabel('要嵌入的套餐').selectOption('open-a-stall')
    await page.getByLabel('您的网站地址').fill(`http://localhost:${ports.stranger}/services`)
    await page
      .getByLabel(/Content-Security-Policy/)
      .first()
      .fill("default-src 'self'; img-src *")
    await page.getByRole('button', { name: '检查' }).click()
    await page.getByRole('heading', { name: '还缺 3 项' }).waitFor()
    const codes = await regions(page)
    expect(codes).toContain(`"embed": { "origins": ["http://localhost:${ports.stranger}"] }`)
    expect(codes).toContain(`script-src 'self' ${server.url}`)
    expect(codes).toContain(`frame-src 'self' ${server.url}`)
    expect(
      codes.some((code) =>
        code.includes(`<yijianshi-form src="${server.url}/f/open-a-stall" lang="zh-CN" title="我要摆摊">`),
      ),
    ).toBe(true)
    expect(complaints).toEqual([])
    await leave()
  })

  it('says so when nothing is missing', async () => {
    const policy = encodeURIComponent(strictPolicy(server.url))
    const query = `bundle=open-a-stall&site=http://localhost:${ports.host}&policy=${policy}`
    const { page, leave } = await visit(browser, `${server.url}/embed/self-test?${query}`)
    expect(await page.getByRole('heading', { name: '什么都不缺，可以嵌入。' }).count()).toBe(1)
    await leave()
  })

  it('refuses what is no site’s address, in words, and shows nothing typed as markup', async () => {
    const site = encodeURIComponent('"><script>alert(1)</script>')
    const { page, complaints, leave } = await visit(
      browser,
      `${server.url}/embed/self-test?bundle=open-a-stall&site=${site}&policy=${site}`,
    )
    expect(await page.getByRole('alert').textContent()).toContain('这不是一个网站地址')
    expect(await page.locator('main script').count()).toBe(0)
    expect(complaints).toEqual([])
    await leave()
  })

  it.each<Preferences>([{ language: 'zh-CN' }, { language: 'en', view: 'elder', width: 360 }])(
    'has no serious fault of accessibility: %o',
    async (preferences) => {
      const query = `bundle=open-a-stall&site=https://www.example.org&policy=default-src 'none'; sandbox`
      const { page, leave } = await visit(browser, `${server.url}/embed/self-test?${query}`, preferences)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => [id, nodes[0]?.html]),
      ).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await leave()
    },
  )
})

describe('the test from within the site', () => {
  const body = (server: string) => `<div data-yijianshi-check>没有放行脚本</div>
    <script src="${server}/embed-check.js"></script>
    <yijianshi-form loading="eager" src="${server}/f/open-a-stall" title="摆摊" prefill='{"nobody": 1}'></yijianshi-form>`

  async function results(port: number, policy?: string): Promise<Record<string, string>> {
    const host = await startHost(port, server.url, { '/': body(server.url) }, policy)
    try {
      context = await browser.newContext()
      const page = await context.newPage()
      await page.clock.install()
      await page.goto(`${host.url}/`)
      await page.waitForLoadState('load')
      if (port === ports.host && !policy) await page.frameLocator('iframe').locator('#step-form').waitFor()
      await page.waitForTimeout(500)
      await page.clock.runFor(21_000)
      const lines = page.locator('[data-yijianshi-check] li')
      const states = await lines.evaluateAll((entries) =>
        entries.map((entry) => entry.getAttribute('data-state') ?? ''),
      )
      const texts = await lines.allTextContents()
      return Object.fromEntries(texts.map((text, index) => [text, states[index] ?? '']))
    } finally {
      await host.stop()
    }
  }
  const named = (found: Record<string, string>, words: string) =>
    Object.entries(found).find(([text]) => text.includes(words))?.[1]

  it('shows each step that works, and what of prefill and theme was not taken', async () => {
    const found = await results(ports.host)
    for (const words of ['可以加载', '已生效', '可以嵌入', '表单已打开', '高度'])
      expect(named(found, words)).toBe('passed')
    expect(named(found, 'nobody')).toBe('failed')
  })

  it('names the directive that refuses the frame', async () => {
    const found = await results(
      ports.host,
      `default-src 'none'; style-src 'self'; script-src 'self' ${server.url}`,
    )
    expect(named(found, `frame-src 里要加上 ${server.url}`)).toBe('failed')
  })

  it('names the site that is not on the list', async () => {
    const found = await results(ports.stranger)
    expect(named(found, `http://localhost:${ports.stranger} 在套餐的允许名单里`)).toBe('failed')
  })
})
