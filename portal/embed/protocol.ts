import { isRecord } from './record.ts'

/** Grows when a message changes its meaning. Both sides refuse every other version. */
export const version = 1

/** Heights a host page gives to a frame, in CSS pixels. What lies outside is refused. */
export const fewestPixels = 50
export const mostPixels = 30_000

/** Longest prefill or theme that is sent, in characters of JSON. */
export const longestText = 16_384

/** Something that was not taken over, and why. Never its value. */
export interface Refused {
  readonly name: string
  readonly reason: string
}

/** What the form in the frame tells the element around it. None of it holds an answer. */
export type FrameMessage =
  | { readonly type: 'ready' }
  /** Height of the frame's content in CSS pixels. */
  | { readonly type: 'resized'; readonly height: number }
  /** The applicant is at another step, whose heading stands so many CSS pixels below the frame's upper edge. */
  | { readonly type: 'moved'; readonly top: number }
  /** The applicant answered something. */
  | { readonly type: 'begun' }
  /** The application was received; its number opens nothing without the secret, which stays in the frame. */
  | { readonly type: 'submitted'; readonly number: string }
  | { readonly type: 'error'; readonly code: string; readonly refused: readonly Refused[] }

/** What the element tells the form in its frame. */
export interface HostMessage {
  readonly type: 'theme'
  /** JSON as the host page wrote it; the frame checks it. */
  readonly theme: string
}

/** The one window a side talks with. */
export interface Peer {
  readonly source: MessageEventSource | null | undefined
  readonly origin: string
  /** Random, made by the element for its own frame. */
  readonly id: string
}

type Received = Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>
type Content = { readonly [key: string]: unknown }

/** A message in the form in which it travels. */
export function sealed(id: string, message: FrameMessage | HostMessage): object {
  return { ...message, yijianshi: version, id }
}

/** What a message holds, if it comes from the peer's window and origin and bears our version and the peer's id. */
export function accepted({ data, origin, source }: Received, peer: Peer): Content | undefined {
  if (!peer.source || source !== peer.source || origin !== peer.origin) return undefined
  return isRecord(data) && data.yijianshi === version && data.id === peer.id ? data : undefined
}

function isWithin(value: unknown, fewest: number): value is number {
  return typeof value === 'number' && value >= fewest && value <= mostPixels
}

const isWord = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{0,80}$/.test(value)

function isRefused(value: unknown): value is Refused {
  return isRecord(value) && isWord(value.name) && isWord(value.reason)
}

/** A frame's message, with nothing in it but what is known; undefined for any other content. */
export function frameMessageIn(content: Content): FrameMessage | undefined {
  const { type, height, top, number, code, refused } = content
  if (type === 'ready' || type === 'begun') return { type }
  if (type === 'resized' && isWithin(height, fewestPixels)) return { type, height }
  if (type === 'moved' && isWithin(top, 0)) return { type, top }
  if (type === 'submitted' && typeof number === 'string' && /^\d{6}-\d{8}-\d{6}$/.test(number)) {
    return { type, number }
  }
  if (type === 'error' && isWord(code) && Array.isArray(refused)) {
    return { type, code, refused: refused.filter(isRefused).map(({ name, reason }) => ({ name, reason })) }
  }
  return undefined
}

/** An element's message; undefined for any other content. */
export function hostMessageIn({ type, theme }: Content): HostMessage | undefined {
  return type === 'theme' && typeof theme === 'string' && theme.length <= longestText
    ? { type, theme }
    : undefined
}
