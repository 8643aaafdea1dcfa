import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameAddress, greetingIn } from '../../portal/embed/address.ts'

const base = 'https://township.example.gov.cn/services/'
const wishes = { mode: 'form', language: '', view: '' }
const greeting = {
  id: '0123456789abcdef0123456789abcdef',
  origin: 'https://township.example.gov.cn',
  prefill: '{"shopName":"小王米粉 & 50%#"}',
}
const src = 'https://forms.example.gov.cn/f/open-a-restaurant'

describe('the address of a frame', () => {
  it('asks for the embedded page in the language and view wished for', () => {
    const address = frameAddress(src, base, { mode: 'form', language: 'en', view: 'elder' }, greeting)
    expect(address?.href.split('#')[0]).toBe(`${src}?embed=1&lang=en&view=elder`)
  })

  it('carries what the host page gives in its fragment, which no server sees', () => {
    const address = frameAddress(src, base, wishes, greeting)
    expect(address?.href.split('#')[0]).toBe(`${src}?embed=1`)
    expect(greetingIn(address?.hash ?? '')).toEqual(greeting)
  })

  it('gives back any prefill unchanged, and keeps it out of path and query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (prefill) => {
        const address = frameAddress(src, base, wishes, { ...greeting, prefill })
        expect(greetingIn(address?.hash ?? '')?.prefill).toBe(prefill)
        expect(address?.href.split('#')[0]).toBe(`${src}?embed=1`)
      }),
    )
  })

  it('leads to the card and the pre-check by mode, below whatever path the server has', () => {
    const below = 'https://county.example.gov.cn/services/f/newborn'
    const modes = ['form', 'card', 'precheck'].map((mode) =>
      frameAddress(below, base, { ...wishes, mode }, greeting),
    )
    expect(modes.map((address) => address?.pathname)).toEqual([
      '/services/f/newborn',
      '/services/c/newborn',
      '/services/p/newborn',
    ])
  })

  it.each([
    '',
    'javascript:alert(1)//f/x',
    'data:text/html,/f/x',
    'https://forms.example.gov.cn/',
    'https://forms.example.gov.cn/b/open-a-restaurant',
    'https://forms.example.gov.cn/f/',
    'https://forms.example.gov.cn/f/../receipts',
    'http://[',
  ])('is none for %j', (wrong) => {
    expect(frameAddress(wrong, base, wishes, greeting)).toBeUndefined()
  })

  it('is none for a mode that does not exist', () => {
    for (const mode of ['editor', '__proto__', 'toString']) {
      expect(frameAddress(src, base, { ...wishes, mode }, greeting)).toBeUndefined()
    }
  })
})

describe('a greeting', () => {
  it.each([
    '',
    '#premises',
    '#embed=2&id=0123456789abcdef0123456789abcdef&origin=https://a.example',
    '#embed=1&id=0123&origin=https://a.example',
    '#embed=1&id=0123456789abcdef0123456789abcdef',
  ])('is none in %j', (fragment) => {
    expect(greetingIn(fragment)).toBeUndefined()
  })
})
