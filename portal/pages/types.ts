import type {
  Answers,
  BundleDocument,
  BundleSummary,
  CaseStatus,
  Decision,
  Explanation,
  Fault,
  Field,
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
  /** Answers that were given before, such as in the pre-check. */
  answers: Answers
}

/** A walk through questions one at a time. Pages carry it along in hidden inputs: no address and no store holds it. */
export interface Walk {
  answers: Answers
  /** The questions dealt with, in order; those without an answer were skipped. */
  trail: string[]
}

/** A question as it is shown. */
export interface AskedQuestion {
  /** Id of the field, or its `catalogueKey` in the interview. */
  id: string
  field: Field
  required: boolean
  /** What the controls show: the answer given before, or what was typed, right or wrong. */
  value: unknown
  /** What is wrong with it; pointers start below the answer. */
  faults: Fault[]
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

/** 明白卡 for given answers. */
export interface ClearCard {
  walk: Walk
  decision: Decision
  /** Of everything that holds or is open. */
  explanations: Explanation[]
  /** Beijing date. */
  today: string
  /** By when something accepted today is done. `uncovered`: the holidays of that year are not announced yet. */
  due: { kind: 'unknown' } | { kind: 'date'; date: string } | { kind: 'uncovered'; year: number }
}

export interface CardPage {
  version: Version
  card: ClearCard
  /** The form's address on this server, without answers: for the QR code. */
  formAddress: string
  /** The pre-check has just ended in it. */
  ended: boolean
}

/** Where the interview over all bundles stands. */
export interface InterviewTurn {
  audience: string[]
  walk: Walk
  /** The question to show; null: the result. */
  question: AskedQuestion | null
  /** The bundles that the question is asked for. */
  askedFor: BundleDocument[]
  left: number
  verdicts: {
    document: BundleDocument
    decision: Decision
    /** By field of the bundle. */
    answers: Answers
    /** Fields on which eligibility still hangs. */
    dependsOn: string[]
  }[]
  /** Bundles that are of no interest. */
  dismissed: BundleDocument[]
}

/** The interview: first whom it is for, then question by question, then what came of it. */
export type InterviewPage =
  | { kind: 'audience'; audiences: BundleSummary['audience'] }
  | { kind: 'turn'; turn: InterviewTurn }

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
