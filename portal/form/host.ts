import type { Host } from '../embed/frame/host.ts'
import type { FormPageData } from './page-data.ts'

/** The form on a page of its own: nobody to tell. */
const alone: Host = {
  prefill: {},
  ready() {},
  begun() {},
  moved() {},
  submitted() {},
  unreachable() {},
}

/** Whoever shows the form. What talks to other sites' pages is loaded in a frame only. */
export async function findHost({ document }: FormPageData): Promise<Host> {
  if (window.parent === window) return alone
  try {
    const { joinHost } = await import('../embed/frame/index.ts')
    return joinHost(window, document) ?? alone
  } catch {
    // Whoever frames the form is told nothing then, but it can be filled in.
    return alone
  }
}
