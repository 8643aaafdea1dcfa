import { type Greeting, greetingIn } from '../address.ts'

/** What a page in a frame can know about where it is. */
export interface Whereabouts {
  /** The address's fragment, as the element wrote it. */
  fragment: string
  /** `document.referrer`; empty where the browser keeps it to itself. */
  referrer: string
  /** `location.ancestorOrigins`, nearest first; empty where the browser does not tell. */
  ancestors: readonly string[]
  /** The page's own origin. */
  own: string
  /** The bundle's `embed.origins`. */
  allowed: readonly string[]
}

/** An origin as browsers write it; undefined for anything that is none. */
function originOf(address: string): string | undefined {
  try {
    const { origin, protocol } = new URL(address)
    return /^https?:$/.test(protocol) ? origin : undefined
  } catch {
    return undefined
  }
}

/**
 * The greeting of the element around this page, if the origin it declares may be true and may embed: it is one of the
 * bundle's own, and nothing the browser tells speaks against it. A page that was loaded again in its frame has itself
 * as referrer. Messages go to the declared origin alone, so that the browser withholds them from any other.
 */
export function trustedGreeting({
  fragment,
  referrer,
  ancestors,
  own,
  allowed,
}: Whereabouts): Greeting | undefined {
  const greeting = greetingIn(fragment)
  if (!greeting) return undefined
  const mayEmbed = [own, ...allowed.map(originOf)].includes(greeting.origin)
  const isParent = ancestors.length === 0 || ancestors[0] === greeting.origin
  const cameFrom = referrer === '' || [own, greeting.origin].includes(originOf(referrer) ?? '')
  return mayEmbed && isParent && cameFrom ? greeting : undefined
}
