import { version } from './protocol.ts'

/** What an embedded page shows, by the part of the path that stands before the bundle's id. */
const paths = { form: 'f', card: 'c', precheck: 'p' } as const
export type Mode = keyof typeof paths

/** What the element puts into the fragment of its frame's address, where no server sees it. */
export interface Greeting {
  /** Of the messages, random. */
  id: string
  /** Of the host page. */
  origin: string
  /** JSON as the host page wrote it, or empty. */
  prefill: string
}

export interface Wishes {
  mode: string
  language: string
  view: string
}

function isMode(mode: string): mode is Mode {
  return Object.hasOwn(paths, mode)
}

function parsed(src: string, base: string): URL | undefined {
  try {
    return new URL(src, base)
  } catch {
    return undefined
  }
}

/**
 * The address of a frame: the page of the bundle that `src` names, in the mode, language and view wished for, with the
 * greeting in the fragment. Undefined where `src` is no address of a bundle's form.
 */
export function frameAddress(
  src: string,
  base: string,
  { mode, language, view }: Wishes,
  greeting: Greeting,
): URL | undefined {
  const address = parsed(src, base)
  const [, folder, id] = /^(.*\/)f\/([a-z0-9-]+)$/.exec(address?.pathname ?? '') ?? []
  if (!address || !/^https?:$/.test(address.protocol) || !id || !isMode(mode)) return undefined
  address.pathname = `${folder}${paths[mode]}/${id}`
  address.search = `${new URLSearchParams({ embed: `${version}`, ...(language && { lang: language }), ...(view && { view }) })}`
  address.hash = `${new URLSearchParams({ ...greeting, embed: `${version}` })}`
  return address
}

/** The greeting in a fragment; undefined where there is none of our version. */
export function greetingIn(fragment: string): Greeting | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const [id, origin] = [parts.get('id') ?? '', parts.get('origin') ?? '']
  if (parts.get('embed') !== `${version}` || !/^[0-9a-f]{32}$/.test(id) || !origin) return undefined
  return { id, origin, prefill: parts.get('prefill') ?? '' }
}
