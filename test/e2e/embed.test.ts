import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { frameMessageIn } from '../../portal/embed/protocol.ts'
import type { EmbedHost } from '../../tools/embed-host/serve.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { launchBrowser } from './support/browser.ts'
import {
  embeddedForm,
  frameElement,
  startHost,
  untilEvent,
  type Watched,
  watch,
} from './support/embed-host.ts'
import { fillForm, fillStep } from './support/fill.ts'

const ports = { server: 8831, host: 8832 }
const stall = smallDocument({
  embed: { origins: [`http://localhost:${ports.host}`, 'http://listed.example'] },
})

/** An element with a link inside for whoever cannot see the form. */
function element(attributes: string): string {
  const src = `http://127.0.0.1:${ports.server}/f/open-a-stall`
  return `<yijianshi-form src="${src}" ${attributes}><a href="${src}">在线办理</a></yijianshi-form>`
}

const hostilePrefill = JSON.stringify({
  signText: '<img src=x onerror=1>',
  hasSign: true,
  area: '<script>alert(1)</script>',
  idNumber: '430321199001010016',
  nobody: 'asks for this',
}).replace('{', '{"__proto__": {"area": 6}, ')

const bodies = {
  '/': `<p><a href="#before">前</a></p>${element('title="摆摊" lang="zh-CN"')}<p><a href="#after">后</a></p>`,
  '/several': `${element('title="甲" lang="zh-CN"')}${element('title="乙" lang="en" view="elder"')}`,
  '/prefilled': element(`title="摆摊" lang="zh-CN" prefill='{"area": 61.25, "hasSign": true}'`),
  '/hostile': element(`title="摆摊" lang="zh-CN" prefill='${hostilePrefill}'`),
  '/themed': `${element('title="甲" class="themed"')}${element(`title="乙" theme='{"accent": "#ffff00", "radius": "9px", "font": "x"}'`)}`,
  '/empty': '',
  '/precheck': element('title="预检" lang="zh-CN" mode="precheck"'),
  '/card': element(`title="明白卡" lang="zh-CN" mode="card" prefill='{"area": 61.25}'`),
  '/long': `<div class="spacer"></div>${element('title="摆摊"')}`,
  '/wrong': `<yijianshi-form src="https://[" title="摆摊"><a href="/elsewhere">在线办理</a></yijianshi-form>`,
}

let server: TestServer
let host: EmbedHost
let browser: Browser
let context: BrowserContext
let page: Page
let watched: Watched

beforeAll(async () => {
  server = await startServer({ port: ports.server, documents: [stall] })
  host = await startHost(ports.host, server.url, bodies)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.stop()
  await server?.stop()
})

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options })
  watched = await watch(context)
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(host.url + path)
}
afterEach(() => context?.close())

const events = () => page.evaluate(() => window.recorded)
const heardAnywhere = async () =>
  (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.heard)))).flat()

/** The id of the first element's messages. */
async function idOfMessages(index = 0): Promise<string> {
  const src = await (await frameElement(page, index)).getAttribute('src')
  return new URLSearchParams(new URL(src ?? '').hash.slice(1)).get('id') ?? ''
}

const frameHeight = async () => (await (await frameElement(page)).boundingBox())?.height

/** Every message that was sent has been handled when this one has. */
async function settle(): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
  }
}

describe('the script other sites load', () => {
  it('is a plain script of at most 2 kB', async () => {
    const response = await fetch(`${server.url}/embed.js`)
    const script = await response.text()
    expect(gzipSync(script).length).toBeLessThanOrEqual(2000)
    expect(script).not.toMatch(/^\s*(import|export)\b/m)
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  })
})

