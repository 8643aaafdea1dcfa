import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accepted,
  type FrameMessage,
  fewestPixels,
  frameMessageIn,
  hostMessageIn,
  longestText,
  mostPixels,
  sealed,
} from '../../portal/embed/protocol.ts'

/** Windows are compared by identity alone; any object can stand for one. */
const frame = new MessageChannel().port1
const stranger = new MessageChannel().port1

const origin = 'https://forms.example.gov.cn'
const id = '0123456789abcdef0123456789abcdef'
const peer = { source: frame, origin, id }

const messages: FrameMessage[] = [
  { type: 'ready' },
  { type: 'begun' },
  { type: 'resized', height: 812 },
  { type: 'moved', top: 0 },
  { type: 'submitted', number: '430321-20261123-000017' },
  { type: 'error', code: 'prefill-refused', refused: [{ name: 'seats', reason: 'invalid' }] },
]

const received = (data: unknown, changes: object = {}) => ({ data, origin, source: frame, ...changes })

const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

describe('a message', () => {
  it('is sent to one origin, never to any', () => {
    const lines = sourcesBelow(join(import.meta.dirname, '../../portal/embed')).flatMap((source) =>
      source.split('\n'),
    )
    const sending = lines.filter((line) => line.includes('postMessage('))
    expect(sending).toHaveLength(2)
    for (const line of sending) expect(line).toMatch(/\.postMessage\(sealed\(.*\), (this\.#)?origin\)$/)
  })

  it.each(messages)('$type arrives as it was sent', (message) => {
    const content = accepted(received(sealed(id, message)), peer)
    expect(content && frameMessageIn(content)).toEqual(message)
  })

  it.each(messages)('$type is refused from another window, origin, element or version', (message) => {
    const data = sealed(id, message)
    expect(accepted(received(data, { source: stranger }), peer)).toBeUndefined()
    expect(accepted(received(data, { source: null }), peer)).toBeUndefined()
    expect(accepted(received(data, { origin: 'https://forms.example.gov.cn:8443' }), peer)).toBeUndefined()
    expect(accepted(received(data, { origin: 'null' }), peer)).toBeUndefined()
    expect(accepted(received({ ...data, id: id.replace('0', 'f') }), peer)).toBeUndefined()
    expect(accepted(received({ ...data, yijianshi: 2 }), peer)).toBeUndefined()
    expect(accepted(received({ ...data, yijianshi: '1' }), peer)).toBeUndefined()
  })

  it('is refused where there is no window to expect one from', () => {
    const data = sealed(id, { type: 'ready' })
    expect(accepted(received(data, { source: null }), { ...peer, source: null })).toBeUndefined()
    expect(accepted(received(data, { source: undefined }), { ...peer, source: undefined })).toBeUndefined()
  })

  it('is never accepted when it was made without knowing the element’s id', () => {
    const forged = fc.oneof(
      anything,
      fc.record(
        { yijianshi: fc.constantFrom(1, 2, '1'), id: anything, type: anything },
        { requiredKeys: [] },
      ),
      fc.string().map((guess) => sealed(guess, { type: 'ready' })),
    )
    fc.assert(fc.property(forged, (data) => accepted(received(data), peer) === undefined))
  })

  it('carries nothing but what is known, whatever a frame adds', () => {
    const content = fc.record(
      {
        type: fc.constantFrom('ready', 'begun', 'resized', 'moved', 'submitted', 'error', 'answers', 'theme'),
        height: anything,
        top: anything,
        number: fc.oneof(anything, fc.constant('430321-20261123-000017')),
        code: fc.oneof(anything, fc.constant('no-answer')),
        refused: fc.oneof(
          anything,
          fc.array(fc.record({ name: anything, reason: anything, value: anything })),
        ),
        answers: anything,
      },
      { requiredKeys: ['type'] },
    )
    const allowed = {
      ready: [],
      begun: [],
      resized: ['height'],
      moved: ['top'],
      submitted: ['number'],
      error: ['code', 'refused'],
    }
    fc.assert(
      fc.property(content, (data) => {
        const message = frameMessageIn(data)
        if (!message) return
        const { type, ...detail } = message
        expect(Object.keys(detail).sort()).toEqual(allowed[type])
        for (const entry of message.type === 'error' ? message.refused : []) {
          expect(Object.keys(entry)).toEqual(['name', 'reason'])
          expect(`${entry.name}${entry.reason}`).toMatch(/^[\w.-]{0,160}$/)
        }
      }),
    )
  })

  it('gives no height outside sane bounds', () => {
    for (const height of [fewestPixels, 812.5, mostPixels]) {
      expect(frameMessageIn({ type: 'resized', height })).toEqual({ type: 'resized', height })
    }
    const wrong = [
      0,
      -1,
      fewestPixels - 1,
      mostPixels + 1,
      1e9,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '812',
      null,
    ]
    for (const height of wrong) expect(frameMessageIn({ type: 'resized', height })).toBeUndefined()
    for (const top of [-1, Number.NaN, mostPixels + 1, '0']) {
      expect(frameMessageIn({ type: 'moved', top })).toBeUndefined()
    }
  })

  it('gives a receipt’s number only in a receipt number’s shape', () => {
    for (const number of ['430321-20261123-000017 secret', '<b>1</b>', '430321', 17, null]) {
      expect(frameMessageIn({ type: 'submitted', number })).toBeUndefined()
    }
  })

  it('of a host page is a theme of bounded length, and nothing else', () => {
    expect(hostMessageIn({ type: 'theme', theme: '{}' })).toEqual({ type: 'theme', theme: '{}' })
    expect(hostMessageIn({ type: 'theme', theme: 'x'.repeat(longestText + 1) })).toBeUndefined()
    expect(hostMessageIn({ type: 'theme', theme: { accent: '#000' } })).toBeUndefined()
    expect(hostMessageIn({ type: 'answers', theme: '{}' })).toBeUndefined()
  })
})
