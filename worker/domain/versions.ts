import type { Version, VersionPage } from '../../schemas/index.ts'
import type { Bundles, PublishedVersion } from '../ports.ts'
import { Refusal } from './refusal.ts'

/** A version with its document. */
export async function withDocument(bundles: Bundles, version: PublishedVersion): Promise<Version> {
  const document = await bundles.document(version.bundle, version.number)
  if (!document) throw new Error(`Version ${version.number} of ${version.bundle} has no document.`)
  const { bundle, number, hash, publishedAt } = version
  return { bundle, number, hash, publishedAt, document }
}

/**
 * A page of a bundle's versions, newest first; `before` is the cursor.
 *
 * @throws Refusal `unknown-bundle`.
 */
export async function versionPage(
  bundles: Bundles,
  bundle: string,
  before: number | null,
  limit: number,
): Promise<VersionPage> {
  const [current, found] = await Promise.all([
    bundles.current(bundle),
    bundles.versions(bundle, before, limit + 1),
  ])
  if (!current) throw new Refusal('unknown-bundle')
  const versions = found.slice(0, limit)
  return { versions, next: found.length > limit ? (versions.at(-1)?.number ?? null) : null }
}