describe('a form in a strict page of another site', () => {
  it('is filled in and submitted there, and the page learns the receipt’s number alone', async () => {
    await open('/')
    const form = await embeddedForm(page)
    const answers = {
      ...goodAnswers,
      area: 61.25,
      signText: '王记米粉',
      helpers: [{ name: '李某某', idNumber: '11010519491231002X' }],
    }
    await fillForm(form, stall, answers)
    await form.locator('#declaration').check()
    await form.locator('.review button[type="submit"]').click()
    const { detail } = await untilEvent(page, 'form-submitted')
    const [number, secret] = await form.locator('.receipt-codes .panel-number').allTextContents()
    expect(detail).toEqual({ number })

    const told = JSON.stringify([await heardAnywhere(), await events(), watched.addresses])
    const given = [
      answers.idNumber,
      '13800138000',
      '138 0013 8000',
      '61.25',
      '王记米粉',
      '李某某',
      '11010519491231002X',
      '430321102',
    ]
    for (const private_ of [...given, secret ?? '?']) {
      expect(told).not.toContain(private_)
      expect(told).not.toContain(encodeURIComponent(private_))
    }
    for (const data of await page.evaluate(() => window.heard)) {
      const { yijianshi, id, ...content } = Object(data)
      expect([yijianshi, id]).toEqual([1, await idOfMessages()])
      expect(frameMessageIn(content)).toEqual(content)
    }
    expect(await context.cookies()).toEqual([])
    expect(watched.complaints).toEqual([])
  })

  it('is as high as its content, at every step', async () => {
    await open('/')
    const form = await embeddedForm(page)
    const follows = async () => {
      await expect
        .poll(
          async () =>
            (await frameHeight()) ===
            (await form.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height))),
        )
        .toBe(true)
      expect(await form.evaluate(() => innerHeight - document.documentElement.clientHeight)).toBe(0)
    }
    await untilEvent(page, 'form-resized')
    await follows()
    const first = (await frameHeight()) ?? 0
    for (const _ of [1, 2]) await form.locator('.list > button').click()
    await expect.poll(async () => ((await frameHeight()) ?? 0) > first + 100).toBe(true)
    await follows()
    await page.setViewportSize({ width: 360, height: 700 })
    await follows()
    await page.setViewportSize({ width: 1000, height: 700 })
    await fillStep(form, stall, { ...goodAnswers, helpers: [] })
    await form.locator('.row button').first().click()
    await form.locator('.row button').first().click()
    await follows()
    expect((await frameHeight()) ?? 0).toBeLessThanOrEqual(first + 2)
  })

  it('brings the next step into sight', async () => {
    await open('/', { viewport: { width: 1000, height: 400 } })
    const form = await embeddedForm(page)
    await untilEvent(page, 'form-resized')
    await fillStep(form, stall, { ...goodAnswers, helpers: undefined })
    await form.locator('button[form="step-form"]').click()
    const heading = form.locator('.step-head h2', { hasText: '摊位' })
    await heading.waitFor()
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0)
    expect((await heading.boundingBox())?.y).toBeLessThan(400)
  })

  it('tells when it was begun and then left', async () => {
    await open('/')
    await embeddedForm(page)
    await page.evaluate(() => document.querySelector('yijianshi-form')?.setAttribute('lang', 'en'))
    await expect.poll(async () => (await events()).filter(({ type }) => type === 'form-ready').length).toBe(2)
    expect((await events()).map(({ type }) => type)).not.toContain('form-abandoned')
    const form = await embeddedForm(page)
    await form.getByLabel('Mobile number').fill('13800138000')
    await form.getByLabel('Mobile number').blur()
    await expect.poll(async () => JSON.stringify(await heardAnywhere())).toContain('"begun"')
    await page.evaluate(() => document.querySelector('yijianshi-form')?.setAttribute('lang', 'zh-CN'))
    expect((await untilEvent(page, 'form-abandoned')).detail).toEqual({})
  })

  it('goes on telling after it was loaded again in its frame', async () => {
    await open('/')
    const form = await embeddedForm(page)
    await form.evaluate(() => location.reload())
    await expect.poll(async () => (await events()).filter(({ type }) => type === 'form-ready').length).toBe(2)
  })

  it('switches language and size in place, without cookies', async () => {
    await open('/', { locale: 'zh-CN' })
    const form = await embeddedForm(page)
    const classes = () => form.evaluate(() => [...document.documentElement.classList].sort())
    await form.getByRole('link', { name: '长辈版' }).click()
    await expect.poll(classes).toEqual(['elder', 'embedded'])
    await form.getByRole('link', { name: 'English' }).click()
    await form.getByRole('heading', { name: 'The stallholder' }).waitFor()
    expect(await classes()).toEqual(['elder', 'embedded'])
    expect(await context.cookies()).toEqual([])
    expect(watched.complaints).toEqual([])
  })

  it('opens links that lead away in pages of their own', async () => {
    await open('/')
    const form = await embeddedForm(page)
    const [opened] = await Promise.all([context.waitForEvent('page'), form.locator('a.brand').click()])
    await opened.waitForURL(`${server.url}/`)
    expect(await opened.evaluate(() => window.opener)).toBeNull()
    expect(await form.locator('#step-form').count()).toBe(1)
  })

  it('is reached, filled in and left with the keyboard', async () => {
    await open('/')
    const form = await embeddedForm(page)
    await page.getByRole('link', { name: '前' }).focus()
    const focused = () => form.evaluate(() => document.activeElement?.id ?? '')
    for (let presses = 0; presses < 20 && (await focused()) !== 'answer/mobile'; presses++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('13800138000')
    expect(await form.locator('[id="answer/mobile"]').inputValue()).toBe('13800138000')
    const left = () => page.evaluate(() => document.activeElement?.textContent)
    for (let presses = 0; presses < 40 && (await left()) !== '后'; presses++) await page.keyboard.press('Tab')
    expect(await left()).toBe('后')
  })

  it('has no serious fault of accessibility, in both languages and in the elder mode', async () => {
    await open('/several')
    await embeddedForm(page, 0)
    await embeddedForm(page, 1)
    await settle()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  it('stands beside others, each with its own messages', async () => {
    await open('/several')
    const second = await embeddedForm(page, 1)
    await embeddedForm(page, 0)
    expect(await idOfMessages(0)).not.toBe(await idOfMessages(1))
    await untilEvent(page, 'form-ready', '甲')
    await untilEvent(page, 'form-ready', '乙')
    await second.getByLabel('Mobile number').fill('1')
    await second.locator('button[form="step-form"]').click()
    await page.evaluate(() =>
      document.querySelectorAll('yijianshi-form')[1]?.setAttribute('view', 'standard'),
    )
    expect((await untilEvent(page, 'form-abandoned')).title).toBe('乙')
  })

  it('is loaded only when somebody comes near it', async () => {
    await open('/long')
    await page.waitForLoadState('networkidle')
    expect(watched.addresses.filter((address) => address.includes('/f/'))).toEqual([])
    await page.locator('yijianshi-form').scrollIntoViewIfNeeded()
    await untilEvent(page, 'form-ready')
  })

  it('looks as the page’s style sheet or the element says, as far as that stays readable', async () => {
    await open('/themed')
    const [styled, wished] = [await embeddedForm(page, 0), await embeddedForm(page, 1)]
    await untilEvent(page, 'form-error', '乙')
    const token = (name: string) => (form: typeof styled) =>
      form.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token), name)
    await expect.poll(() => token('--blue')(styled)).toBe('#7a1f5c')
    expect(await token('--radius')(styled)).toBe('0px')
    expect(await token('--blue')(wished)).toBe('#0f4c99')
    expect(await token('--radius')(wished)).toBe('9px')
    expect((await untilEvent(page, 'form-error', '乙')).detail).toEqual({
      code: 'theme-refused',
      refused: [
        { name: '', reason: 'unknown' },
        { name: 'accent', reason: 'contrast' },
      ],
    })
    await page.evaluate(() =>
      document.querySelectorAll('yijianshi-form')[1]?.setAttribute('theme', '{"accent": "#1b683b"}'),
    )
    await expect.poll(() => token('--blue')(wished)).toBe('#1b683b')
    expect(await token('--radius')(wished)).toMatch(/^0?\.375rem$/)
    expect(watched.complaints).toEqual([])
  })
})

