import { Set as setFormat } from 'typebox/format'
import { implementationCode } from './cn-implementation-code.ts'
import { mobile } from './cn-mobile.ts'
import { phone } from './cn-phone.ts'
import { realEstateUnitNumber } from './cn-real-estate-unit-number.ts'
import { residentIdentityNumber } from './cn-resident-identity-number.ts'
import { unifiedSocialCreditCode } from './cn-unified-social-credit-code.ts'
import { date } from './date.ts'
import { email } from './email.ts'
import type { Format } from './format.ts'

/** Every format a field may ask for. A new one is one file and one line here (and its name in `fieldFormats`). */
export const formats: readonly Format[] = [
  date,
  email,
  residentIdentityNumber,
  unifiedSocialCreditCode,
  mobile,
  phone,
  realEstateUnitNumber,
  implementationCode,
]

const byName = new Map(formats.map((format) => [format.name, format]))

/** The format called `name` in schemas, or undefined where it is none of ours. */
export function formatNamed(name: string | undefined): Format | undefined {
  return name === undefined ? undefined : byName.get(name)
}

/** Makes typebox check our formats. */
export function registerFormats(): void {
  for (const format of formats) setFormat(format.name, (text) => format.faultOf(text) === null)
}
