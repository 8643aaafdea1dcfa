import type { Html, PageContext, Pages } from '../pages.ts'
import type { Services } from '../services.ts'
import type { Preferences } from './preferences.ts'

/** What a page's handler works with. */
export interface PageRequest {
  request: Request
  parameters: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  services: Services
  pages: Pages
  context: PageContext
}

/** A page, and in what it differs from the others. */
export interface PageReply {
  html: Html
  status?: 200 | 404 | 503
  /** Origins that may frame it, beside our own. */
  framedBy?: readonly string[]
  headers?: Readonly<Record<string, string>>
}

/** A line of the site's route table. */
export interface PageRoute {
  method: 'GET' | 'POST'
  path: string
  answer(request: PageRequest): Promise<PageReply>
}

export async function pageContext({ assetSource }: Services, preferences: Preferences): Promise<PageContext> {
  return { ...preferences, assets: await assetSource.assets() }
}
