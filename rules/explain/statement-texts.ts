import type { Speaker } from './speaker.ts'
import type { OperatorName, SentenceKind } from './texts/texts.ts'

/** A rule as its author reads it. Placeholders: {conditions} and what the effect has. */
type RuleStatement = { readonly when: string; readonly always: string }
export type StatementKind = Exclude<SentenceKind, 'settled'> | 'set-fact'

/** The words of one language for rules that nobody has answered yet. Every sentence and clause is a whole template. */
type Texts = {
  /** Placeholders: {fact}, {value}. */
  readonly operators: Readonly<Record<Exclude<OperatorName, 'isEmpty' | 'isPresent'>, string>>
  readonly absent: string
  readonly present: string
  /** An operator with decorators, or one that is unknown: {operator}. */
  readonly other: string
  readonly parameter: string
  readonly missing: string
  readonly and: string
  readonly or: string
  readonly bracket: string
  readonly not: string
  readonly named: string
  readonly notNamed: string
  readonly always: string
  readonly never: string
  readonly unreadable: string
  readonly rules: Readonly<Record<StatementKind, RuleStatement>>
  readonly incomplete: RuleStatement
}

const pair = (when: string, always: string): RuleStatement => ({ when, always })

const zhCN: Texts = {
  operators: {
    equal: '{fact}为{value}',
    notEqual: '{fact}不为{value}',
    in: '{fact}为{value}',
    notIn: '{fact}不为{value}',
    contains: '{fact}包括{value}',
    doesNotContain: '{fact}不包括{value}',
    lessThan: '{fact}低于{value}',
    lessThanInclusive: '{fact}不超过{value}',
    greaterThan: '{fact}超过{value}',
    greaterThanInclusive: '{fact}不低于{value}',
    between: '{fact}在{value}之间',
    dateBefore: '{fact}早于{value}',
    dateOnOrBefore: '{fact}不晚于{value}',
    dateAfter: '{fact}晚于{value}',
    dateOnOrAfter: '{fact}不早于{value}',
    dateBetween: '{fact}在{value}之间',
    containsAny: '{fact}包括{value}中的任何一项',
    containsAll: '{fact}同时包括{value}',
    containsNone: '{fact}不包括{value}中的任何一项',
    regionWithin: '{fact}属于{value}',
  },
  absent: '{fact}未填写或不适用',
  present: '{fact}已填写',
  other: '{fact}与{value}按“{operator}”比较成立',
  parameter: '“{title}”（{value}）',
  missing: '（尚未填写）',
  and: '{first}，且{next}',
  or: '{first}，或{next}',
  bracket: '（{condition}）',
  not: '并非（{condition}）',
  named: '符合“{title}”',
  notNamed: '不符合“{title}”',
  always: '任何情况下',
  never: '没有任何情况',
  unreadable: '（无法识别的条件）',
  rules: {
    reject: pair('如果{conditions}，则不予受理：{message}。', '一律不予受理：{message}。'),
    refer: pair('如果{conditions}，则转人工研判：{message}。', '一律转人工研判：{message}。'),
    'refer-to': pair(
      '如果{conditions}，则转“{department}”人工研判：{message}。',
      '一律转“{department}”人工研判：{message}。',
    ),
    warn: pair('如果{conditions}，则提醒：{message}。', '一律提醒：{message}。'),
    inform: pair('如果{conditions}，则告知：{message}。', '一律告知：{message}。'),
    'include-item': pair('如果{conditions}，则办理事项“{title}”。', '一律办理事项“{title}”。'),
    'require-material': pair('如果{conditions}，则需要材料“{title}”。', '一律需要材料“{title}”。'),
    'waive-material': pair('如果{conditions}，则免交材料“{title}”。', '一律免交材料“{title}”。'),
    'route-task': pair(
      '如果{conditions}，则由“{title}”办理（第 {stage} 阶段，{mode}）。',
      '一律由“{title}”办理（第 {stage} 阶段，{mode}）。',
    ),
    'set-limit': pair('如果{conditions}，则承诺 {days}办结。', '一律承诺 {days}办结。'),
    'charge-fee': pair('如果{conditions}，则“{title}”为{amount}。', '“{title}”一律为{amount}。'),
    estimate: pair('如果{conditions}，则“{title}”测算为{amount}。', '“{title}”一律测算为{amount}。'),
    'set-fact': pair('如果{conditions}，则“{title}”记为{amount}。', '“{title}”一律记为{amount}。'),
  },
  incomplete: pair('如果{conditions}，则……（结论还没有填完）', '结论还没有填完。'),
}

