import type { Fault, LocalText } from '../../schemas/index.ts'

/**
 * What json-rules-engine (or JSON) would let through and we refuse before a rule is published, each with the reason.
 * `{name}` stands for the thing at fault. docs/refused-conditions.md is generated from this table and the next, and each
 * row has a test.
 */
export const refused = {
  'not-a-condition': {
    'zh-CN': '这里需要一个条件:all、any、not、condition 四者之一,或“事实 + 运算符 + 值”,不能混用。',
    en: 'A condition is expected here: exactly one of all, any, not, condition, or a comparison with fact, operator and value.',
    why: 'json-rules-engine takes the first of any, all, not that it finds and ignores the others without a word.',
  },
  'root-comparison': {
    'zh-CN': '规则的最外层须为 all、any、not 或 condition。',
    en: 'The outermost level of a rule has to be all, any, not or condition.',
    why: 'json-rules-engine throws when such a rule is added.',
  },
  'unknown-key': {
    'zh-CN': '条件中不能有“{name}”。',
    en: 'A condition cannot have “{name}”.',
    why: 'json-rules-engine ignores what it does not know, so that a misspelt path or a default never takes effect.',
  },
  'too-deep': {
    'zh-CN': '条件嵌套超过 {name} 层。',
    en: 'Conditions are nested deeper than {name} levels.',
    why: 'json-rules-engine ends with a RangeError somewhere in the thousands; nobody reads past a handful.',
  },
  'empty-any': {
    'zh-CN': '“任一”不能为空:json-rules-engine 会把空的 any 当作成立。',
    en: 'An any without members is refused: json-rules-engine takes it as true.',
    why: 'An empty any is true in json-rules-engine; everybody reads it as false.',
  },
  'unknown-fact': {
    'zh-CN': '没有名为“{name}”的事实(字段、参数或派生事实)。',
    en: 'There is no fact called “{name}” (field, parameter or derived fact).',
    why: 'json-rules-engine rejects the whole run, and only once a rule comes to it.',
  },
  'fact-not-yet-known': {
    'zh-CN': '显示条件和必填条件只能引用字段和参数,不能引用派生事实“{name}”。',
    en: 'Conditions for showing or requiring a field read fields and parameters only, not the derived fact “{name}”.',
    why: 'Derived facts are worked out from the answers, and what is asked has to be known before.',
  },
  'unknown-condition': {
    'zh-CN': '没有名为“{name}”的命名条件。',
    en: 'There is no named condition “{name}”.',
    why: 'json-rules-engine rejects the whole run when it comes to it.',
  },
  'condition-cycle': {
    'zh-CN': '命名条件“{name}”最终引用了自己。',
    en: 'The named condition “{name}” leads back to itself.',
    why: 'json-rules-engine ends with a RangeError.',
  },
  'unknown-operator': {
    'zh-CN': '没有名为“{name}”的运算符。',
    en: 'There is no operator called “{name}”.',
    why: 'json-rules-engine rejects the whole run, and only once a rule comes to it.',
  },
  path: {
    'zh-CN': '路径“{name}”不可用:只能写确定的路径,如 a.b 或 $.list[0],不能用通配、筛选或脚本。',
    en: 'The path “{name}” is refused: only definite paths such as a.b or $.list[0], no wildcards, filters or scripts.',
    why: 'json-rules-engine hands the path to JSONPath, which runs filters and scripts, and gives a list where it finds several places.',
  },
  'null-comparison': {
    'zh-CN': '不能与空值比大小(json-rules-engine 中 5 > null 成立);请用 isPresent 或 isEmpty。',
    en: 'Comparing with null is refused (5 > null holds in json-rules-engine); use isPresent or isEmpty.',
    why: '`5 > null` is true in json-rules-engine, which checks the left side only.',
  },
  'value-shape': {
    'zh-CN': '运算符“{name}”的值形式不对。',
    en: 'The value does not have the shape the operator “{name}” needs.',
    why: 'json-rules-engine compares whatever it gets: `0 < true` is true, and a text is compared letter by letter.',
  },
  'list-expected': {
    'zh-CN': '“{name}”右边须为列表:json-rules-engine 遇到文本会做子串查找,遇到空值会中断。',
    en: '“{name}” needs a list on the right: json-rules-engine would search inside a text and fail on null.',
    why: '`in` a text is true in json-rules-engine for every part of it; `in` null, and going through the members of what is no list, reject the whole run.',
  },
  'structure-equality': {
    'zh-CN': '“{name}”不能与列表或对象比较:结果永远不相等。',
    en: '“{name}” cannot compare with a list or an object: they are never equal.',
    why: 'Lists and objects are compared by identity, which never holds for values that come from JSON.',
  },
  'reference-in-list': {
    'zh-CN': '列表里不能引用事实:json-rules-engine 不会解析。',
    en: 'A list cannot hold references to facts: json-rules-engine does not resolve them.',
    why: 'json-rules-engine resolves a reference only where it is the whole value.',
  },
  'value-reference': {
    'zh-CN': '引用只能含 fact 和 path。',
    en: 'A reference has only fact and path.',
    why: 'json-rules-engine ignores everything else, a default for example, or hands it to dynamic facts, which we do not have.',
  },
} as const satisfies Record<string, LocalText & { readonly why: string }>

/** What a rule around its conditions may not have; refused by the shape of the document (schemas/bundle/rule.ts). */
export const refusedInRules = {
  'event-type': {
    en: 'An event type that is not one of the effects, `error` above all.',
    why: 'A rule that fires with the type `error`, which nobody listens to, rejects the whole run in json-rules-engine.',
  },
  priority: {
    en: 'A priority that is not a whole number from 1 to 1000.',
    why: 'json-rules-engine throws at 0, takes 2.9 as 2, and sorts by NaN where it gets a text.',
  },
  'set-fact-priority': {
    en: 'Two rules of one priority that set the same fact.',
    why: 'Within one priority json-rules-engine runs rules side by side; which of them sets the fact last is not defined.',
  },
} as const

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
