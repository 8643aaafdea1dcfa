import { IsEmail } from 'typebox/format'
import { type Format, longestText } from './format.ts'
import { maskMiddle } from './mask.ts'
import { tidy } from './tidy.ts'

/** RFC 5321, 4.5.3.1: the longest path that mail can carry, without its angle brackets. */
const longestAddress = 254

/** An address of electronic mail. */
export const email: Format = {
  name: 'email',
  normalise: tidy,
  faultOf(text) {
    const address = text.length > longestText ? '' : tidy(text)
    if (address.length <= longestAddress && IsEmail(address)) return null
    return {
      'zh-CN': '请填写完整的电子邮箱地址，例如 name@example.com。',
      en: 'Give a whole e-mail address, for example name@example.com.',
    }
  },
  mask(text) {
    const address = tidy(text.slice(0, longestText))
    const at = address.lastIndexOf('@')
    return at > 0
      ? `${maskMiddle(address.slice(0, at), 1, 0)}${address.slice(at)}`
      : maskMiddle(address, 1, 0)
  },
}
