import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What became of a document that was published. */
export interface Published {
  bundle: string
  number: number
  /** False: it was current already. */
  created: boolean
}

/** Every bundle document in a folder. */
export function bundleFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

/**
 * Publishes a bundle document through the API of a running server.
 *
 * @throws Error with the server's answer, where it refuses.
 */
export async function publishFile(server: string, token: string, file: string): Promise<Published> {
  const bundle = basename(file, '.json')
  const response = await fetch(`${server}/api/bundles/${bundle}/versions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: readFileSync(file),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${file}: ${response.status} ${answer}`)
  const { number } = JSON.parse(answer)
  return { bundle, number, created: response.status === 201 }
}
