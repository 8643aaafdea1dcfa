import { env } from 'cloudflare:test'
import type { Hono } from 'hono'
import { pages } from '../../../portal/pages/index.ts'
import type { BundleDocument } from '../../../schemas/index.ts'
import { createApp } from '../../../worker/app.ts'
import { cloudflarePorts, type Environment } from '../../../worker/platform/cloudflare.ts'
import type { Log, Ports } from '../../../worker/ports.ts'

export const token = 'a-token-only-for-tests'

/** Secrets only for tests. */
export const secrets = {
  ANSWERS_KEY: btoa('A'.repeat(32)),
  RECEIPT_KEY: btoa('R'.repeat(32)),
  PUBLISH_TOKEN: token,
}

const manifest = {
  'portal/form/main.tsx': { file: 'assets/form-1a2b.js', isEntry: true, css: ['assets/form-3c4d.css'] },
  'portal/styles/main.css': { file: 'assets/main-5e6f.css', isEntry: true },
}

/** Stands for the built portal. */
const builtFiles = { fetch: async () => Response.json(manifest) }

export interface TestApp {
  app: Hono
  /** What was logged as unexpected. */
  failures: unknown[]
  /** The time the app believes it is. */
  setTime(time: string): void
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  publish(document: BundleDocument): Promise<Response>
}

/** The app over this file's own database. `environment` replaces bindings, `change` replaces ports. */
export function testApp(
  environment: Partial<Environment> = {},
  change: (ports: Ports) => Ports = (ports) => ports,
): TestApp {
  const failures: unknown[] = []
  const log: Log = { failure: (_instance, error) => failures.push(error) }
  let now = new Date('2026-11-23T02:00:00Z')
  const bindings = { DB: env.DB, ASSETS: builtFiles, REGION: '430321', ...secrets, ...environment }
  const ports = { ...cloudflarePorts(bindings), clock: { now: () => now }, log }
  const app = createApp(change(ports), pages)

  const post: TestApp['post'] = async (path, body, headers) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    app,
    failures,
    setTime: (time) => {
      now = new Date(time)
    },
    get: async (path, headers = {}) => app.request(path, { headers }),
    post,
    publish: (document) =>
      post(`/api/bundles/${document.id}/versions`, document, { Authorization: `Bearer ${token}` }),
  }
}

/** How many rows each table has. */
export async function rowCounts(): Promise<Record<string, number>> {
  const tables = ['bundles', 'versions', 'cases', 'receipt_counters']
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`select count(*) as n from ${table}`)),
  )
  return Object.fromEntries(tables.map((table, index) => [table, counts[index]?.results[0]?.n ?? -1]))
}

/** Empties every table. */
export async function emptyTables(): Promise<void> {
  await env.DB.batch(
    ['bundles', 'versions', 'cases', 'receipt_counters'].map((table) =>
      env.DB.prepare(`delete from ${table}`),
    ),
  )
}
