/// <reference types="@cloudflare/vitest-pool-workers/types" />

declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    /** The SQL of worker/db/migrations, in order. */
    MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
