import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleDocument } from '../../../schemas/index.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'bundles')

export const bundleIds = [
  'construction-permit',
  'flexible-employment-insurance',
  'home-resale-transfer',
  'newborn',
  'open-a-restaurant',
  'rural-homestead-building',
  'start-a-company',
] as const

/** One of the county's bundles, as it stands in bundles/. */
export function bundleDocument(id: string): BundleDocument {
  const document: BundleDocument = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))
  return document
}
