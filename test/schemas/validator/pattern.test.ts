import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundleIdPattern, identifierPattern, receiptNumberPattern } from '../../../schemas/index.ts'
import { checkPattern } from '../../../schemas/validator/pattern.ts'

function refusal(source: string): string | undefined {
  return checkPattern(source)[0]?.keyword
}

describe('an authored pattern', () => {
  it.each([
    identifierPattern,
    bundleIdPattern,
    receiptNumberPattern,
    '^1[3-9]\\d{9}$',
    '^\\d{6}$',
    '^\\d{12}[GJZ][A-HSWXY]\\d{5}[FLQW]\\d{8}$',
    '^\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}$',
    '^[\\u4e00-\\u9fa5·]{2,20}$',
    '^\\p{Script=Han}{2,30}$',
    '^(湘[A-N]|[京沪])[A-Z0-9]{5,6}$',
    '^\\d{1,8}(\\.\\d{1,2})?$',
    '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
    '^(?=.*\\d)(?=.*[a-z]).{8,20}$',
    '^[^@\\s]+@[^@\\s]+$',
    '^https?://[A-Za-z0-9.-]+(:\\d{1,5})?$',
  ])('may be %s', (source) => {
    expect(checkPattern(source)).toEqual([])
  })

  it.each([
    '(a+)+$',
    '^(a+)+$',
    '^(a|a)*$',
    '^(\\w+\\s?)*$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(a?){50}a{50}$',
    '^\\w+([-+.]\\w+)*@\\w+([-.]\\w+)*\\.\\w+([-.]\\w+)*$',
    '^.*a.*b$',
    '^.{1,200}.{1,200}$',
    '^(?=(a+))\\1*$',
    '\\d+x',
    '(.*a){20}',
  ])('may not be %s, which is slow on some input', (source) => {
    expect(refusal(source)).toBe('patternSafety')
  })

  it.each(['[', '(', 'a{2,1}', '\\-', '^(?<a>x)(?<a>y)$', '\\p{Hanzi}'])(
    'may not be %s, which does not compile',
    (source) => {
      expect(refusal(source)).toBe('patternSyntax')
    },
  )

  it('may not use syntax that cannot be checked', () => {
    expect(refusal('^(?<year>\\d{4})$')).toBe('patternSupport')
  })

  it('has at most 500 characters', () => {
    expect(refusal(`^${'a'.repeat(498)}$`)).toBeUndefined()
    expect(refusal(`^${'a'.repeat(499)}$`)).toBe('patternLength')
  })

  it('is refused in both languages', () => {
    for (const source of ['[', '(a+)+$', '^(?<a>x)$', 'a'.repeat(501)]) {
      const [fault] = checkPattern(source)
      expect(fault?.pointer).toBe('')
      expect(fault?.message['zh-CN']).toContain('正则表达式')
      expect(fault?.message.en).toContain('regular expression')
    }
  })
})

describe('the pattern check', () => {
  it('is not part of what the portal loads', () => {
    const room = new URL('../../../schemas/', import.meta.url)
    const importers = readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /from '(?:redos-detector|.*\/pattern\.ts)'/u.test(readFileSync(new URL(file, room), 'utf8')),
      )
    expect(importers).toEqual(['validator/pattern.ts'])
  })
})
