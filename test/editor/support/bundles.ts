import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../../rules/publishing.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'bundles')

/** The county's bundles, by file name. */
export const bundleDocuments = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => parseDocument(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
