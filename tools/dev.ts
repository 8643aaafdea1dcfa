import { serveLocally } from './server/local-server.ts'
import { buildPortal, watchPortal } from './server/wrangler.ts'

// Vite rebuilds the portal and wrangler restarts the worker, each when its files change.
await serveLocally(async () => {
  await buildPortal()
  return watchPortal()
})
