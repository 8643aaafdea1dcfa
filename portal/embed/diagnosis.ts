import { covers, governing, type Policy, policiesIn } from './policy.ts'

/** What an integrator wants to know about. */
export interface Question {
  /** Our own origin. */
  server: string
  bundle: string
  /** The sites the bundle may be embedded in; null where no bundle was chosen. */
  listed: readonly string[] | null
  /** The host site's address, as typed. */
  site: string
  /** The host site's Content-Security-Policy header, as pasted; empty where there is none. */
  policy: string
}

/** Something the host site or the bundle's list still lacks. */
export type Lack =
  /** The bundle's list does not name the site. */
  | { kind: 'not-listed'; origin: string }
  /** A page under https loads nothing from a server under http. */
  | { kind: 'mixed' }
  /** A directive of the site's policy has to become this. */
  | { kind: 'directive'; directive: string }
  /** The policy trusts scripts by nonce alone. */
  | { kind: 'nonce' }
  /** The policy puts the page into a sandbox without these. */
  | { kind: 'sandbox'; tokens: readonly string[] }

export interface Diagnosis {
  /** The site's origin, as browsers write it. */
  origin: string
  lacks: readonly Lack[]
}

const needs = [
  { directives: ['script-src-elem', 'script-src', 'default-src'], own: 'script-src' },
  { directives: ['frame-src', 'child-src', 'default-src'], own: 'frame-src' },
] as const

const sandboxNeeds = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups']

function siteAt(text: string): URL | undefined {
  try {
    const address = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
    return /^https?:$/.test(address.protocol) ? address : undefined
  } catch {
    return undefined
  }
}

/** The sources with one more; `'none'` goes, because it stands alone or not at all. */
function extended(sources: readonly string[], source: string): string {
  return [...sources.filter((present) => present.toLowerCase() !== "'none'"), source].join(' ')
}

function lacksOf(policy: Policy, addresses: readonly URL[], site: URL, server: string): Lack[] {
  const lacks = needs.flatMap(({ directives, own }, index): Lack[] => {
    const governed = governing(policy, directives)
    const address = addresses[index]
    if (!governed || !address) return []
    const { name, sources } = governed
    const isScript = own === 'script-src'
    if (isScript && sources.some((source) => source.toLowerCase() === "'strict-dynamic'"))
      return [{ kind: 'nonce' }]
    if (sources.some((source) => covers(source, address, site))) return []
    const kept = name === 'default-src' ? own : name
    return [{ kind: 'directive', directive: `${kept} ${extended(sources, server)}` }]
  })
  const allowed = policy.get('sandbox')
  const missing = allowed ? sandboxNeeds.filter((token) => !allowed.includes(token)) : []
  return missing.length > 0 ? [...lacks, { kind: 'sandbox', tokens: missing }] : lacks
}

/** What still keeps a site from embedding a bundle's form; undefined where `site` is no address of a site. */
export function diagnose({ server, bundle, listed, site, policy }: Question): Diagnosis | undefined {
  const address = siteAt(site)
  if (!address) return undefined
  const { origin, protocol } = address
  const origins = listed?.flatMap((entry) => siteAt(entry)?.origin ?? [])
  const addresses = ['/embed.js', `/f/${bundle}`].map((path) => new URL(path, server))
  const lacks: Lack[] = []
  if (origins && origin !== server && !origins.includes(origin)) lacks.push({ kind: 'not-listed', origin })
  if (protocol === 'https:' && server.startsWith('http:')) lacks.push({ kind: 'mixed' })
  for (const each of policiesIn(policy)) lacks.push(...lacksOf(each, addresses, address, server))
  return { origin, lacks }
}

/** What a policy has to say at least, for a site that has none yet or wants to compare. */
export function leastPolicy(server: string): string[] {
  return needs.map(({ own }) => `${own} ${server}`)
}
