import type { Fault } from '../fault.ts'
import type { LocalText } from '../text.ts'
import { below, faultAt, mostFaults, overlong, type Place, placeOf } from './input-limits.ts'

/** Levels of objects and lists inside each other; twice what a document of ours needs. */
export const deepest = 64

/** Keys by which a value could reach the prototypes of other objects. */
const forbiddenKeys = new Set<string | number>(['__proto__', 'constructor', 'prototype'])

const messages = {
  forbiddenKey: {
    'zh-CN': '不能使用 __proto__、constructor、prototype 作为名称。',
    en: 'The names __proto__, constructor and prototype are not allowed.',
  },
  wellFormed: {
    'zh-CN': '文字中有不完整的字符（单独的代理码位），请重新输入。',
    en: 'The text holds half a character (a lone surrogate): type it again.',
  },
  control: {
    'zh-CN': '文字中有看不见的控制字符或改变书写方向的字符，请重新输入。',
    en: 'The text holds invisible control characters, or characters that change the direction of writing: type it again.',
  },
  finite: {
    'zh-CN': '数字太大，无法准确表示。',
    en: 'The number is too large to be represented.',
  },
} satisfies Record<string, LocalText>

function tooDeep(limit: number): LocalText {
  return {
    'zh-CN': `嵌套太深，最多${limit}层。`,
    en: `This is nested too deeply: the limit is ${limit} levels.`,
  }
}

/** Half a character cannot be encoded as UTF-8, so it can neither be hashed nor stored. */
const loneSurrogate = /\p{Surrogate}/u

/**
 * Control characters other than tab and line ends, and the override that reverses text, by which a name could look
 * like another's. Other direction marks come along with pasted telephone numbers and are tidied away later.
 */
const control = /(?![\t\n\r])\p{Cc}|\u202e/u

function faultsAt(place: Place): Fault[] {
  const { value, key } = place
  const faults: Fault[] = []
  if (forbiddenKeys.has(key)) faults.push(faultAt(place, 'forbiddenKey', messages.forbiddenKey))
  if (loneSurrogate.test(String(key))) faults.push(faultAt(place, 'wellFormed', messages.wellFormed))
  else if (typeof value === 'string' && loneSurrogate.test(value)) {
    faults.push(faultAt(place, 'wellFormed', messages.wellFormed))
  } else if (typeof value === 'string' && control.test(value)) {
    faults.push(faultAt(place, 'controlCharacter', messages.control))
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    faults.push(faultAt(place, 'finite', messages.finite))
  return faults
}

/**
 * What no input may hold, whatever its schema: nesting deeper than `maxDepth`, keys that reach prototypes, half
 * characters, control characters, numbers beyond a double, lists and objects of more than 5000 entries. Walks without
 * recursion.
 *
 * @param value a value read from JSON
 */
export function checkJson(value: unknown, { maxDepth = deepest }: { maxDepth?: number } = {}): Fault[] {
  const faults: Fault[] = []
  const open = [placeOf(value)]
  for (let place = open.pop(); place && faults.length < mostFaults; place = open.pop()) {
    for (const fault of faultsAt(place)) faults.push(fault)
    const isContainer = typeof place.value === 'object' && place.value !== null
    if (isContainer && place.depth >= maxDepth) return [...faults, faultAt(place, 'depth', tooDeep(maxDepth))]
    const tooMany = overlong(place)
    if (tooMany) faults.push(tooMany)
    else for (const next of below(place).reverse()) open.push(next)
  }
  return faults
}
