import type { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { EmbedScript } from '../ports.ts'
import type { Services } from '../services.ts'

/**
 * Other sites name these files in their pages, so that the names never change and no cache may keep them for long. Any
 * page may load them, also one that is isolated from other origins.
 */
const headers = {
  'Content-Type': 'text/javascript; charset=UTF-8',
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
}

const scripts: readonly EmbedScript[] = ['embed.js', 'embed-check.js']

/** The scripts that other sites load. */
export function registerScripts(app: Hono, { assetSource }: Services): void {
  for (const name of scripts) {
    app.get(`/${name}`, etag(), async () => new Response(await assetSource.script(name), { headers }))
  }
}
