import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '../../schemas/index.ts'

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' })
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false)

/** People of staff. The first columns are better-auth's, by its names. */
export const staffUsers = sqliteTable('staff_users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: flag('email_verified'),
  image: text(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  /** Roles, separated by commas. */
  roles: text().notNull().default(''),
  /** Code of the department; null: the whole county. */
  department: text(),
  disabled: flag('disabled'),
  /** An account of the local demonstration, which a real server refuses. */
  demo: flag('demo'),
})

/** Who is signed in (better-auth). */
export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: text().primaryKey(),
    expiresAt: moment('expires_at').notNull(),
    token: text().notNull().unique(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
  },
  (table) => [index('staff_sessions_by_user').on(table.userId)],
)

/** How people of staff sign in: a password's hash, or an identity at the county's sign-on (better-auth). */
export const staffAccounts = sqliteTable(
  'staff_accounts',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('staff_accounts_by_user').on(table.userId)],
)

/** Passing secrets of a sign-on under way (better-auth). */
export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('staff_verifications_by_identifier').on(table.identifier)],
)

/** Attempts to sign in, by a keyed hash of the address or of where they came from. Times in milliseconds. */
export const signInAttempts = sqliteTable('sign_in_attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  since: integer().notNull(),
})

/** One-time links with which the first administrator is set up; only the hash of the secret is kept. */
export const setUpLinks = sqliteTable('set_up_links', {
  hash: text().primaryKey(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
})

/** What is being worked on, one draft a bundle. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    titleChinese: text('title_zh').notNull(),
    titleEnglish: text('title_en').notNull(),
    lead: text().notNull(),
    state: text().notNull(),
    /** Any JSON object with the right id: half-finished work is kept as it is. */
    document: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    hash: text().notNull(),
    revision: integer().notNull(),
    owner: text().notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: text('updated_at').notNull(),
    submittedBy: text('submitted_by'),
    reviewedBy: text('reviewed_by'),
    /** When it is to be published by itself (ISO 8601). */
    publishAt: text('publish_at'),
    /** What becomes of forms that citizens have saved: keep, move or ask. */
    savedForms: text('saved_forms'),
  },
  (table) => [index('drafts_by_lead').on(table.lead, table.id)],
)

/** What was said when a draft was submitted, approved or returned. Rows are written once. */
export const draftReviews = sqliteTable(
  'draft_reviews',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    draft: text().notNull(),
    revision: integer().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    kind: text().notNull(),
    comment: text().notNull(),
  },
  (table) => [index('draft_reviews_by_draft').on(table.draft, table.id)],
)

/** What the checks say about a document, by its content: worked out once. */
export const analyses = sqliteTable('analyses', {
  hash: text().primaryKey(),
  result: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})

/** Who changed what and when. Rows are only ever added: triggers refuse anything else. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    /** Id of the person of staff; null: the system itself. */
    actor: text(),
    action: text().notNull(),
    /** What it was done to: the kind of thing, and its id. */
    kind: text().notNull(),
    subject: text().notNull(),
    fromRevision: integer('from_revision'),
    toRevision: integer('to_revision'),
    /** Names of the parts that changed; never their content. */
    details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index('audit_log_by_subject').on(table.kind, table.subject, table.id),
    index('audit_log_by_actor').on(table.actor, table.id),
  ],
)

/** Work for later, swept by the cron: each row is done once, by whoever gets to it. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    subject: text().notNull(),
    dueAt: text('due_at').notNull(),
    payload: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    createdAt: text('created_at').notNull(),
    attempts: integer().notNull().default(0),
    doneAt: text('done_at'),
    failure: text(),
  },
  (table) => [index('jobs_by_due').on(table.doneAt, table.dueAt)],
)

/** 公共目录: departments, regions, common fields, materials, parameters and categories that bundles share. */
export const registryEntries = sqliteTable(
  'registry_entries',
  {
    kind: text().notNull(),
    id: text().notNull(),
    title: text({ mode: 'json' }).$type<LocalText>().notNull(),
    value: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    revision: integer().notNull(),
    updatedBy: text('updated_by'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
)
