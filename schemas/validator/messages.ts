import { formatNamed } from '../formats/registry.ts'
import type { LocalText } from '../text.ts'

/** So many allowed values are listed in a message; the rest is counted. */
const mostListed = 20

/** A limit that a schema sets, such as `maxLength: 80`. */
type Limited = (limit: string) => LocalText

const limits: Record<string, Limited> = {
  minLength: (limit) =>
    limit === '1'
      ? { 'zh-CN': '此项不能为空。', en: 'This must not be empty.' }
      : {
          'zh-CN': `内容太短，至少要有${limit}个字符。`,
          en: `This is too short: the minimum length is ${limit}.`,
        },
  maxLength: (limit) => ({
    'zh-CN': `内容太长，最多可有${limit}个字符。`,
    en: `This is too long: the maximum length is ${limit}.`,
  }),
  minimum: (limit) => ({ 'zh-CN': `此项不能小于${limit}。`, en: `This must be ${limit} or more.` }),
  maximum: (limit) => ({ 'zh-CN': `此项不能大于${limit}。`, en: `This must be ${limit} or less.` }),
  exclusiveMinimum: (limit) => ({
    'zh-CN': `此项必须大于${limit}。`,
    en: `This must be more than ${limit}.`,
  }),
  exclusiveMaximum: (limit) => ({
    'zh-CN': `此项必须小于${limit}。`,
    en: `This must be less than ${limit}.`,
  }),
  multipleOf: (limit) => ({
    'zh-CN': `此项必须是${limit}的整数倍。`,
    en: `This must be a multiple of ${limit}.`,
  }),
  minItems: (limit) => ({
    'zh-CN': `至少要有${limit}项。`,
    en: `The minimum number of entries is ${limit}.`,
  }),
  maxItems: (limit) => ({
    'zh-CN': `最多可有${limit}项。`,
    en: `The maximum number of entries is ${limit}.`,
  }),
  minProperties: (limit) => ({
    'zh-CN': `至少要有${limit}个属性。`,
    en: `The minimum number of properties is ${limit}.`,
  }),
  maxProperties: (limit) => ({
    'zh-CN': `最多可有${limit}个属性。`,
    en: `The maximum number of properties is ${limit}.`,
  }),
}

const typeNames: Record<string, { 'zh-CN': string; en: string }> = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': 'true（是）或 false（否）', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '由属性组成的对象', en: 'an object with properties' },
  null: { 'zh-CN': '空值（null）', en: 'empty (null)' },
}

const plain: Record<string, LocalText> = {
  required: { 'zh-CN': '此项必填。', en: 'This is required.' },
  additionalProperties: {
    'zh-CN': '这里不接受此项，请核对名称。',
    en: 'This is not expected here: check its name.',
  },
  pattern: { 'zh-CN': '内容不符合要求的格式。', en: 'This does not have the expected format.' },
  uniqueItems: {
    'zh-CN': '列表中有重复的项，请只保留一个。',
    en: 'The list has the same entry twice: keep one of them.',
  },
}

const invalid: LocalText = { 'zh-CN': '内容不符合要求，请核对。', en: 'This is not valid: check it.' }

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function oneOf(values: readonly unknown[]): LocalText {
  const unique = [...new Set(values.map(shown))]
  if (unique.length === 1) return { 'zh-CN': `此项只能是 ${unique[0]}。`, en: `This must be ${unique[0]}.` }
  const listed = unique.slice(0, mostListed)
  if (listed.length < unique.length) {
    return {
      'zh-CN': `此项只能是规定的${unique.length}个值之一，例如：${listed.join('、')}。`,
      en: `This must be one of the ${unique.length} allowed values, such as: ${listed.join(', ')}.`,
    }
  }
  return {
    'zh-CN': `此项只能是以下之一：${listed.join('、')}。`,
    en: `This must be one of: ${listed.join(', ')}.`,
  }
}

function ofType(types: readonly unknown[]): LocalText {
  const names = types.map((type) => typeNames[shown(type)]).filter((name) => name !== undefined)
  return {
    'zh-CN': `此项应为${names.map((name) => name['zh-CN']).join('或')}。`,
    en: `This must be ${names.map((name) => name.en).join(' or ')}.`,
  }
}

/**
 * What to tell a person about a broken keyword: a whole sentence that says what is expected and never repeats what was
 * entered.
 *
 * @param params of the error, in the shape of AJV's
 * @param value what was entered, where a format says more precisely what is wrong with it
 */
export function messageFor(keyword: string, params: object, value?: unknown): LocalText {
  const limit = limits[keyword]
  if (limit && 'limit' in params) return limit(shown(params.limit))
  if (keyword === 'multipleOf' && limit && 'multipleOf' in params) return limit(shown(params.multipleOf))
  if (keyword === 'type' && 'type' in params)
    return ofType(Array.isArray(params.type) ? params.type : [params.type])
  if (keyword === 'const' && 'allowedValue' in params) return oneOf([params.allowedValue])
  if (keyword === 'enum' && 'allowedValues' in params && Array.isArray(params.allowedValues)) {
    return oneOf(params.allowedValues)
  }
  if (keyword === 'format' && 'format' in params) {
    const format = formatNamed(shown(params.format))
    return (typeof value === 'string' && format?.faultOf(value)) || (plain.pattern ?? invalid)
  }
  return plain[keyword] ?? invalid
}