describe('answers given beforehand', () => {
  it('are filled in, and stand in no address afterwards', async () => {
    await open('/prefilled')
    const form = await embeddedForm(page)
    await fillStep(form, stall, { ...goodAnswers, helpers: undefined })
    await form.locator('button[form="step-form"]').click()
    await expect.poll(() => form.locator('[id="answer/area"]').inputValue()).toBe('61.25')
    expect(await form.locator('[id="answer/hasSign:0"]').isChecked()).toBe(true)
    const asked = watched.addresses.filter((address) => !address.includes('#'))
    expect(JSON.stringify(asked)).not.toContain('61.25')
    expect(await form.evaluate(() => location.href + window.name)).not.toContain('61.25')
    expect((await events()).map(({ type }) => type)).not.toContain('form-error')
  })

  it('are dropped where they are hostile, and named without their values', async () => {
    await open('/hostile')
    const { detail } = await untilEvent(page, 'form-error')
    expect(detail).toEqual({
      code: 'prefill-refused',
      refused: [
        { name: '__proto__', reason: 'unknown' },
        { name: 'signText', reason: 'invalid' },
        { name: 'area', reason: 'invalid' },
        { name: 'idNumber', reason: 'sensitive' },
        { name: 'nobody', reason: 'unknown' },
      ],
    })
    const form = await embeddedForm(page)
    expect(await form.evaluate(() => Reflect.get({}, 'area'))).toBeUndefined()
    expect(await form.locator('[id="answer/idNumber"]').inputValue()).toBe('')
    await fillStep(form, stall, { ...goodAnswers, helpers: undefined })
    await form.locator('button[form="step-form"]').click()
    await form.locator('[id="answer/hasSign:0"]').waitFor()
    expect(await form.locator('[id="answer/hasSign:0"]').isChecked()).toBe(true)
    expect(await form.locator('[id="answer/area"]').inputValue()).toBe('')
    expect(watched.complaints).toEqual([])
  })
})

