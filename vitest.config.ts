import { defineConfig } from 'vitest/config'

/** A real server or a real browser takes its time on a small machine. */
const patient = { testTimeout: 120_000, hookTimeout: 240_000 }

export default defineConfig({
  test: {
    projects: [
      'test/worker/vitest.config.ts',
      { test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'] } },
      {
        test: {
          name: 'unit',
          include: ['test/{schemas,rules,bundles,portal,embed,tools,insight}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'editor', include: ['test/editor/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      { test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], ...patient, testTimeout: 300_000 } },
      { test: { name: 'server', include: ['test/server/**/*.test.ts'], ...patient, fileParallelism: false } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...patient, fileParallelism: false } },
    ],
  },
})
