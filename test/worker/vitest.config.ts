import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineProject } from 'vitest/config'

const root = join(import.meta.dirname, '..', '..')

/** The date the deployed worker has, so that the tests see the same platform. */
function compatibilityDate(): string {
  const date = /^compatibility_date = "(.*)"$/m.exec(readFileSync(join(root, 'wrangler.toml'), 'utf8'))?.[1]
  if (!date) throw new Error('wrangler.toml has no compatibility_date.')
  return date
}

/** Tests that run inside workerd, with a D1 database of their own for each file. */
export default defineProject({
  cacheDir: join(root, 'node_modules/.vite/worker'),
  plugins: [
    cloudflareTest(async () => ({
      miniflare: {
        compatibilityDate: compatibilityDate(),
        d1Databases: ['DB'],
        bindings: { MIGRATIONS: await readD1Migrations(join(root, 'worker/db/migrations')) },
      },
    })),
  ],
  test: {
    name: 'worker',
    include: ['**/*.test.ts'],
    setupFiles: ['./support/migrate.ts'],
    testTimeout: 60_000,
    // json-rules-engine's `path` breaks in this pool unless it is bundled.
    deps: { optimizer: { ssr: { enabled: true, include: ['json-rules-engine'] } } },
  },
})
