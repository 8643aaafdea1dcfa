import type { PageContext } from '../../../portal/pages/types.ts'

/** What every page gets, for a visitor who reads `language`. */
export function contextFor(
  language: PageContext['language'] = 'zh-CN',
  changes: Partial<PageContext> = {},
): PageContext {
  return {
    language,
    view: 'standard',
    embedded: false,
    address: '/',
    assets: {
      'portal/form/main.tsx': { scripts: ['/assets/form-1.js', '/assets/shared-1.js'], styles: [] },
      'portal/styles/main.css': { scripts: [], styles: ['/assets/main-1.css'] },
    },
    ...changes,
  }
}

/** How often something stands in a page. */
export function count(html: string, pattern: RegExp): number {
  return [...html.matchAll(new RegExp(pattern, 'g'))].length
}
