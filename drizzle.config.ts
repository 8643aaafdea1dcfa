import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./worker/db/tables.ts', './worker/db/staff-tables.ts'],
  out: './worker/db/migrations',
})
