import { describe, expect, it } from 'vitest'
import { trustedGreeting, type Whereabouts } from '../../portal/embed/frame/trust.ts'

const host = 'https://township.example.gov.cn'
const own = 'https://forms.example.gov.cn'
const id = '0123456789abcdef0123456789abcdef'
const fragmentOf = (origin: string) => `#${new URLSearchParams({ id, origin, prefill: '', embed: '1' })}`

function greetingWith(changes: Partial<Whereabouts> = {}) {
  const whereabouts = {
    fragment: fragmentOf(host),
    referrer: `${host}/`,
    ancestors: [host],
    own,
    allowed: [host],
  }
  return trustedGreeting({ ...whereabouts, ...changes })
}

describe('a form in a frame', () => {
  it('talks with a page of a site on the bundle’s list', () => {
    expect(greetingWith()).toEqual({ id, origin: host, prefill: '' })
  })

  it('talks with pages of its own site, which need not be on the list', () => {
    const self = { fragment: fragmentOf(own), referrer: `${own}/`, ancestors: [own], allowed: [] }
    expect(greetingWith(self)?.origin).toBe(own)
  })

  it('talks where the browser tells neither the ancestors nor the referrer', () => {
    expect(greetingWith({ referrer: '', ancestors: [] })).toBeDefined()
  })

  it('talks again after it was loaded again in its frame', () => {
    expect(greetingWith({ referrer: `${own}/f/open-a-restaurant` })).toBeDefined()
  })

  it('reads the list as browsers read origins', () => {
    expect(greetingWith({ allowed: ['https://TOWNSHIP.example.gov.cn:443'] })).toBeDefined()
  })

  it('keeps silent towards a site that is not on the list', () => {
    expect(greetingWith({ allowed: [] })).toBeUndefined()
    expect(greetingWith({ allowed: [`${host}:8443`, 'http://township.example.gov.cn'] })).toBeUndefined()
  })

  it('keeps silent where the page declares another origin than the one it has', () => {
    const other = 'https://elsewhere.example'
    const allowed = [host, other]
    expect(greetingWith({ allowed, referrer: `${other}/` })).toBeUndefined()
    expect(greetingWith({ allowed, ancestors: [other] })).toBeUndefined()
    expect(greetingWith({ allowed, ancestors: [other, host] })).toBeUndefined()
  })

  it.each([
    '*',
    'null',
    '',
    'township.example.gov.cn',
    `${host}/`,
    `${host}/path`,
    'javascript:alert(1)',
    'file://',
  ])('keeps silent towards %j, which is no origin', (origin) => {
    expect(greetingWith({ fragment: fragmentOf(origin), allowed: [host, origin] })).toBeUndefined()
  })

  it('keeps silent without a greeting', () => {
    expect(greetingWith({ fragment: '' })).toBeUndefined()
  })
})
