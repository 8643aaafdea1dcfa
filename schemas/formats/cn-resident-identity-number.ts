import type { LocalText } from '../text.ts'
import { isCalendarDate } from './date.ts'
import { type Format, longestText } from './format.ts'
import { maskMiddle } from './mask.ts'
import { tidyCode } from './tidy.ts'

/** GB 11643: weights of the first 17 digits, and the check digit by the sum's remainder modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

const shape = /^[1-9]\d{16}[\dX]$/u
/** The standard's own example was born in 1880; a year of any other century is a slip of the pen. */
const century = /^(?:18|19|20)/u

const wrongCharacters: LocalText = {
  'zh-CN':
    '公民身份号码由18位组成：前17位是数字，最后一位是数字或字母X，例如 430321199001010016（虚构号码）。',
  en: 'A resident identity number is 17 digits followed by a digit or the letter X, for example 430321199001010016 (made up).',
}
const wrongBirthDate: LocalText = {
  'zh-CN': '公民身份号码的第7至14位应是真实存在的出生日期，请核对，例如 430321199001010016（虚构号码）。',
  en: 'Digits 7 to 14 of a resident identity number are a date of birth, and this is not a real one. For example 430321199001010016 (made up).',
}
const wrongCheckDigit: LocalText = {
  'zh-CN':
    '公民身份号码的校验码（最后一位）对不上，号码中可能有一位输错了，请逐位核对，例如 430321199001010016（虚构号码）。',
  en: 'The check digit (the last character) of this resident identity number does not fit: one character is probably mistyped. For example 430321199001010016 (made up).',
}

function wrongLength(length: number): LocalText {
  return {
    'zh-CN': `公民身份号码应为18位，现在是${length}位，例如 430321199001010016（虚构号码）。`,
    en: `A resident identity number has 18 characters and this has ${length}. For example 430321199001010016 (made up).`,
  }
}

/** The check digit (GB 11643, ISO 7064 MOD 11-2) of a number's first 17 digits. */
export function identityCheckDigit(body: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return checkDigits.charAt(sum % 11)
}

function writtenBirthDate(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

/** 公民身份号码 (GB 11643): 18 characters, a real date of birth from 1800 to 2099, and the check digit. */
export const residentIdentityNumber: Format = {
  name: 'cn-resident-identity-number',
  normalise: tidyCode,
  faultOf(text) {
    if (text.length > longestText) return wrongLength(text.length)
    const number = tidyCode(text)
    if (number.length !== 18) return wrongLength(number.length)
    if (!shape.test(number)) return wrongCharacters
    const birthDate = writtenBirthDate(number)
    if (!century.test(birthDate) || !isCalendarDate(birthDate)) return wrongBirthDate
    return identityCheckDigit(number) === number[17] ? null : wrongCheckDigit
  },
  mask: (text) => maskMiddle(tidyCode(text.slice(0, longestText)), 3, 4),
}

/** The date of birth (`YYYY-MM-DD`) in a valid 公民身份号码; null for anything else. */
export function birthDateOf(text: string): string | null {
  return residentIdentityNumber.faultOf(text) ? null : writtenBirthDate(tidyCode(text))
}

/** The sex (GB/T 2261.1: `1` 男, `2` 女) in a valid 公民身份号码, where the 17th digit is odd for men; null for anything else. */
export function sexOf(text: string): '1' | '2' | null {
  if (residentIdentityNumber.faultOf(text)) return null
  return Number(tidyCode(text)[16]) % 2 === 1 ? '1' : '2'
}