const en: Texts = {
  operators: {
    equal: '{fact} is {value}',
    notEqual: '{fact} is not {value}',
    in: '{fact} is {value}',
    notIn: '{fact} is not {value}',
    contains: '{fact} includes {value}',
    doesNotContain: '{fact} does not include {value}',
    lessThan: '{fact} is less than {value}',
    lessThanInclusive: '{fact} is at most {value}',
    greaterThan: '{fact} is more than {value}',
    greaterThanInclusive: '{fact} is at least {value}',
    between: '{fact} is between {value}',
    dateBefore: '{fact} is before {value}',
    dateOnOrBefore: '{fact} is {value} or earlier',
    dateAfter: '{fact} is after {value}',
    dateOnOrAfter: '{fact} is {value} or later',
    dateBetween: '{fact} is between {value}',
    containsAny: '{fact} includes any of {value}',
    containsAll: '{fact} includes all of {value}',
    containsNone: '{fact} includes none of {value}',
    regionWithin: '{fact} lies within {value}',
  },
  absent: '{fact} is left empty or does not apply',
  present: '{fact} is filled in',
  other: '{fact} compares with {value} by “{operator}”',
  parameter: '“{title}” ({value})',
  missing: '(still to be filled in)',
  and: '{first}, and {next}',
  or: '{first}, or {next}',
  bracket: '({condition})',
  not: 'it is not so that ({condition})',
  named: '“{title}” holds',
  notNamed: '“{title}” does not hold',
  always: 'in all cases',
  never: 'in no case',
  unreadable: '(a condition that cannot be read)',
  rules: {
    reject: pair(
      'If {conditions}, the application is rejected: {message}.',
      'Every application is rejected: {message}.',
    ),
    refer: pair('If {conditions}, a person decides: {message}.', 'A person always decides: {message}.'),
    'refer-to': pair(
      'If {conditions}, the “{department}” decides: {message}.',
      'The “{department}” always decides: {message}.',
    ),
    warn: pair(
      'If {conditions}, the applicant is warned: {message}.',
      'Every applicant is warned: {message}.',
    ),
    inform: pair('If {conditions}, the applicant is told: {message}.', 'Every applicant is told: {message}.'),
    'include-item': pair(
      'If {conditions}, the procedure “{title}” is included.',
      'The procedure “{title}” is always included.',
    ),
    'require-material': pair(
      'If {conditions}, the document “{title}” is needed.',
      'The document “{title}” is always needed.',
    ),
    'waive-material': pair(
      'If {conditions}, the document “{title}” is waived.',
      'The document “{title}” is always waived.',
    ),
    'route-task': pair(
      'If {conditions}, the “{title}” handles it (stage {stage}, {mode}).',
      'The “{title}” always handles it (stage {stage}, {mode}).',
    ),
    'set-limit': pair('If {conditions}, it is done within {days}.', 'It is always done within {days}.'),
    'charge-fee': pair('If {conditions}, “{title}” is {amount}.', '“{title}” is always {amount}.'),
    estimate: pair(
      'If {conditions}, “{title}” is estimated at {amount}.',
      '“{title}” is always estimated at {amount}.',
    ),
    'set-fact': pair(
      'If {conditions}, “{title}” is set to {amount}.',
      '“{title}” is always set to {amount}.',
    ),
  },
  incomplete: pair('If {conditions}, … (the effect is not finished)', 'The effect is not finished.'),
}

/** The words for a speaker, whose ways to write numbers, dates and lists they share. */
export function statementTexts({ texts }: Speaker): Texts {
  return texts.locale === 'zh-CN' ? zhCN : en
}
