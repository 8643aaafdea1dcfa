import { serveLocally } from './server/local-server.ts'
import { buildPortal } from './server/wrangler.ts'

await serveLocally(async () => {
  await buildPortal()
  return []
})