describe('other pages of a bundle', () => {
  async function frameWith(selector: string): Promise<Frame> {
    await page.locator('yijianshi-form iframe').waitFor({ state: 'attached' })
    const frame = await (await frameElement(page)).contentFrame()
    if (!frame) throw new Error('there is nothing in the frame')
    await frame.waitForSelector(selector)
    return frame
  }
  const heightOf = (frame: Frame) =>
    frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height))

  it('embed the pre-check, which goes on to the clear card and to the form in the same frame', async () => {
    await open('/precheck')
    const frame = await frameWith('form.walk-question')
    const asked: string[] = []
    while ((await frame.locator('form.walk-question').count()) > 0 && asked.length < 20) {
      await expect.poll(async () => (await frameHeight()) === (await heightOf(frame))).toBe(true)
      const question = (await frame.locator('main h1').textContent()) ?? ''
      asked.push(question)
      const area = frame.getByLabel('面积')
      if ((await area.count()) > 0) await area.fill('61.25')
      const next = (await area.count()) > 0 ? '[type=submit]:not([name])' : '[value=skip]'
      await Promise.all([frame.waitForNavigation(), frame.locator(`form.walk-question ${next}`).click()])
    }
    expect(asked.length).toBeGreaterThan(1)
    await frame.locator('.clear-card').waitFor()
    await frame.locator('.card-actions .button').first().click()
    await frame.waitForSelector('#step-form')
    await fillStep(frame, stall, { ...goodAnswers, helpers: undefined })
    await frame.locator('button[form="step-form"]').click()
    await expect.poll(() => frame.locator('[id="answer/area"]').inputValue()).toBe('61.25')
    const told = JSON.stringify([await heardAnywhere(), await events(), watched.addresses])
    expect(told).not.toContain('61.25')
    expect((await events()).map(({ type }) => type)).not.toContain('form-error')
    expect(await context.cookies()).toEqual([])
    expect(watched.complaints).toEqual([])
  })

  it('embed the clear card, which takes nothing beforehand', async () => {
    await open('/card')
    const frame = await frameWith('.clear-card')
    expect((await untilEvent(page, 'form-error')).detail).toEqual({
      code: 'prefill-refused',
      refused: [{ name: '', reason: 'no-form' }],
    })
    await expect.poll(async () => (await frameHeight()) === (await heightOf(frame))).toBe(true)
    await frame.getByRole('button', { name: 'English' }).click()
    await frame.waitForSelector('html[lang=en]')
    expect(await frame.evaluate(() => document.documentElement.classList.contains('embedded'))).toBe(true)
    expect(watched.complaints).toEqual([])
  })
})

