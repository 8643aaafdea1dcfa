import type {
  Answers,
  BundleDocument,
  BundleSummary,
  Decision,
  LocalText,
  VersionSummary,
} from '../schemas/index.ts'
import type { Sealed } from './domain/seal.ts'
import type { AssetEntry, Assets } from './pages.ts'

/** Where the time comes from. */
export interface Clock {
  now(): Date
}

/**
 * What only the operator knows. A key that is missing or malformed is null, and whatever needs it refuses to work:
 * there is no default.
 */
export interface Keys {
  /** 32 bytes; seals sensitive answers at rest (AES-256-GCM). */
  answers: Uint8Array<ArrayBuffer> | null
  /** 32 bytes; derives receipt secrets and hashes idempotency keys (HMAC-SHA-256). */
  receipts: Uint8Array<ArrayBuffer> | null
  /** Bearer token of whoever may publish. */
  publishToken: string | null
}

/** A version by its address: enough to know whether something has changed. */
export interface PublishedVersion extends VersionSummary {
  /** False where an earlier version of the bundle had the same content (a roll-back). */
  firstOfItsContent: boolean
}

/** What the catalogue is asked for. Words are normalised; all of them must occur. */
export interface CatalogueQuery {
  words: readonly string[]
  category: string | null
  audience: string | null
  after: CataloguePlace | null
  limit: number
}

/** A place in the catalogue's order: title hits first, then the county's own number, then the id. */
export interface CataloguePlace {
  rank: number
  code: string
  id: string
}

export interface CatalogueEntry {
  summary: BundleSummary
  place: CataloguePlace
}

/** A version about to be published, with what the catalogue shows and searches. */
export interface NewVersion {
  version: VersionSummary
  document: BundleDocument
  summary: BundleSummary
  searchTitle: string
  searchText: string
}

export interface Bundles {
  page(query: CatalogueQuery): Promise<CatalogueEntry[]>
  summary(id: string): Promise<BundleSummary | null>
  /** Every bundle's current version, ordered by bundle id. */
  currentVersions(): Promise<PublishedVersion[]>
  current(id: string): Promise<PublishedVersion | null>
  version(id: string, number: number): Promise<PublishedVersion | null>
  /** Versions with a number below `before`, newest first. */
  versions(id: string, before: number | null, limit: number): Promise<VersionSummary[]>
  document(id: string, number: number): Promise<BundleDocument | null>
  categories(): Promise<{ id: string; title: LocalText; count: number }[]>
  audiences(): Promise<BundleSummary['audience']>
  /** Stores the version and makes it current, all or nothing. False: the number was taken by somebody else meanwhile. */
  publish(version: NewVersion): Promise<boolean>
}

/** Answers as they are stored: sensitive values sealed. */
export type StoredAnswers = Record<string, Answers[string] | Sealed>

export interface StoredCase {
  number: string
  /** Keyed hash of the Idempotency-Key. */
  key: string
  /** Keyed hash of the request's content. */
  body: string
  secretHash: string
  bundle: string
  version: number
  hash: string
  answers: StoredAnswers
  decision: Decision
  region: string
  township: string | null
  receivedAt: string
}

export interface Cases {
  byKey(key: string): Promise<StoredCase | null>
  byNumber(number: string): Promise<StoredCase | null>
  /**
   * Stores the case under the next number of its region and day (`YYYYMMDD`, Beijing), in one transaction and without
   * gaps. Where a case with this key exists already, nothing changes. Returns the case that now has the key, and
   * whether it was added by this call.
   */
  add(application: Omit<StoredCase, 'number'>, day: string): Promise<{ stored: StoredCase; added: boolean }>
}

/** Built files of the portal. */
export interface AssetSource {
  assets(): Promise<Assets>
  /** The built staff site: its one entry. */
  staff(): Promise<AssetEntry>
  /** The text of a built script that other sites load by its name. */
  script(name: EmbedScript): Promise<string>
}

/** Scripts for other sites' pages. */
export type EmbedScript = 'embed.js' | 'embed-check.js'

/** Where unexpected errors go. Implementations write no personal data. */
export interface Log {
  failure(instance: string, error: unknown): void
}

/** The store cannot answer just now; trying again later can help. Thrown by `Bundles` and `Cases`. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError'
}

/** Everything the app needs from where it runs. */
export interface Ports {
  bundles: Bundles
  cases: Cases
  clock: Clock
  keys: Keys
  assetSource: AssetSource
  log: Log
  /** 行政区划代码 of the county, six digits. */
  region: string
}
