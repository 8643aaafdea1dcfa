import type { LocalText } from '../text.ts'
import { dialledInChina, isMobile } from './cn-mobile.ts'
import { type Format, longestText } from './format.ts'
import { maskMiddle } from './mask.ts'

/** 区号 (010, 02x, 0xxx) where given, seven or eight digits, extension where given. */
const landline = /^(?:(010|02\d|0[3-9]\d{2})-?)?([2-9]\d{6,7})(?:(?:-|#|转)(\d{1,6}))?$/u
/** After +86 the area code is written without its 0. */
const areaWithoutZero = /^(?:10|2\d|[3-9]\d{2})-?[2-9]\d{6,7}(?:\D\d{1,6})?$/u

const expected: LocalText = {
  'zh-CN':
    '请填写11位手机号码，或者7至8位座机号码（可以加区号和分机号），例如 13800138000、0731-57881234 或 57881234。',
  en: 'Give an 11-digit mobile number, or a landline number of 7 or 8 digits (an area code and an extension may be added), for example 13800138000, 0731-57881234 or 57881234.',
}

function normalise(text: string): string {
  const { number, hadCountryCode } = dialledInChina(text)
  const digits = number.replaceAll('-', '')
  if (isMobile(digits)) return digits
  const withArea = hadCountryCode && areaWithoutZero.test(number) ? `0${number}` : number
  const [, area, local, extension] = landline.exec(withArea) ?? []
  return local ? [area, local, extension].filter(Boolean).join('-') : number
}

/** A mobile number, or a landline number for those who have no mobile phone. Extensions: `-8001`, `#8001`, `转8001`. */
export const phone: Format = {
  name: 'cn-phone',
  normalise,
  faultOf(text) {
    if (text.length > longestText) return expected
    const number = normalise(text)
    return isMobile(number) || landline.test(number) ? null : expected
  },
  mask(text) {
    const number = normalise(text.slice(0, longestText))
    const [, area, local, extension] = landline.exec(number) ?? []
    if (!local) return maskMiddle(number, 3, 4)
    return [area, maskMiddle(local, 0, 3), extension && '*'.repeat(extension.length)]
      .filter(Boolean)
      .join('-')
  },
}
