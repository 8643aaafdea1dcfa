import { isJsonObject, type Version } from '../../../schemas/index.ts'

/**
 * The bundle's current version. It comes from our own server, and compiling it refuses one that hangs together
 * wrongly, so only its frame is checked here.
 *
 * @throws Error where it cannot be had.
 */
export async function currentVersion(bundle: string, send: typeof fetch): Promise<Version> {
  const response = await send(`/api/bundles/${encodeURIComponent(bundle)}/versions/current`)
  const version: unknown = response.ok ? await response.json() : undefined
  if (!isVersion(version)) throw new Error('the current version cannot be had')
  return version
}

function isVersion(value: unknown): value is Version {
  return isJsonObject(value) && typeof value.number === 'number' && isJsonObject(value.document)
}
