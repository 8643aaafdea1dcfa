import Type, { type Static } from 'typebox'
import { parse } from '../../schemas/validator/index.ts'
import type { AssetEntry, Assets } from '../pages.ts'
import type { AssetSource, EmbedScript } from '../ports.ts'

/** Vite's manifest: https://vite.dev/guide/backend-integration */
const Chunk = Type.Object({
  file: Type.String(),
  isEntry: Type.Optional(Type.Boolean()),
  css: Type.Optional(Type.Array(Type.String())),
  imports: Type.Optional(Type.Array(Type.String())),
})
const Manifest = Type.Record(Type.String(), Chunk)
type Manifest = Static<typeof Manifest>

const manifestPath = '/.vite/manifest.json'

/** The staff site is built by itself, with a manifest and an entry of its own. */
const staffManifestPath = '/.vite/editor.json'
const staffEntry = 'editor/main.tsx'

/** A chunk and everything it imports, itself first, each once. */
function closure(manifest: Manifest, key: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key]?.imports ?? []) closure(manifest, imported, seen)
  return seen
}

/** The entries of a manifest with the addresses of their files; scripts start with the entry's own. */
export function assetsOf(manifest: Manifest): Assets {
  const entries = Object.entries(manifest).filter(([, { isEntry }]) => isEntry)
  return Object.fromEntries(
    entries.map(([source]) => {
      const chunks = [...closure(manifest, source)].flatMap((key) => manifest[key] ?? [])
      const files = chunks.flatMap(({ file, css }) => [file, ...(css ?? [])])
      const addresses = [...new Set(files)].map((file) => `/${file}`)
      return [
        source,
        {
          scripts: addresses.filter((address) => address.endsWith('.js')),
          styles: addresses.filter((address) => address.endsWith('.css')),
        },
      ]
    }),
  )
}

/** Built files as the manifest beside them names them. Read once; a failure is tried again by the next page. */
export function manifestAssets(files: Pick<Fetcher, 'fetch'>): AssetSource {
  let known: Promise<Assets> | undefined
  let knownStaff: Promise<AssetEntry> | undefined
  const scripts = new Map<EmbedScript, string>()

  async function file(path: string): Promise<Response> {
    const response = await files.fetch(`https://assets.invalid${path}`)
    if (!response.ok) throw new Error(`The portal is not built: ${path} answers ${response.status}.`)
    return response
  }

  async function read(path: string): Promise<Assets> {
    return assetsOf(parse(Manifest, await (await file(path)).json()))
  }

  async function readStaff(): Promise<AssetEntry> {
    const entry = (await read(staffManifestPath))[staffEntry]
    if (!entry) throw new Error(`The staff site is not built: its manifest has no ${staffEntry}.`)
    // Modules fetch what they import by themselves; the page names the entry alone.
    return { ...entry, scripts: entry.scripts.slice(0, 1) }
  }

  return {
    assets() {
      known ??= read(manifestPath).catch((error: unknown) => {
        known = undefined
        throw error
      })
      return known
    },
    staff() {
      knownStaff ??= readStaff().catch((error: unknown) => {
        knownStaff = undefined
        throw error
      })
      return knownStaff
    },
    async script(name) {
      const script = scripts.get(name) ?? (await (await file(`/${name}`)).text())
      scripts.set(name, script)
      return script
    },
  }
}
