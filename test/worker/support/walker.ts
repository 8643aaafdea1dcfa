import { expect } from 'vitest'
import type { TestApp } from './app.ts'

/** A page as somebody without JavaScript sees it. */
export interface Seen {
  status: number
  headers: Headers
  html: string
  /** What the hidden inputs of the page's question carry along. */
  carried: Record<string, string>
  /** The page's heading, as text. */
  heading: string
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

async function seen(response: Response): Promise<Seen> {
  const html = await response.text()
  const form = /<form class="walk-question"[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? html
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''
  return {
    status: response.status,
    headers: response.headers,
    html,
    carried: Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, plain(value)])),
    heading: plain(heading.replaceAll(/<[^>]*>/g, '')),
  }
}

/** Somebody who walks through pages by links and plain forms. */
export function walker({ app }: TestApp, headers: Record<string, string> = {}) {
  const post = async (
    path: string,
    fields: Record<string, string> | [string, string][] | string,
    more: Record<string, string> = {},
  ): Promise<Seen> => {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
    return seen(await app.request(path, { method: 'POST', body, headers: { ...type, ...headers, ...more } }))
  }
  return {
    get: async (path: string) => seen(await app.request(path, { headers })),
    post,
    /** Sends the page's question with what it carries along. */
    go: (path: string, page: Seen, fields: Record<string, string>): Promise<Seen> => {
      expect(page.carried.question, page.html).toBeTruthy()
      return post(path, { ...page.carried, ...fields })
    },
  }
}
