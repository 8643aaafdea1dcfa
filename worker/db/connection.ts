import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { StoreBusyError } from '../ports.ts'

/** What this folder asks of a database: drizzle's D1 and libsql drivers both have it. `batch` is the transaction. */
export interface Connection extends BaseSQLiteDatabase<'async', unknown> {
  batch<U extends BatchItem<'sqlite'>, T extends Readonly<[U, ...U[]]>>(batch: T): Promise<BatchResponse<T>>
}

/** What D1 says when trying again later can help: https://developers.cloudflare.com/d1/observability/debug-d1/ */
const passing =
  /overloaded|network connection lost|storage operation exceeded timeout|transient issue|reset because|internal error; reference|SQLITE_BUSY|database is locked/i

function messages(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${messages(error.cause)}` : ''
}

/** Does `work`, and says so in the ports' own words where the database is only busy. */
export async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw passing.test(messages(error))
      ? new StoreBusyError('The database is busy.', { cause: error })
      : error
  }
}

/** Whether a statement failed because a row with this key was there already. */
export function isUniqueViolation(error: unknown): boolean {
  return /UNIQUE constraint failed|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(messages(error))
}
