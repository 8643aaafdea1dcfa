import { print, printError } from './server/print.ts'
import { finish, startWrangler } from './server/wrangler.ts'

/** What the platform takes of a worker, gzipped (the free plan's limit). */
const mostKilobytes = 3072

try {
  const printed = await finish('wrangler deploy --dry-run', startWrangler(['deploy', '--dry-run'], 'pipe'))
  const size = /gzip: ([\d.]+) KiB/.exec(printed)?.[1]
  if (size === undefined) throw new Error(`wrangler did not say how big the worker is:\n${printed}`)
  if (Number(size) > mostKilobytes) throw new Error(`The worker is too big: ${size} KiB gzipped.`)
  print(`wrangler deploy --dry-run: ${size} KiB gzipped`)
} catch (error) {
  printError(error)
  process.exitCode = 1
}
