import { describe, expect, it } from 'vitest'
import { diagnose, type Question } from '../../portal/embed/diagnosis.ts'

const server = 'https://forms.example.gov.cn'
const site = 'https://www.example.gov.cn'

function lacksWith(changes: Partial<Question>) {
  const question = { server, bundle: 'open-a-restaurant', listed: [site], site, policy: '' }
  return diagnose({ ...question, ...changes })?.lacks
}

describe('what a site lacks before it can embed a form', () => {
  it('is nothing where the list names it and it has no policy', () => {
    expect(lacksWith({})).toEqual([])
    expect(lacksWith({ site: 'www.example.gov.cn/services/?page=2' })).toEqual([])
    expect(lacksWith({ listed: ['https://WWW.example.gov.cn:443'] })).toEqual([])
  })

  it('is its name on the bundle’s list', () => {
    expect(lacksWith({ listed: [] })).toEqual([{ kind: 'not-listed', origin: site }])
    expect(lacksWith({ listed: ['http://www.example.gov.cn'] })).toEqual([
      { kind: 'not-listed', origin: site },
    ])
    expect(lacksWith({ listed: [], site: server })).toEqual([])
  })

  it('is script and frame in its policy, as the directives that govern them', () => {
    expect(lacksWith({ policy: "default-src 'none'" })).toEqual([
      { kind: 'directive', directive: `script-src ${server}` },
      { kind: 'directive', directive: `frame-src ${server}` },
    ])
    expect(
      lacksWith({ policy: "default-src 'self'; script-src-elem 'self' cdn.example; child-src 'none'" }),
    ).toEqual([
      { kind: 'directive', directive: `script-src-elem 'self' cdn.example ${server}` },
      { kind: 'directive', directive: `child-src ${server}` },
    ])
    expect(lacksWith({ policy: `script-src ${server}; frame-src https:` })).toEqual([])
    expect(lacksWith({ policy: `script-src ${server}; frame-src ${server}/c/` })).toHaveLength(1)
  })

  it('is missing from every policy of several', () => {
    expect(lacksWith({ policy: `script-src ${server}, script-src 'self'` })).toEqual([
      { kind: 'directive', directive: `script-src 'self' ${server}` },
    ])
  })

  it('is a nonce where the policy trusts nothing else', () => {
    const policy = `script-src 'nonce-abc' 'strict-dynamic' https:; frame-src ${server}`
    expect(lacksWith({ policy })).toEqual([{ kind: 'nonce' }])
  })

  it('is what its sandbox keeps from the form', () => {
    expect(lacksWith({ policy: 'sandbox allow-scripts allow-forms' })).toEqual([
      { kind: 'sandbox', tokens: ['allow-same-origin', 'allow-popups'] },
    ])
  })

  it('is a server under https, where the site is', () => {
    expect(lacksWith({ server: 'http://forms.example.gov.cn' })).toEqual([{ kind: 'mixed' }])
  })

  it.each(['', ' ', 'ftp://www.example.gov.cn', 'javascript:alert(1)', 'https://', 'www example'])(
    'cannot be said of %j',
    (wrong) => {
      expect(diagnose({ server, bundle: 'x', listed: [], site: wrong, policy: '' })).toBeUndefined()
    },
  )
})
