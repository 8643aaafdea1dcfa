import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ProcessGroup, startGroup } from './process-group.ts'

const require = createRequire(import.meta.url)

/** The program a package of ours installs. */
function programOf(packageName: string, path: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), path)
}

/** The repository's root. */
export const root = join(import.meta.dirname, '..', '..')

/** Without all three, wrangler calls out to the network. */
const silence = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
}

/** Starts wrangler, without prompts, on the repository's own configuration. */
export function startWrangler(arguments_: readonly string[], output: 'inherit' | 'pipe'): ProcessGroup {
  const program = programOf('wrangler', 'bin/wrangler.js')
  const configuration = ['--config', join(root, 'wrangler.toml')]
  return startGroup(program, [...arguments_, ...configuration], { environment: silence, output })
}

export function startVite(arguments_: readonly string[], output: 'inherit' | 'pipe'): ProcessGroup {
  return startGroup(programOf('vite', 'bin/vite.js'), [...arguments_, root], { output })
}

/**
 * Waits for a program to end well.
 *
 * @throws Error with what it printed, where it ended otherwise.
 */
export async function finish(what: string, { ended, printed }: ProcessGroup): Promise<string> {
  const code = await ended
  if (code !== 0) throw new Error(`${what} (exit ${code})\n${printed()}`)
  return printed()
}

/** Applies the migrations of wrangler.toml's database to the local one. */
export async function migrate(persistTo?: string): Promise<void> {
  const where = persistTo === undefined ? [] : ['--persist-to', persistTo]
  const migration = startWrangler(['d1', 'migrations', 'apply', 'DB', '--local', ...where], 'pipe')
  await finish('wrangler d1 migrations apply', migration)
}

/** The staff site has a build of its own, with the citizens' shortcuts left out. */
const editorBuild = ['build', '--config', join(root, 'editor/vite.config.ts')]

/** Builds the portal and then, beside it, the staff site into dist/portal. */
export async function buildPortal(): Promise<void> {
  await finish('vite build', startVite(['build', '--logLevel', 'warn'], 'pipe'))
  await finish('vite build of the editor', startVite([...editorBuild, '--logLevel', 'warn'], 'pipe'))
}

/** Builds both again whenever their files change. The portal leaves the folder as it is: the staff site is in it too. */
export function watchPortal(): ProcessGroup[] {
  const watching = ['--watch', '--logLevel', 'warn']
  return [
    startVite(['build', '--emptyOutDir', 'false', ...watching], 'inherit'),
    startVite([...editorBuild, ...watching], 'inherit'),
  ]
}
