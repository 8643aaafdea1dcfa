import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)

/** Flags of the packaged browser that weaken it or keep it from being a browser as people have it. */
const unwanted = /single-process|no-zygote|disable-web-security|allow-running-insecure-content/

/** An installed Chromium, or the one of the npm package. */
export async function launchBrowser(): Promise<Browser> {
  const always = ['--no-sandbox', '--disable-background-networking']
  if (installed) return chromium.launch({ executablePath: installed, args: always })
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args.filter((flag) => !unwanted.test(flag)), ...always],
  })
}

export interface Visitor {
  page: Page
  /** Everything a page should never do: errors, breaches of the content security policy, requests elsewhere. */
  complaints: string[]
  leave(): Promise<void>
}

export interface Preferences {
  language?: 'zh-CN' | 'en'
  view?: 'standard' | 'elder'
  width?: number
  height?: number
}

/** A visitor with a fresh browser profile, whose pages are watched for everything they should never do. */
export async function visit(
  browser: Browser,
  url: string,
  { language = 'zh-CN', view = 'standard', width = 1280, height = 900 }: Preferences = {},
): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({ viewport: { width, height }, locale: language })
  const complaints: string[] = []
  const { origin } = new URL(url)
  await context.addCookies([
    { name: 'language', value: language, url: origin },
    { name: 'view', value: view, url: origin },
  ])
  context.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(`${origin}/`) && !asked.startsWith('data:')) complaints.push(`asked for ${asked}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error().stack)))
  const page = await context.newPage()
  await page.goto(url)
  return { page, complaints, leave: () => context.close() }
}
