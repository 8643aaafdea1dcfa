import { identityCheckDigit } from '../../schemas/formats/cn-resident-identity-number.ts'
import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
} from '../../schemas/formats/cn-unified-social-credit-code.ts'
import { dateOf } from '../days.ts'
import type { Random } from '../random.ts'

const region = '430321'

/**
 * Order codes that GB 11643 keeps for people past their hundredth birthday, by sex (`1` 男 odd, `2` 女 even): nobody
 * younger has a number with one of them, so that a made-up number is valid and nobody's.
 */
const unusedOrderCodes = { '1': ['997', '999'], '2': ['996', '998'] } as const

/** A valid 公民身份号码 that belongs to nobody, of a person born on `birthDay` (days after 1970-01-01). */
export function madeUpIdentityNumber(random: Random, birthDay: number, sex?: unknown): string {
  const codes = unusedOrderCodes[sex === '1' || sex === '2' ? sex : random.chance(0.5) ? '1' : '2']
  const body = region + dateOf(birthDay).replaceAll('-', '') + (random.pick(codes) ?? codes[0])
  return body + identityCheckDigit(body)
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('')

/** A valid 统一社会信用代码; no organisation code begins with YY. */
function madeUpCreditCode(random: Random): string {
  const tail = Array.from({ length: 7 }, () => creditCodeAlphabet.charAt(random.between(0, 30))).join('')
  const body = `91${region}YY${tail}`
  return body + creditCodeCheckCharacter(body)
}

/** A made-up text of one of the formats a field may ask for (not `date`, nor an identity number of a given birth). */
export function madeUp(random: Random, format: string, day: number): string {
  switch (format) {
    case 'date':
      return dateOf(day - random.between(1, 360))
    case 'cn-resident-identity-number':
      return madeUpIdentityNumber(random, day - random.between(18 * 366, 80 * 365))
    case 'cn-unified-social-credit-code':
      return madeUpCreditCode(random)
    case 'cn-mobile':
    case 'cn-phone':
      // 154 has been given to no operator.
      return `154${digits(random, 8)}`
    case 'cn-real-estate-unit-number':
      // No county has 999 cadastral districts.
      return `${region}999999GB${digits(random, 5)}F${digits(random, 8)}`
    case 'cn-implementation-code':
      return `${madeUpCreditCode(random)}4${digits(random, 12)}`
    default:
      return `example${random.between(1, 9999)}@example.com`
  }
}
