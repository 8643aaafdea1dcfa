import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Answers, BundleDocument, BundleSummary, Decision } from '../../schemas/index.ts'
import type { Sealed } from '../domain/seal.ts'

/** One row a bundle: its current version and what the catalogue shows and searches. */
export const bundles = sqliteTable(
  'bundles',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    category: text().notNull(),
    current: integer().notNull(),
    hash: text().notNull(),
    publishedAt: text('published_at').notNull(),
    /** When it was taken out of the catalogue; null: it is in it. */
    withdrawnAt: text('withdrawn_at'),
    summary: text({ mode: 'json' }).$type<BundleSummary>().notNull(),
    /** Titles in both languages, width-normalised and in lower case. */
    searchTitle: text('search_title').notNull(),
    /** Everything else that can be searched for, likewise. */
    searchText: text('search_text').notNull(),
  },
  (table) => [index('bundles_by_code').on(table.code, table.id)],
)

/** Published documents. Rows are written once and never changed. */
export const versions = sqliteTable(
  'versions',
  {
    bundle: text().notNull(),
    number: integer().notNull(),
    hash: text().notNull(),
    publishedAt: text('published_at').notNull(),
    /** Who published it, by staff id; null: with the publish token. */
    publishedBy: text('published_by'),
    /** What becomes of forms that citizens saved on earlier versions: keep, move or ask. */
    savedForms: text('saved_forms'),
    document: text({ mode: 'json' }).$type<BundleDocument>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bundle, table.number] }),
    index('versions_by_hash').on(table.bundle, table.hash),
  ],
)

/** The last running number given out, by region and Beijing date. */
export const receiptCounters = sqliteTable(
  'receipt_counters',
  {
    region: text().notNull(),
    day: text().notNull(),
    value: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.region, table.day] }),
    check('receipt_counters_six_digits', sql`${table.value} between 1 and 999999`),
  ],
)

/** Accepted applications. `key` is a keyed hash of the Idempotency-Key, `body` one of the request. */
export const cases = sqliteTable(
  'cases',
  {
    number: text().primaryKey(),
    key: text().notNull().unique(),
    body: text().notNull(),
    secretHash: text('secret_hash').notNull(),
    bundle: text().notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
    /** Sensitive values are sealed, see worker/domain/seal.ts. */
    answers: text({ mode: 'json' }).$type<Record<string, Answers[string] | Sealed>>().notNull(),
    decision: text({ mode: 'json' }).$type<Decision>().notNull(),
    region: text().notNull(),
    township: text(),
    receivedAt: text('received_at').notNull(),
  },
  (table) => [index('cases_by_bundle').on(table.bundle, table.receivedAt)],
)
