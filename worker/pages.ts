import type {
  Answers,
  BundleDocument,
  BundleSummary,
  CaseStatus,
  Decision,
  Language,
  LocalText,
  Version,
} from '../schemas/index.ts'
import type { ClearCard } from './domain/card.ts'
import type { InterviewTurn } from './domain/interview.ts'
import type { AskedQuestion, Walk } from './domain/walk.ts'

/** How a page looks: standard, or the elder mode (18 px+ text, 60 px targets). */
export type View = 'standard' | 'elder'

/** The built files of one vite entry, as addresses to put into `src` and `href`. */
export interface AssetEntry {
  scripts: string[]
  styles: string[]
}

/** Built files by vite entry: the entry's source path from the repository's root, such as `portal/form/main.tsx`. */
export type Assets = Readonly<Record<string, AssetEntry>>

/** What every page gets. */
export interface PageContext {
  language: Language
  view: View
  /** Inside another site's page, which has its own header and navigation. */
  embedded: boolean
  /** Path and query of the page itself: what the language and view switches point at, with `lang` or `view` set. */
  address: string
  assets: Assets
}

export interface CataloguePage {
  /** What was searched for; empty strings where nothing was. */
  query: { q: string; category: string; audience: string }
  bundles: BundleSummary[]
  /** Address of the following page, or null on the last one. */
  nextAddress: string | null
  /** Every category that has a published bundle, and how many it has. */
  categories: { id: string; title: LocalText; count: number }[]
  /** Every audience that has a published bundle. */
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
  /** Answers that were given before, such as in the pre-check. */
  answers: Answers
}

/** The guided pre-check at a question. */
export interface PrecheckPage {
  version: Version
  walk: Walk
  decision: Decision
  question: AskedQuestion
  /** How many questions can still change something, this one included. */
  left: number
}

export interface CardPage {
  version: Version
  card: ClearCard
  /** The form's address on this server, without answers: for the QR code. */
  formAddress: string
  /** The pre-check has just ended in it. */
  ended: boolean
}

/** The interview: first whom it is for, then question by question, then what came of it. */
export type InterviewPage =
  | { kind: 'audience'; audiences: BundleSummary['audience'] }
  | { kind: 'turn'; turn: InterviewTurn }

/** The receipt page: an empty form, a form that found nothing, or a case's status. */
export interface ReceiptsPage {
  /** Typed into the form before; the secret is never given back. */
  number: string
  outcome:
    | { kind: 'empty' }
    /** Unknown number and wrong secret are one and the same. */
    | { kind: 'not-found' }
    /** The service cannot look receipts up right now. */
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

/** A page that says what went wrong. `instance` is a reference to quote to support. */
export interface FailurePage {
  status: number
  title: LocalText
  instance: string | null
}

export type Html = string | Promise<string>

/** The server-rendered pages: pure functions from data to a whole HTML document. portal/pages implements them. */
export interface Pages {
  catalogue(context: PageContext, page: CataloguePage): Html
  bundle(context: PageContext, page: BundlePage): Html
  form(context: PageContext, page: FormPage): Html
  precheck(context: PageContext, page: PrecheckPage): Html
  card(context: PageContext, page: CardPage): Html
  interview(context: PageContext, page: InterviewPage): Html
  receipts(context: PageContext, page: ReceiptsPage): Html
  selfTest(context: PageContext, page: SelfTestPage): Html
  notFound(context: PageContext): Html
  failure(context: PageContext, page: FailurePage): Html
}
