import { print, printError } from './server/print.ts'
import { finish, startWrangler } from './server/wrangler.ts'

/** What the platform takes of a worker, gzipped (the free plan's limit). */
const mostKilobytes = 3072

const wrangler = startWrangler(['deploy', '--dry-run'], 'pipe')
const printed: string[] = []
wrangler.child.stdout?.on('data', (chunk) => printed.push(String(chunk)))
try {
  await finish('wrangler deploy --dry-run', wrangler)
  const size = /gzip: ([\d.]+) KiB/.exec(printed.join(''))?.[1]
  if (size === undefined) throw new Error(`wrangler did not say how big the worker is:\n${printed.join('')}`)
  if (Number(size) > mostKilobytes) throw new Error(`The worker is too big: ${size} KiB gzipped.`)
  print(`wrangler deploy --dry-run: ${size} KiB gzipped`)
} catch (error) {
  printError(error)
  process.exitCode = 1
}
