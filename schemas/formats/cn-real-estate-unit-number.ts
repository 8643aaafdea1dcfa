import type { LocalText } from '../text.ts'
import { type Format, longestText } from './format.ts'
import { maskMiddle } from './mask.ts'
import { tidyCode } from './tidy.ts'

/** 区划、地籍区和地籍子区 (12), 宗地特征码 (2), 宗地顺序号 (5), 定着物特征码 (1), 定着物单元号 (8). */
const shape = /^\d{12}[GJZ][A-HSWXY]\d{5}[FLQW]\d{8}$/u

const wrongCharacters: LocalText = {
  'zh-CN':
    '不动产单元号由28位组成：12位数字、2位字母、5位数字、1位字母（F、L、Q或W）、8位数字，例如 430321001001GB00001F00010001（虚构号码）。',
  en: 'A real estate unit number is 12 digits, 2 letters, 5 digits, one letter (F, L, Q or W) and 8 digits, for example 430321001001GB00001F00010001 (made up).',
}

function wrongLength(length: number): LocalText {
  return {
    'zh-CN': `不动产单元号应为28位，现在是${length}位，例如 430321001001GB00001F00010001（虚构号码）。`,
    en: `A real estate unit number has 28 characters and this has ${length}. For example 430321001001GB00001F00010001 (made up).`,
  }
}

/** 不动产单元号 (GB/T 37346): 28 characters, without a check digit. It leads to a home, so it is masked. */
export const realEstateUnitNumber: Format = {
  name: 'cn-real-estate-unit-number',
  normalise: tidyCode,
  faultOf(text) {
    if (text.length > longestText) return wrongLength(text.length)
    const number = tidyCode(text)
    if (number.length !== 28) return wrongLength(number.length)
    return shape.test(number) ? null : wrongCharacters
  },
  mask: (text) => maskMiddle(tidyCode(text.slice(0, longestText)), 6, 4),
}
