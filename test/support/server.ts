import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BundleDocument } from '../../schemas/index.ts'
import { ensureFree } from '../../tools/server/free-port.ts'
import { untilHealthy } from '../../tools/server/healthy.ts'
import { bundleFiles, publishFile } from '../../tools/server/publish-bundles.ts'
import { freshSecrets, publishToken } from '../../tools/server/secrets.ts'
import { buildPortal, migrate, root, startWrangler } from '../../tools/server/wrangler.ts'

/** A real `wrangler dev` with a database and secrets of its own. */
export interface TestServer {
  /** Its address, without a slash at the end. */
  readonly url: string
  /** Publishes any text as the document of a bundle. */
  publish(bundle: string, body: string): Promise<Response>
  /** Ends it with everything it started, and forgets its database. */
  stop(): Promise<void>
}

export interface TestServerOptions {
  port: number
  /** Publish the county's bundles, all of them or those with these ids; none unless given. */
  bundles?: 'all' | readonly string[]
  /** Publish these documents too. */
  documents?: readonly BundleDocument[]
}

/**
 * Builds the portal where that has not been done, migrates a fresh database, starts the real server, and publishes.
 *
 * @throws Error where a step fails; nothing is left running then.
 */
export async function startServer({
  port,
  bundles = [],
  documents = [],
}: TestServerOptions): Promise<TestServer> {
  await ensureFree(port)
  const manifests = ['manifest.json', 'editor.json'].map((name) => join(root, 'dist/portal/.vite', name))
  if (!manifests.every((path) => existsSync(path))) await buildPortal()
  const folder = mkdtempSync(join(tmpdir(), 'yijianshi-'))
  const secrets = join(folder, 'secrets.env')
  writeFileSync(secrets, freshSecrets(), { mode: 0o600 })
  const token = publishToken(secrets)
  await migrate(folder)
  const flags = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--log-level', 'error']
  const files = ['--persist-to', folder, '--env-file', secrets]
  const wrangler = startWrangler(['dev', ...flags, ...files, '--show-interactive-dev-session=false'], 'pipe')
  const url = `http://127.0.0.1:${port}`

  async function stop(): Promise<void> {
    await wrangler.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  const publish: TestServer['publish'] = (bundle, body) =>
    fetch(`${url}/api/bundles/${bundle}/versions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
    })

  try {
    await untilHealthy(url, wrangler)
    for (const file of bundleFiles(join(root, 'bundles'))) {
      const wanted = bundles === 'all' || bundles.some((id) => file.endsWith(`${id}.json`))
      if (wanted) await publishFile(url, token, file)
    }
    for (const document of documents) {
      const response = await publish(document.id, JSON.stringify(document))
      if (!response.ok) throw new Error(`${document.id} was refused: ${await response.text()}`)
    }
  } catch (error) {
    await stop()
    throw error
  }
  return { url, publish, stop }
}
