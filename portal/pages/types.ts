import type {
  BundleDocument,
  BundleSummary,
  CaseStatus,
  Decision,
  Language,
  LocalText,
  Version,
} from '../../schemas/index.ts'

/** How a page looks: standard, or the elder mode (18 px+ text, 60 px targets). */
export type View = 'standard' | 'elder'

/** What every page gets. worker/pages.ts states the same shapes from the caller's side. */
export interface PageContext {
  language: Language
  view: View
  /** Inside another site's page, which has its own header and navigation. */
  embedded: boolean
  /** Path and query of the page itself: what the language and view switches point at, with `lang` or `view` set. */
  address: string
  /** Built files by vite entry: the entry's source path from the repository's root. */
  assets: Readonly<Record<string, { scripts: string[]; styles: string[] }>>
}

export interface CataloguePage {
  /** What was searched for; empty strings where nothing was. */
  query: { q: string; category: string; audience: string }
  bundles: BundleSummary[]
  nextAddress: string | null
  categories: { id: string; title: LocalText; count: number }[]
  audiences: BundleSummary['audience']
}

export interface BundlePage {
  version: Version
  /** The decision on no answers: what is certain for everyone, and what is open. */
  decision: Decision
}

export interface FormPage {
  version: Version
  /** Today's calendar date in Beijing (`YYYY-MM-DD`), for derived answers. */
  today: string
}

export interface ReceiptsPage {
  /** Typed into the form before; the secret is never given back. */
  number: string
  outcome:
    | { kind: 'empty' }
    | { kind: 'not-found' }
    | { kind: 'unavailable' }
    | { kind: 'found'; status: CaseStatus; document: BundleDocument }
}

/** The page on which an integrator tests another site; texts as typed. */
export interface SelfTestPage {
  /** This server's own origin. */
  server: string
  bundles: BundleSummary[]
  asked: { bundle: string; site: string; policy: string }
  /** The sites that may embed the bundle asked about; null where none was chosen. */
  listed: readonly string[] | null
}

export interface FailurePage {
  status: number
  title: LocalText
  instance: string | null
}
