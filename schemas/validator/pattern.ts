import { isSafePattern } from 'redos-detector'
import type { Fault } from '../fault.ts'
import type { LocalText } from '../text.ts'

/** Longer patterns are nobody's to read, and take long to check. */
const longestPattern = 500

/**
 * How long to look for two ways to match the same text. Counted in steps, not in time: the same pattern gets the same
 * answer everywhere, and the clock of workerd stands still. Ordinary patterns take some ten steps.
 */
const maxSteps = 2000

const messages = {
  length: {
    'zh-CN': `正则表达式太长，最多${longestPattern}个字符。`,
    en: `This regular expression is too long: the limit is ${longestPattern} characters.`,
  },
  syntax: {
    'zh-CN':
      '这不是有效的正则表达式（按 JavaScript 的 u 标志解释），请检查括号、方括号和反斜杠，例如 ^\\d{6}$。',
    en: 'This is not a valid regular expression (read with the u flag of JavaScript): check brackets and backslashes. For example ^\\d{6}$.',
  },
  unsupported: {
    'zh-CN': '这个正则表达式用了无法检查安全性的写法（如命名分组、内联标志），请换一种写法，例如 ^\\d{6}$。',
    en: 'This regular expression uses syntax that cannot be checked for safety (such as named groups or inline flags): write it another way. For example ^\\d{6}$.',
  },
  slow: {
    'zh-CN':
      '这个正则表达式遇到某些输入会非常慢（同一段文字有太多种匹配方式），不能使用。请以 ^ 开头，并避免嵌套的重复和相邻的同类重复，例如 ^\\d{6}$。',
    en: 'This regular expression is very slow on some input, because it can match the same text in too many ways. Begin it with ^, and avoid repetition inside repetition and neighbouring repetitions of the same characters. For example ^\\d{6}$.',
  },
} satisfies Record<string, LocalText>

function fault(keyword: string, message: LocalText): Fault[] {
  return [{ pointer: '', keyword, message }]
}

/**
 * What is wrong with a regular expression that an author wrote for `pattern`: empty where it may be used. It must
 * compile with the `u` flag, as JSON Schema 2020-12 asks, and match every text in time proportional to its length
 * (no ReDoS). In doubt it is refused. Checking a bad one takes up to half a second.
 */
export function checkPattern(source: string): Fault[] {
  if (source.length > longestPattern) return fault('patternLength', messages.length)
  try {
    new RegExp(source, 'u')
  } catch {
    return fault('patternSyntax', messages.syntax)
  }
  try {
    return isSafePattern(source, { unicode: true, maxSteps }).safe
      ? []
      : fault('patternSafety', messages.slow)
  } catch {
    // redos-detector throws on syntax that its parser does not know.
    return fault('patternSupport', messages.unsupported)
  }
}
