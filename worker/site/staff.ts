import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { toBase64Url } from '../domain/crypto.ts'
import { staffHeaders } from '../http/security-headers.ts'
import type { AssetEntry } from '../pages.ts'
import type { Services } from '../services.ts'
import { type Preferences, preferencesOf, rememberChoice } from './preferences.ts'

const titles = { 'zh-CN': '工作台 · 一件事一次办', en: 'Workbench · Yijianshi' }
const withoutScript = {
  'zh-CN': '工作台需要启用 JavaScript。',
  en: 'The workbench needs JavaScript.',
}

/** The page around the staff site; everything in it is drawn by its script. */
async function shell({ language }: Preferences, { scripts, styles }: AssetEntry, nonce: string) {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${titles[language]}</title>
    <link rel="icon" href="data:," />
    ${styles.map((address) => html`<link rel="stylesheet" href="${address}" />`)}
    ${scripts.map((address) => html`<script type="module" src="${address}"></script>`)}
  </head>
  <body>
    <div id="root" nonce="${nonce}" translate="no"></div>
    <noscript>${withoutScript[language]}</noscript>
  </body>
</html>`
}

/** The staff site: one page, whatever the address below `/staff`. Who may see what is decided by the API. */
export function registerStaff(app: Hono, { assetSource }: Services): void {
  async function answer(context: Context): Promise<Response> {
    const preferences = preferencesOf(context)
    const redirect = rememberChoice(context, preferences)
    if (redirect) return redirect
    const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(18)))
    const page = await shell(preferences, await assetSource.staff(), nonce)
    const headers = { 'Content-Type': 'text/html; charset=UTF-8', ...staffHeaders(nonce) }
    return new Response(String(page), { headers })
  }
  app.get('/staff', answer)
  app.get('/staff/*', answer)
}
