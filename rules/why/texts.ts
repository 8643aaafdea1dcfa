import type { Speaker } from '../explain/speaker.ts'
import type { Side } from './steps.ts'
import type { Target } from './target.ts'

/** A target that begins or ceases to hold. Placeholders: {change}, {title}, {days}. */
type Turn = { readonly holds: string; readonly fails: string }

/** The words of one language. Every sentence and clause is a whole template. */
type Texts = {
  readonly targets: Readonly<Record<Exclude<Target['kind'], 'days'>, Turn>>
  /** The limit that a change leads to, or none. */
  readonly days: string
  readonly noDays: string
  /** What one answer would have to be. Placeholders: {fact}, {value}. */
  readonly numbers: Readonly<Record<Side, string>>
  readonly dates: Readonly<Record<Side, string>>
  readonly is: string
  readonly empty: string
  readonly and: string
  readonly impossible: string
  readonly gaveUp: string
}

const zhCN: Texts = {
  targets: {
    eligible: { holds: '若{change}，则可以受理。', fails: '若{change}，则不予受理。' },
    item: { holds: '若{change}，则需要办理“{title}”。', fails: '若{change}，则不需要办理“{title}”。' },
    material: { holds: '若{change}，则需要材料“{title}”。', fails: '若{change}，则不需要材料“{title}”。' },
    department: {
      holds: '若{change}，则由“{title}”参与办理。',
      fails: '若{change}，则不需要“{title}”参与办理。',
    },
    fee: { holds: '若{change}，则收取“{title}”。', fails: '若{change}，则不收取“{title}”。' },
    estimate: { holds: '若{change}，则测算“{title}”。', fails: '若{change}，则不测算“{title}”。' },
    message: { holds: '若{change}，则适用“{title}”。', fails: '若{change}，则不适用“{title}”。' },
  },
  days: '若{change}，则承诺 {days}办结。',
  noDays: '若{change}，则没有承诺时限。',
  numbers: {
    atMost: '{fact}不超过{value}',
    below: '{fact}低于{value}',
    atLeast: '{fact}不低于{value}',
    above: '{fact}超过{value}',
  },
  dates: {
    atMost: '{fact}不晚于{value}',
    below: '{fact}早于{value}',
    atLeast: '{fact}不早于{value}',
    above: '{fact}晚于{value}',
  },
  is: '{fact}为{value}',
  empty: '{fact}不填写',
  and: '{first}，且{next}',
  impossible: '无论怎样回答，这一结果都不会改变。',
  gaveUp: '没有找到能改变这一结果的回答。',
}

const en: Texts = {
  targets: {
    eligible: {
      holds: 'If {change}, the application can be accepted.',
      fails: 'If {change}, the application cannot be accepted.',
    },
    item: {
      holds: 'If {change}, the procedure “{title}” is needed.',
      fails: 'If {change}, the procedure “{title}” is not needed.',
    },
    material: {
      holds: 'If {change}, the document “{title}” is needed.',
      fails: 'If {change}, the document “{title}” is not needed.',
    },
    department: {
      holds: 'If {change}, the “{title}” takes part.',
      fails: 'If {change}, the “{title}” does not take part.',
    },
    fee: { holds: 'If {change}, “{title}” is charged.', fails: 'If {change}, “{title}” is not charged.' },
    estimate: {
      holds: 'If {change}, “{title}” is estimated.',
      fails: 'If {change}, “{title}” is not estimated.',
    },
    message: {
      holds: 'If {change}, “{title}” applies.',
      fails: 'If {change}, “{title}” does not apply.',
    },
  },
  days: 'If {change}, the promised time limit is {days}.',
  noDays: 'If {change}, no time limit is promised.',
  numbers: {
    atMost: '{fact} is at most {value}',
    below: '{fact} is less than {value}',
    atLeast: '{fact} is at least {value}',
    above: '{fact} is more than {value}',
  },
  dates: {
    atMost: '{fact} is {value} or earlier',
    below: '{fact} is before {value}',
    atLeast: '{fact} is {value} or later',
    above: '{fact} is after {value}',
  },
  is: '{fact} is {value}',
  empty: '{fact} is left empty',
  and: '{first} and {next}',
  impossible: 'No answers change this outcome.',
  gaveUp: 'No answers were found that change this outcome.',
}

/** The words for a speaker of rules/explain, whose ways to write numbers, dates and lists they share. */
export function textsFor({ texts }: Speaker): Texts {
  return texts.locale === 'zh-CN' ? zhCN : en
}
