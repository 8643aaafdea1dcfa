import fc from 'fast-check'
import { identityCheckDigit } from '../../../schemas/formats/cn-resident-identity-number.ts'
import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
} from '../../../schemas/formats/cn-unified-social-credit-code.ts'

/** `count` characters of `alphabet`. */
export function text(alphabet: string, count: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength: count, maxLength: count })
}

const digits = '0123456789'
const regionCode = text('123456', 1).chain((province) => text(digits, 5).map((rest) => province + rest))

const birthDate = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))

export const validIdentityNumber: fc.Arbitrary<string> = fc
  .tuple(regionCode, birthDate, text(digits, 3))
  .map((parts) => parts.join(''))
  .map((body) => body + identityCheckDigit(body))

export const validCreditCode: fc.Arbitrary<string> = fc
  .tuple(text(creditCodeAlphabet, 2), regionCode, text(creditCodeAlphabet, 9))
  .map((parts) => parts.join(''))
  .map((body) => body + creditCodeCheckCharacter(body))
