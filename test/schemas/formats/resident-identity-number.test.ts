import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  identityCheckDigit,
  residentIdentityNumber,
} from '../../../schemas/formats/cn-resident-identity-number.ts'
import { birthDateOf, sexOf } from '../../../schemas/formats/index.ts'
import { validIdentityNumber } from './generators.ts'

const { faultOf, normalise, mask } = residentIdentityNumber
const characters = [...'0123456789X']

describe('公民身份号码', () => {
  it.each(['11010519491231002X', '440524188001010014', '430321199001010016'])('accepts %s', (number) => {
    expect(faultOf(number)).toBeNull()
  })

  it.each([
    ['a small x', '11010519491231002x'],
    ['spaces', ' 110105 19491231 002X '],
    ['full-width characters', '１１０１０５１９４９１２３１００２Ｘ'],
    ['invisible marks', '\u202D11010519491231002X\u202C'],
  ])('forgives %s', (_, written) => {
    expect(faultOf(written)).toBeNull()
    expect(normalise(written)).toBe('11010519491231002X')
  })

  it.each([
    ['too short', '43032119900101001', '现在是17位', 'this has 17'],
    ['too long', '4303211990010100166', '现在是19位', 'this has 19'],
    ['a letter inside', '4303211990O1010016', '前17位是数字', '17 digits'],
    ['a leading zero', '030321199001010016', '前17位是数字', '17 digits'],
    ['30 February', '430321199002300014', '出生日期', 'date of birth'],
    ['an impossible century', '430321179001010016', '出生日期', 'date of birth'],
    ['a wrong check digit', '430321199001010017', '校验码', 'check digit'],
  ])('says what is wrong: %s', (_, number, chinese, english) => {
    expect(faultOf(number)?.['zh-CN']).toContain(chinese)
    expect(faultOf(number)?.en).toContain(english)
  })

  it('accepts every number with a real date of birth and its check digit', () => {
    fc.assert(fc.property(validIdentityNumber, (number) => faultOf(number) === null))
  })

  it('rejects every change of a single character', () => {
    fc.assert(
      fc.property(validIdentityNumber, (number) => {
        for (let at = 0; at < number.length; at += 1) {
          for (const character of characters) {
            if (character === number[at]) continue
            expect(faultOf(number.slice(0, at) + character + number.slice(at + 1))).not.toBeNull()
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('gives the date of birth and the sex', () => {
    expect(birthDateOf('11010519491231002x')).toBe('1949-12-31')
    expect(sexOf('11010519491231002x')).toBe('2')
    expect(sexOf('430321199001010016')).toBe('1')
  })

  it('gives neither for a number that is wrong', () => {
    expect(birthDateOf('430321199001010017')).toBeNull()
    expect(sexOf('430321199001010017')).toBeNull()
  })

  it('has the check digits of GB 11643', () => {
    expect(identityCheckDigit('11010519491231002')).toBe('X')
    expect(identityCheckDigit('44052418800101001')).toBe('4')
  })

  it('is masked to its region and its last four characters', () => {
    expect(mask?.('430321199001010016')).toBe('430***********0016')
    expect(mask?.('11010519491231002x')).toBe('110***********002X')
  })

  it('shows nothing of a number too short to hide', () => {
    expect(mask?.('4303211')).toBe('*******')
  })
})
