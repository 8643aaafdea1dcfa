/** A content security policy: sources or tokens by directive. */
export type Policy = ReadonlyMap<string, readonly string[]>

/** The policies of a `Content-Security-Policy` header, with or without its name in front; all of them apply. */
export function policiesIn(header: string): Policy[] {
  const text = header.replace(/^\s*content-security-policy\s*:/i, '')
  return text.split(',').flatMap((serialised) => {
    const policy = new Map<string, readonly string[]>()
    for (const directive of serialised.split(';')) {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      const key = name.toLowerCase()
      // Of directives given twice the first one counts.
      if (key && !policy.has(key)) policy.set(key, values)
    }
    return policy.size > 0 ? [policy] : []
  })
}

const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443' }
const portOf = (address: URL) => address.port || defaultPorts[address.protocol]

/** Whether a scheme that is asked for covers another: http also covers https. */
function coversScheme(wanted: string, scheme: string): boolean {
  return wanted === scheme || (wanted === 'http:' && scheme === 'https:')
}

function coversHost(wanted: string, host: string): boolean {
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : wanted === host
}

function coversPort(wanted: string | undefined, address: URL): boolean {
  if (wanted === '*') return true
  const port = portOf(address)
  return wanted === undefined
    ? port === defaultPorts[address.protocol]
    : wanted === port || (wanted === '80' && port === '443')
}

function coversPath(wanted: string, path: string): boolean {
  if (wanted === '' || wanted === '/') return true
  return wanted.endsWith('/') ? path.startsWith(wanted) : path === wanted
}

const hostSource = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?((?:\*\.)?[a-z0-9.-]+|\*)(?::(\d+|\*))?(\/[^?#]*)?$/i

/** Whether a source of a policy on a page of `site` covers an address (Content Security Policy Level 3, 6.7.2). */
export function covers(source: string, address: URL, site: URL): boolean {
  if (source === '*') return true
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return coversScheme(source.toLowerCase(), address.protocol)
  if (source.toLowerCase() === "'self'") {
    return (
      coversScheme(site.protocol, address.protocol) &&
      site.hostname === address.hostname &&
      coversPort(site.port || undefined, address)
    )
  }
  const [, scheme, host, port, path = ''] = hostSource.exec(source) ?? []
  return (
    host !== undefined &&
    coversScheme((scheme ?? site.protocol).toLowerCase(), address.protocol) &&
    (host === '*' || coversHost(host.toLowerCase(), address.hostname)) &&
    coversPort(port, address) &&
    coversPath(path, address.pathname)
  )
}

/** The first of the directives that a policy has, with its sources; undefined where none restricts. */
export function governing(
  policy: Policy,
  directives: readonly string[],
): { name: string; sources: readonly string[] } | undefined {
  for (const name of directives) {
    const sources = policy.get(name)
    if (sources) return { name, sources }
  }
  return undefined
}
