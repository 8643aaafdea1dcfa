import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { implementationCode } from '../../../schemas/formats/cn-implementation-code.ts'
import { text, validCreditCode } from './generators.ts'

const { faultOf } = implementationCode
const authority = '11430524MB1E20807P'

describe('实施编码', () => {
  it('accepts every valid credit code with a level and a basic code', () => {
    const code = fc.tuple(
      validCreditCode,
      text('123456', 1),
      text('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 12),
    )
    fc.assert(fc.property(code, (parts) => faultOf(parts.join('')) === null))
  })

  it.each([
    ['too short', `${authority}400013100100`, '现在是30位', 'this has 30'],
    ['a wrong credit code', '11430524MB1E20807Q4000131001000', '前18位', 'first 18 characters'],
    ['a level that does not exist', `${authority}7000131001000`, '行使层级', 'level'],
    ['a mark in the basic code', `${authority}400013100100-`, '基本编码', 'basic code'],
  ])('says what is wrong: %s', (_, code, chinese, english) => {
    expect(faultOf(code)?.['zh-CN']).toContain(chinese)
    expect(faultOf(code)?.en).toContain(english)
  })
})
