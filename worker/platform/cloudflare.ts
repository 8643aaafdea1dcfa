import { drizzle } from 'drizzle-orm/d1'
import { createBundles } from '../db/bundles.ts'
import { createCases } from '../db/cases.ts'
import type { Ports } from '../ports.ts'
import { manifestAssets } from './assets.ts'
import { parseKeys } from './keys.ts'
import { consoleLog } from './log.ts'

/** Bindings, variables and secrets of the worker (wrangler.toml). */
export interface Environment {
  DB: D1Database
  /** The built portal. */
  ASSETS: Pick<Fetcher, 'fetch'>
  /** 行政区划代码 of the county. */
  REGION: string
  /** Secret: base64 of 32 random bytes that seal sensitive answers. Losing it loses those answers. */
  ANSWERS_KEY?: string
  /** Secret: base64 of 32 random bytes that receipt secrets and idempotency hashes come from. */
  RECEIPT_KEY?: string
  /** Secret: at least 16 characters; whoever has it may publish bundles. */
  PUBLISH_TOKEN?: string
}

/**
 * The ports on Cloudflare.
 *
 * @throws Error where REGION is not six digits.
 */
export function cloudflarePorts(environment: Environment): Ports {
  if (!/^\d{6}$/.test(environment.REGION)) throw new Error('REGION has to be a region code of six digits.')
  const database = drizzle(environment.DB)
  return {
    bundles: createBundles(database),
    cases: createCases(database),
    clock: { now: () => new Date() },
    keys: parseKeys(environment),
    assetSource: manifestAssets(environment.ASSETS),
    log: consoleLog,
    region: environment.REGION,
  }
}