describe('forged messages', () => {
  it('move nothing in the page: wrong window, origin, id, version, or a height that cannot be', async () => {
    await open('/several')
    const [first, second] = [await embeddedForm(page, 0), await embeddedForm(page, 1)]
    await untilEvent(page, 'form-resized', '甲')
    await untilEvent(page, 'form-resized', '乙')
    await settle()
    const before = [await events(), await frameHeight()]
    const id = await idOfMessages(0)
    const submitted = { yijianshi: 1, id, type: 'submitted', number: '430321-20261123-000001' }
    const resized = { yijianshi: 1, id, type: 'resized', height: 700 }

    // From the page itself, from the neighbouring form, and from the right window of a wrong origin.
    await page.evaluate(
      (messages) => messages.forEach((message) => void window.postMessage(message, '*')),
      [submitted, resized],
    )
    await second.evaluate(
      (messages) => messages.forEach((message) => void parent.postMessage(message, '*')),
      [submitted, resized],
    )
    await (await frameElement(page)).evaluate(({ contentWindow }, data) => {
      for (const origin of ['https://elsewhere.example', 'null', '']) {
        dispatchEvent(new MessageEvent('message', { data, origin, source: contentWindow }))
      }
    }, submitted)
    // From the form itself, but with another id, version or shape.
    const wrong = [
      { ...submitted, id: id.replace(/./g, '0') },
      { ...submitted, yijianshi: 2 },
      { ...submitted, number: '<b>1</b>' },
      ...[0, -5, 30_001, 1e9, Number.NaN, '700', null].map((height) => ({ ...resized, height })),
      { ...resized, type: 'answers' },
      'resized',
      null,
    ]
    await first.evaluate(
      (messages) => messages.forEach((message) => void parent.postMessage(message, '*')),
      wrong,
    )
    await settle()
    expect([await events(), await frameHeight()]).toEqual(before)

    // The same message is believed once everything about it is right.
    await first.evaluate((message) => parent.postMessage(message, '*'), resized)
    await expect.poll(frameHeight).toBe(700)
  })

  it('move nothing in the form', async () => {
    await open('/several')
    const [first, second] = [await embeddedForm(page, 0), await embeddedForm(page, 1)]
    const id = await idOfMessages(0)
    const theme = { yijianshi: 1, id, type: 'theme', theme: '{"accent": "#7a1f5c"}' }
    // A form beside it has no way to get hold of its window.
    expect(await second.evaluate(() => parent.length)).toBe(0)
    await first.evaluate((data) => {
      dispatchEvent(
        new MessageEvent('message', { data, origin: 'https://elsewhere.example', source: parent }),
      )
      dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: window }))
    }, theme)
    const wrong = [
      { ...theme, id: id.replace(/./g, '0') },
      { ...theme, yijianshi: 0 },
      { ...theme, theme: { accent: '#7a1f5c' } },
    ]
    const send = async (message: object) =>
      (await frameElement(page)).evaluate(
        ({ contentWindow }, data) => contentWindow?.postMessage(data, '*'),
        message,
      )
    for (const message of wrong) await send(message)
    await settle()
    const accent = () =>
      first.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--blue'))
    expect(await accent()).toBe('#0f4c99')

    // The same message is believed once everything about it is right.
    await send(theme)
    await expect.poll(accent).toBe('#7a1f5c')
  })
})

describe('a page that makes the frame itself', () => {
  async function heardWith(origin: string): Promise<unknown[]> {
    await open('/empty')
    const greeting = new URLSearchParams({ embed: '1', id: '0123456789abcdef0123456789abcdef', origin })
    await page.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.appendChild(frame)
    }, `${server.url}/f/open-a-stall?embed=1#${greeting}`)
    await page.frameLocator('iframe').locator('#step-form').waitFor()
    await settle()
    return page.evaluate(() => window.heard)
  }

  it('is told of the form where it declares its own origin', async () => {
    expect(await heardWith(host.url)).not.toEqual([])
  })

  it('is told nothing where it declares another, though that one is on the list', async () => {
    expect(await heardWith('http://listed.example')).toEqual([])
  })
})

describe('where the form cannot be shown', () => {
  const link = () => page.getByRole('link', { name: '在线办理' })

  it.each([
    ['the site is not on the bundle’s list', 8833, undefined],
    [
      'the site’s own policy does not let frames in',
      8834,
      `script-src 'self' http://127.0.0.1:${ports.server}`,
    ],
  ])('because %s, a link stands in its place', async (_, port, scripts) => {
    const policy = scripts && `default-src 'none'; style-src 'self'; ${scripts}`
    const other = await startHost(port, server.url, bodies, policy)
    try {
      context = await browser.newContext()
      page = await context.newPage()
      await page.clock.install()
      await page.goto(`${other.url}/`)
      const frame = await frameElement(page)
      await page.waitForLoadState('load')
      expect(await (await frame.contentFrame())?.locator('#form').count()).toBe(0)
      expect(await link().isVisible()).toBe(false)
      await page.clock.runFor(16_000)
      expect((await untilEvent(page, 'form-error')).detail).toEqual({ code: 'no-answer', refused: [] })
      expect(await link().isVisible()).toBe(true)
      expect(await page.locator('yijianshi-form iframe').isVisible()).toBe(false)
    } finally {
      await other.stop()
    }
  })

  it('because the page has no script, a link stands in its place', async () => {
    await open('/', { javaScriptEnabled: false })
    expect(await link().isVisible()).toBe(true)
  })

  it('because the address is none, a link stands in its place', async () => {
    await open('/wrong')
    expect((await untilEvent(page, 'form-error')).detail).toEqual({ code: 'bad-address', refused: [] })
    expect(await link().isVisible()).toBe(true)
  })
})
