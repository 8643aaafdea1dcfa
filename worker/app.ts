import { Hono } from 'hono'
import { registerApi } from './http/api.ts'
import { commonHeaders } from './http/security-headers.ts'
import type { Pages } from './pages.ts'
import type { Ports } from './ports.ts'
import { operations } from './routes/index.ts'
import { createServices } from './services.ts'
import { pageRoutes } from './site/index.ts'
import { registerSite } from './site/register.ts'
import { registerScripts } from './site/scripts.ts'
import { registerStaff } from './site/staff.ts'

/** The whole server: the API and the citizens' pages over the given ports. */
export function createApp(ports: Ports, pages: Pages): Hono {
  const services = createServices(ports)
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(commonHeaders)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    }
  })
  app.route('/api', registerApi(operations, services))
  registerScripts(app, services)
  registerStaff(app, services)
  registerSite(app, pageRoutes, services, pages)
  return app
}
