import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startServer, type TestServer, type TestServerOptions } from '../../support/server.ts'
import { launchBrowser, type Preferences, type Visitor, visit } from './browser.ts'

/** The real server and a real browser for the tests of one file. */
export function siteFor(options: TestServerOptions) {
  let server: TestServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(options), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  return {
    get server(): TestServer {
      if (!server) throw new Error('the server is not running')
      return server
    },
    /** A visitor with a fresh browser profile at a path of the site. */
    visit(path: string, preferences?: Preferences): Promise<Visitor> {
      if (!browser) throw new Error('the browser is not running')
      return visit(browser, `${this.server.url}${path}`, preferences)
    },
  }
}

/** Beijing's date today, which derived answers go by. */
export function beijingToday(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}
