import type { LocalText } from '../text.ts'
import { type Format, longestText } from './format.ts'
import { maskMiddle } from './mask.ts'
import { tidy } from './tidy.ts'

const shape = /^1[3-9]\d{9}$/u
/** `86` alone is the country code only before a whole mobile number. */
const countryCode = /^(?:(?:\+|00)86-?|86(?=1[3-9]\d{9}$))/u

const wrongCharacters: LocalText = {
  'zh-CN': '手机号码是以1开头、第2位为3至9的11位数字，例如 13800138000。',
  en: 'A mobile number is 11 digits beginning with 1 and then 3 to 9, for example 13800138000.',
}

function wrongLength(length: number): LocalText {
  return {
    'zh-CN': `手机号码应为11位数字，现在是${length}位，例如 13800138000。`,
    en: `A mobile number has 11 digits and this has ${length}. For example 13800138000.`,
  }
}

/** A telephone number as dialled in China: without spaces, brackets and +86. Hyphens stay. */
export function dialledInChina(text: string): { number: string; hadCountryCode: boolean } {
  const written = tidy(text).replace(/[\s()]/gu, '')
  const number = written.replace(countryCode, '')
  return { number, hadCountryCode: number !== written }
}

/** Whether an already tidied number is that of a mobile phone. */
export function isMobile(number: string): boolean {
  return shape.test(number)
}

function normalise(text: string): string {
  const { number } = dialledInChina(text)
  const digits = number.replaceAll('-', '')
  return isMobile(digits) ? digits : number
}

/** 手机号: eleven digits of a mainland mobile phone; spaces, hyphens and +86 are forgiven. */
export const mobile: Format = {
  name: 'cn-mobile',
  normalise,
  faultOf(text) {
    if (text.length > longestText) return wrongLength(text.length)
    const number = normalise(text)
    if (/^\d+$/u.test(number) && number.length !== 11) return wrongLength(number.length)
    return isMobile(number) ? null : wrongCharacters
  },
  mask: (text) => maskMiddle(normalise(text.slice(0, longestText)), 3, 4),
}
