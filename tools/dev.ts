import { serveLocally } from './server/local-server.ts'
import { buildPortal, startVite } from './server/wrangler.ts'

// Vite rebuilds the portal and wrangler restarts the worker, each when its files change.
await serveLocally(async () => {
  await buildPortal()
  return [startVite(['build', '--watch', '--logLevel', 'warn'], 'inherit')]
})
