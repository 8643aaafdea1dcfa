import type { LocalText } from '../text.ts'
import { type Format, longestText } from './format.ts'
import { tidyCode } from './tidy.ts'

/** GB 32100: the 31 characters (no I, O, S, V, Z) by value, and the weights of the first 17. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Characters 3 to 8 are the region code (GB/T 2260), digits that never begin with 0: eighteen zeros are no code. */
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}[1-9]\d{5}[0-9A-HJ-NPQRTUWXY]{10}$/u

const wrongCharacters: LocalText = {
  'zh-CN':
    '统一社会信用代码由18位数字和大写字母组成，不使用I、O、S、V、Z，第3至8位是行政区划码（数字，不以0开头），例如 91430321MA0000000T（虚构代码）。',
  en: 'A unified social credit code is 18 digits and capital letters without I, O, S, V and Z, and characters 3 to 8 are a region code (digits, not beginning with 0), for example 91430321MA0000000T (made up).',
}
const wrongCheckCharacter: LocalText = {
  'zh-CN':
    '统一社会信用代码的校验码（最后一位）对不上，代码中可能有一位输错了，请逐位核对，例如 91430321MA0000000T（虚构代码）。',
  en: 'The check character (the last one) of this unified social credit code does not fit: one character is probably mistyped. For example 91430321MA0000000T (made up).',
}

function wrongLength(length: number): LocalText {
  return {
    'zh-CN': `统一社会信用代码应为18位，现在是${length}位，例如 91430321MA0000000T（虚构代码）。`,
    en: `A unified social credit code has 18 characters and this has ${length}. For example 91430321MA0000000T (made up).`,
  }
}

/** The check character (GB 32100) of a code's first 17 characters. */
export function creditCodeCheckCharacter(body: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * creditCodeAlphabet.indexOf(body.charAt(index)),
    0,
  )
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31)
}

/** 统一社会信用代码 (GB 32100): 18 characters with the check character. */
export const unifiedSocialCreditCode: Format = {
  name: 'cn-unified-social-credit-code',
  normalise: tidyCode,
  faultOf(text) {
    if (text.length > longestText) return wrongLength(text.length)
    const code = tidyCode(text)
    if (code.length !== 18) return wrongLength(code.length)
    if (!shape.test(code)) return wrongCharacters
    return creditCodeCheckCharacter(code) === code[17] ? null : wrongCheckCharacter
  },
}
