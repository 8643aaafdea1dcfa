import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditCodeAlphabet,
  unifiedSocialCreditCode,
} from '../../../schemas/formats/cn-unified-social-credit-code.ts'
import { validCreditCode } from './generators.ts'

const { faultOf, normalise } = unifiedSocialCreditCode

describe('统一社会信用代码', () => {
  it.each(['11430524MB1E20807P', '11431026MB0R05447F', '91430321MA0000000T'])('accepts %s', (code) => {
    expect(faultOf(code)).toBeNull()
  })

  it('forgives small letters and spaces', () => {
    expect(faultOf('1143 0524 mb1e20807p')).toBeNull()
    expect(normalise('1143 0524 mb1e20807p')).toBe('11430524MB1E20807P')
  })

  it.each([
    ['too short', '11430524MB1E20807', '现在是17位', 'this has 17'],
    ['a letter that is not used', '11430524MB1E2O807P', '不使用I、O、S、V、Z', 'without I, O, S, V and Z'],
    ['a letter in the region', '1143A524MB1E20807P', '第3至8位是行政区划码', 'characters 3 to 8'],
    ['nothing but zeros', '000000000000000000', '第3至8位是行政区划码', 'characters 3 to 8'],
    ['a wrong check character', '11430524MB1E20807Q', '校验码', 'check character'],
  ])('says what is wrong: %s', (_, code, chinese, english) => {
    expect(faultOf(code)?.['zh-CN']).toContain(chinese)
    expect(faultOf(code)?.en).toContain(english)
  })

  it('accepts every code with its check character', () => {
    fc.assert(fc.property(validCreditCode, (code) => faultOf(code) === null))
  })

  it('rejects every change of a single character', () => {
    fc.assert(
      fc.property(validCreditCode, (code) => {
        for (let at = 0; at < code.length; at += 1) {
          for (const character of creditCodeAlphabet) {
            if (character === code[at]) continue
            expect(faultOf(code.slice(0, at) + character + code.slice(at + 1))).not.toBeNull()
          }
        }
      }),
      { numRuns: 20 },
    )
  })
})
