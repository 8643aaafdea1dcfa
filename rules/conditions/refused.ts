import type { Fault, LocalText } from '../../schemas/index.ts'

/**
 * What json-rules-engine (or JSON) would let through and we refuse before a rule is published, each with the reason.
 * `{name}` stands for the thing at fault. docs/refused-conditions.md is generated from this table, and each row has a test.
 */
export const refused = {
  'not-a-condition': {
    'zh-CN': '这里需要一个条件:all、any、not、condition 四者之一,或“事实 + 运算符 + 值”,不能混用。',
    en: 'A condition is expected here: exactly one of all, any, not, condition, or a comparison with fact, operator and value.',
  },
  'root-comparison': {
    'zh-CN': '规则的最外层须为 all、any、not 或 condition。',
    en: 'The outermost level of a rule has to be all, any, not or condition.',
  },
  'unknown-key': { 'zh-CN': '条件中不能有“{name}”。', en: 'A condition cannot have “{name}”.' },
  'too-deep': { 'zh-CN': '条件嵌套超过 {name} 层。', en: 'Conditions are nested deeper than {name} levels.' },
  'empty-any': {
    'zh-CN': '“任一”不能为空:json-rules-engine 会把空的 any 当作成立。',
    en: 'An any without members is refused: json-rules-engine takes it as true.',
  },
  'unknown-fact': {
    'zh-CN': '没有名为“{name}”的事实(字段、参数或派生事实)。',
    en: 'There is no fact called “{name}” (field, parameter or derived fact).',
  },
  'fact-not-yet-known': {
    'zh-CN': '显示条件和必填条件只能引用字段和参数,不能引用派生事实“{name}”。',
    en: 'Conditions for showing or requiring a field read fields and parameters only, not the derived fact “{name}”.',
  },
  'unknown-condition': {
    'zh-CN': '没有名为“{name}”的命名条件。',
    en: 'There is no named condition “{name}”.',
  },
  'condition-cycle': {
    'zh-CN': '命名条件“{name}”最终引用了自己。',
    en: 'The named condition “{name}” leads back to itself.',
  },
  'unknown-operator': { 'zh-CN': '没有名为“{name}”的运算符。', en: 'There is no operator called “{name}”.' },
  path: {
    'zh-CN': '路径“{name}”不可用:只能写确定的路径,如 a.b 或 $.list[0],不能用通配、筛选或脚本。',
    en: 'The path “{name}” is refused: only definite paths such as a.b or $.list[0], no wildcards, filters or scripts.',
  },
  'null-comparison': {
    'zh-CN': '不能与空值比大小(json-rules-engine 中 5 > null 成立);请用 isPresent 或 isEmpty。',
    en: 'Comparing with null is refused (5 > null holds in json-rules-engine); use isPresent or isEmpty.',
  },
  'value-shape': {
    'zh-CN': '运算符“{name}”的值形式不对。',
    en: 'The value does not have the shape the operator “{name}” needs.',
  },
  'list-expected': {
    'zh-CN': '“{name}”右边须为列表:json-rules-engine 遇到文本会做子串查找,遇到空值会中断。',
    en: '“{name}” needs a list on the right: json-rules-engine would search inside a text and fail on null.',
  },
  'structure-equality': {
    'zh-CN': '“{name}”不能与列表或对象比较:结果永远不相等。',
    en: '“{name}” cannot compare with a list or an object: they are never equal.',
  },
  'reference-in-list': {
    'zh-CN': '列表里不能引用事实:json-rules-engine 不会解析。',
    en: 'A list cannot hold references to facts: json-rules-engine does not resolve them.',
  },
  'value-reference': {
    'zh-CN': '引用只能含 fact 和 path。',
    en: 'A reference has only fact and path.',
  },
} as const satisfies Record<string, LocalText>

export type RefusalCode = keyof typeof refused

/** The fault for `code` at `pointer`; `name` fills the message. */
export function refusal(code: RefusalCode, pointer: string, name = ''): Fault {
  const text = refused[code]
  return {
    pointer,
    keyword: code,
    message: {
      'zh-CN': text['zh-CN'].replace('{name}', () => name),
      en: text.en.replace('{name}', () => name),
    },
  }
}
