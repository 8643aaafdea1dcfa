import Type, { type Static } from 'typebox'
import { parse } from '../../schemas/validator/index.ts'
import type { Assets } from '../pages.ts'
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
  const scripts = new Map<EmbedScript, string>()

  async function file(path: string): Promise<Response> {
    const response = await files.fetch(`https://assets.invalid${path}`)
    if (!response.ok) throw new Error(`The portal is not built: ${path} answers ${response.status}.`)
    return response
  }

  async function read(): Promise<Assets> {
    return assetsOf(parse(Manifest, await (await file(manifestPath)).json()))
  }

  return {
    assets() {
      known ??= read().catch((error: unknown) => {
        known = undefined
        throw error
      })
      return known
    },
    async script(name) {
      const script = scripts.get(name) ?? (await (await file(`/${name}`)).text())
      scripts.set(name, script)
      return script
    },
  }
}
