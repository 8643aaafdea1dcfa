import type { Hono } from 'hono'
import { pages } from '../portal/pages/index.ts'
import { createApp } from './app.ts'
import { cloudflarePorts, type Environment } from './platform/cloudflare.ts'

const apps = new WeakMap<Environment, Hono>()

/** One app for each set of bindings, so that what it keeps in memory serves every request of an isolate. */
function appFor(environment: Environment): Hono {
  const app = apps.get(environment) ?? createApp(cloudflarePorts(environment), pages)
  apps.set(environment, app)
  return app
}

export default {
  fetch: (request, environment) => appFor(environment).fetch(request),
} satisfies ExportedHandler<Environment>
