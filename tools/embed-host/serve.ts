import { createServer } from 'node:http'

/** A file of a site: its type and its text. */
export interface SiteFile {
  type: 'text/html' | 'text/javascript' | 'text/css'
  text: string
}

export interface EmbedHost {
  /** Its address, without a slash at the end. */
  readonly url: string
  stop(): Promise<void>
}

/** A policy as strict as any site's: nothing but its own files, and of our server what embedding takes. */
export function strictPolicy(server: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${server}`,
    `frame-src ${server}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** Another site: serves its files by path, under a content security policy of its own. */
export function serveSite(
  port: number,
  policy: string,
  files: Readonly<Record<string, SiteFile>>,
): Promise<EmbedHost> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site.invalid').pathname
    const file = Object.hasOwn(files, path) ? files[path] : undefined
    response.writeHead(file ? 200 : 404, {
      'Content-Type': `${file?.type ?? 'text/html'}; charset=UTF-8`,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    response.end(file?.text ?? 'Not found')
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', () => {
      const stop = () =>
        new Promise<void>((stopped) => {
          server.close(() => stopped())
          server.closeAllConnections()
        })
      resolve({ url: `http://localhost:${port}`, stop })
    })
  })
}
