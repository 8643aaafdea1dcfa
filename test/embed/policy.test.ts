import { describe, expect, it } from 'vitest'
import { covers, policiesIn } from '../../portal/embed/policy.ts'

const script = new URL('https://forms.example.gov.cn/embed.js')
const site = new URL('https://www.example.gov.cn')

describe('a policy', () => {
  it('is read from a header as it was copied', () => {
    const [policy] = policiesIn(
      "content-security-policy: Default-Src 'self';; script-src a.example\tb.example ; ",
    )
    expect([...(policy ?? [])]).toEqual([
      ['default-src', ["'self'"]],
      ['script-src', ['a.example', 'b.example']],
    ])
  })

  it('counts the first of two equal directives, and each policy of a list', () => {
    const policies = policiesIn("script-src a.example; script-src b.example, default-src 'none'")
    expect(policies.map((policy) => Object.fromEntries(policy))).toEqual([
      { 'script-src': ['a.example'] },
      { 'default-src': ["'none'"] },
    ])
  })

  it('is none in an empty text', () => {
    expect(policiesIn(' ; , ')).toEqual([])
  })
})

describe('a source', () => {
  it.each([
    '*',
    'https:',
    'http:',
    'https://forms.example.gov.cn',
    'HTTPS://Forms.Example.GOV.cn',
    'http://forms.example.gov.cn',
    'forms.example.gov.cn',
    'forms.example.gov.cn:443',
    'forms.example.gov.cn:80',
    'forms.example.gov.cn:*',
    '*.gov.cn',
    'https://*',
    'https://forms.example.gov.cn/',
    'https://forms.example.gov.cn/embed.js',
  ])('%s covers the script', (source) => {
    expect(covers(source, script, site)).toBe(true)
  })

  it.each([
    "'self'",
    "'none'",
    "'unsafe-inline'",
    "'nonce-r4nd0m'",
    'data:',
    'wss:',
    'forms.example.gov.cn:8443',
    '*.forms.example.gov.cn',
    'example.gov.cn',
    'https://forms.example.gov.cn.elsewhere.example',
    'https://forms.example.gov.cn/embed',
    'https://forms.example.gov.cn/assets/',
    'nonsense source',
  ])('%s does not', (source) => {
    expect(covers(source, script, site)).toBe(false)
  })

  it('without a scheme goes by that of the site', () => {
    const plain = new URL('http://forms.example.gov.cn/embed.js')
    expect(covers('forms.example.gov.cn', plain, site)).toBe(false)
    expect(covers('forms.example.gov.cn', plain, new URL('http://www.example.gov.cn'))).toBe(true)
    expect(covers('forms.example.gov.cn', script, new URL('http://www.example.gov.cn'))).toBe(true)
  })

  it("'self' is the site with its port", () => {
    expect(covers("'self'", script, new URL('https://forms.example.gov.cn'))).toBe(true)
    expect(
      covers("'self'", new URL('http://localhost:8787/embed.js'), new URL('http://localhost:8788')),
    ).toBe(false)
  })
})
