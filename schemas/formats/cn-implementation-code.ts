import type { LocalText } from '../text.ts'
import { unifiedSocialCreditCode } from './cn-unified-social-credit-code.ts'
import { type Format, longestText } from './format.ts'
import { tidyCode } from './tidy.ts'

const basicCode = /^[0-9A-Z]{12}$/u

const wrongCreditCode: LocalText = {
  'zh-CN':
    '实施编码的前18位应是实施机构的统一社会信用代码，这里的18位不正确或者校验码对不上，请核对，例如 1143032100600000054000123456000（虚构编码）。',
  en: 'The first 18 characters of an implementation code are the unified social credit code of the authority, and these are wrong or their check character does not fit. For example 1143032100600000054000123456000 (made up).',
}
const wrongLevel: LocalText = {
  'zh-CN':
    '实施编码的第19位是行使层级，只能是1至6（1国家级、2省级、3市级、4县级、5乡镇级、6村级），例如 1143032100600000054000123456000（虚构编码）。',
  en: 'Character 19 of an implementation code is the administrative level, 1 to 6 (from the state down to the village). For example 1143032100600000054000123456000 (made up).',
}
const wrongBasicCode: LocalText = {
  'zh-CN':
    '实施编码的最后12位（基本编码）只能是数字和字母，例如 1143032100600000054000123456000（虚构编码）。',
  en: 'The last 12 characters of an implementation code (the basic code) are digits and letters. For example 1143032100600000054000123456000 (made up).',
}

function wrongLength(length: number): LocalText {
  return {
    'zh-CN': `实施编码应为31位，现在是${length}位，例如 1143032100600000054000123456000（虚构编码）。`,
    en: `An implementation code has 31 characters and this has ${length}. For example 1143032100600000054000123456000 (made up).`,
  }
}

/** 实施编码 (GB/T 39046): 统一社会信用代码 (18) + 行使层级 (1) + 基本编码 (12). */
export const implementationCode: Format = {
  name: 'cn-implementation-code',
  normalise: tidyCode,
  faultOf(text) {
    if (text.length > longestText) return wrongLength(text.length)
    const code = tidyCode(text)
    if (code.length !== 31) return wrongLength(code.length)
    if (unifiedSocialCreditCode.faultOf(code.slice(0, 18))) return wrongCreditCode
    if (!/^[1-6]$/u.test(code.charAt(18))) return wrongLevel
    return basicCode.test(code.slice(19)) ? null : wrongBasicCode
  },
}
