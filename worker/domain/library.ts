import { type CompiledBundle, type CompiledCatalogue, compile, compileCatalogue } from '../../rules/index.ts'
import type { Bundles, PublishedVersion } from '../ports.ts'
import { RecentlyUsed } from './recently-used.ts'
import { Refusal } from './refusal.ts'

/** A published version, ready to decide. */
export interface OpenVersion {
  version: PublishedVersion
  compiled: CompiledBundle
}

/** Published versions, ready to decide. Compiled documents are kept in memory by content hash. */
export interface Library {
  /**
   * The given version of a bundle, or its current one.
   *
   * @throws Refusal `unknown-bundle` or `unknown-version`.
   */
  open(bundle: string, number?: number): Promise<OpenVersion>
  /** Every bundle's current version, ordered by bundle id, and all of them compiled together. */
  all(): Promise<{ opened: OpenVersion[]; catalogue: CompiledCatalogue }>
}

/** Enough for every bundle of a county at once. */
const capacity = 128

export function createLibrary(bundles: Bundles): Library {
  const known = new RecentlyUsed<CompiledBundle>(capacity)
  const catalogues = new RecentlyUsed<CompiledCatalogue>(1)

  async function ready(version: PublishedVersion): Promise<OpenVersion> {
    const kept = known.get(version.hash)
    if (kept) return { version, compiled: kept }
    const document = await bundles.document(version.bundle, version.number)
    if (!document) throw new Error(`Version ${version.number} of ${version.bundle} has no document.`)
    const compiled = compile(document)
    known.set(version.hash, compiled)
    return { version, compiled }
  }

  return {
    async open(bundle, number) {
      return ready(await findVersion(bundles, bundle, number))
    },
    async all() {
      const opened: OpenVersion[] = []
      for (const version of await bundles.currentVersions()) opened.push(await ready(version))
      const key = opened.map(({ version }) => version.hash).join()
      const catalogue =
        catalogues.get(key) ?? compileCatalogue(opened.map(({ compiled }) => compiled.document))
      catalogues.set(key, catalogue)
      return { opened, catalogue }
    },
  }
}

/**
 * The given version of a bundle, or its current one, without its document.
 *
 * @throws Refusal `unknown-bundle` or `unknown-version`.
 */
export async function findVersion(
  bundles: Bundles,
  bundle: string,
  number?: number,
): Promise<PublishedVersion> {
  if (number !== undefined) {
    const version = await bundles.version(bundle, number)
    if (version) return version
  }
  const current = await bundles.current(bundle)
  if (!current) throw new Refusal('unknown-bundle')
  if (number !== undefined) throw new Refusal('unknown-version', { currentVersion: current.number })
  return current
}
