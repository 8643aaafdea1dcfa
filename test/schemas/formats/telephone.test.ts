import { describe, expect, it } from 'vitest'
import { mobile } from '../../../schemas/formats/cn-mobile.ts'
import { phone } from '../../../schemas/formats/cn-phone.ts'

describe('手机号', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '+86-138-0013-8000',
    '0086 13800138000',
    '8613800138000',
    '１３８００１３８０００',
    '\u202D13800138000\u202C',
  ])('reads %s as the same number', (written) => {
    expect(mobile.faultOf(written)).toBeNull()
    expect(mobile.normalise(written)).toBe('13800138000')
  })

  it.each([
    ['1380013800', '现在是10位', 'this has 10'],
    ['12800138000', '第2位为3至9', '3 to 9'],
    ['0731-57881234', '手机号码', 'mobile number'],
    ['', '手机号码', 'mobile number'],
  ])('refuses %s', (written, chinese, english) => {
    expect(mobile.faultOf(written)?.['zh-CN']).toContain(chinese)
    expect(mobile.faultOf(written)?.en).toContain(english)
  })

  it('is masked in the middle', () => {
    expect(mobile.mask?.('+86 138 0013 8000')).toBe('138****8000')
  })
})

describe('联系电话', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['0731-57881234', '0731-57881234'],
    ['073157881234', '0731-57881234'],
    ['（0731）57881234', '0731-57881234'],
    ['0731 5788 1234', '0731-57881234'],
    ['57881234', '57881234'],
    ['5788123', '5788123'],
    ['010-57881234', '010-57881234'],
    ['01057881234', '010-57881234'],
    ['0731-57881234-801', '0731-57881234-801'],
    ['0731-57881234转801', '0731-57881234-801'],
    ['+86 731 57881234', '0731-57881234'],
    ['+86-10-57881234', '010-57881234'],
  ])('reads %s as %s', (written, number) => {
    expect(phone.faultOf(written)).toBeNull()
    expect(phone.normalise(written)).toBe(number)
    expect(phone.normalise(number)).toBe(number)
  })

  it.each(['', '578812', '0731-5788123456', '12345678', '0131-57881234', '电话', '1380013800'])(
    'refuses “%s” with an example of both kinds',
    (written) => {
      expect(phone.faultOf(written)?.['zh-CN']).toMatch(/13800138000.*0731-57881234/u)
      expect(phone.faultOf(written)?.en).toMatch(/13800138000.*0731-57881234/u)
    },
  )

  it.each([
    ['13800138000', '138****8000'],
    ['0731-57881234', '0731-*****234'],
    ['57881234', '*****234'],
    ['0731-57881234-801', '0731-*****234-***'],
    ['138001', '******'],
  ])('masks %s as %s', (written, masked) => {
    expect(phone.mask?.(written)).toBe(masked)
  })
})
