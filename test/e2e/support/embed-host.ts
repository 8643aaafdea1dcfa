import type { BrowserContext, ElementHandle, Frame, Page } from 'playwright-core'
import { type EmbedHost, type SiteFile, serveSite, strictPolicy } from '../../../tools/embed-host/serve.ts'

/** An event of an embedded form, as a page of the host site saw it. */
export interface FormEvent {
  type: string
  /** Of the element it came from. */
  title: string
  detail: Record<string, unknown>
}

declare global {
  interface Window {
    /** Events of forms, in pages of the host site. */
    recorded: FormEvent[]
    /** Every message this window was sent. */
    heard: unknown[]
  }
}

const recorder = `
window.recorded = []
for (const type of ['form-ready', 'form-resized', 'form-submitted', 'form-abandoned', 'form-error']) {
  document.addEventListener(type, ({ target, detail }) => recorded.push({ type, title: target.title, detail }))
}
`

const styles = `
.spacer { height: 9000px }
.themed { --yijianshi-accent: #7a1f5c; --yijianshi-radius: 0px }
`

function pageOf(server: string, body: string): SiteFile {
  const text = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>易俗河镇</title>
    <link rel="stylesheet" href="/host.css">
    <script src="/recorder.js"></script>
    <script src="${server}/embed.js" async></script>
  </head>
  <body><main><h1>易俗河镇</h1>${body}</main></body>
</html>`
  return { type: 'text/html', text }
}

/** The host site: `bodies` by path, the server's script in each of them, under a strict policy of the site's own. */
export function startHost(
  port: number,
  server: string,
  bodies: Readonly<Record<string, string>>,
  policy: string = strictPolicy(server),
): Promise<EmbedHost> {
  const pages = Object.entries(bodies).map(([path, body]) => [path, pageOf(server, body)])
  return serveSite(port, policy, {
    ...Object.fromEntries(pages),
    '/recorder.js': { type: 'text/javascript', text: recorder },
    '/host.css': { type: 'text/css', text: styles },
  })
}

/** What the browser did while somebody was on the host site. */
export interface Watched {
  addresses: string[]
  complaints: string[]
}

/** Keeps every address that was asked for or shown, every complaint of the browser, and every message to a window. */
export async function watch(context: BrowserContext): Promise<Watched> {
  const watched: Watched = { addresses: [], complaints: [] }
  context.on('request', (request) => watched.addresses.push(request.url()))
  context.on('page', (page) => page.on('framenavigated', (frame) => watched.addresses.push(frame.url())))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watched.complaints.push(message.text())
  })
  context.on('weberror', (error) => watched.complaints.push(String(error.error().stack)))
  await context.addInitScript(() => {
    window.heard = []
    addEventListener('message', ({ data }) => window.heard.push(data))
  })
  return watched
}

/** The element's frame, in the page. */
export async function frameElement(page: Page, index = 0): Promise<ElementHandle<HTMLIFrameElement>> {
  const handle = await page
    .locator('yijianshi-form')
    .nth(index)
    .evaluateHandle((element) => {
      const frame = element.shadowRoot?.querySelector('iframe')
      if (!frame) throw new Error('the element has no frame')
      return frame
    })
  return handle
}

/** The form in an element's frame, once it can be used. */
export async function embeddedForm(page: Page, index = 0): Promise<Frame> {
  await page.locator('yijianshi-form iframe').nth(index).waitFor({ state: 'attached' })
  const frame = await (await frameElement(page, index)).contentFrame()
  if (!frame) throw new Error('there is nothing in the frame')
  await frame.waitForSelector('#step-form')
  return frame
}

/** The first event of a kind, once there is one. */
export async function untilEvent(page: Page, type: string, title?: string): Promise<FormEvent> {
  const found = await page.waitForFunction(
    ([wanted, from]) =>
      window.recorded.find((event) => event.type === wanted && (from === undefined || event.title === from)),
    [type, title] as const,
  )
  const event = await found.jsonValue()
  if (!event) throw new Error(`there was no ${type}`)
  return event
}
