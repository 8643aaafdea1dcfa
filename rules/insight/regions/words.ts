import type { LocalText } from '../../../schemas/index.ts'

type Texts = Required<LocalText>
const text = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })

/** The phrases of which the description of a group of applicants consists. */
export const words = {
  everyone: text('所有申请人', 'every applicant'),
  /** Facts of one box. */
  and: text('{first}且{next}', '{first} and {next}'),
  /** Boxes. */
  or: text('{first}；或者{next}', '{first}; or {next}'),
  more: text('{first}；或者其他情形', '{first}; or in other cases'),
  is: text('{fact}为{value}', '{fact} is {value}'),
  isNot: text('{fact}不是{value}', '{fact} is not {value}'),
  absent: text('{fact}未填写', '{fact} is left empty'),
  present: text('{fact}已填写', '{fact} is filled in'),
  orAbsent: text('{phrase}或未填写', '{phrase} or left empty'),
  above: text('{fact}大于{low}', '{fact} is more than {low}'),
  atLeast: text('{fact}不小于{low}', '{fact} is at least {low}'),
  below: text('{fact}小于{high}', '{fact} is less than {high}'),
  atMost: text('{fact}不超过{high}', '{fact} is at most {high}'),
  aboveBelow: text('{fact}大于{low}且小于{high}', '{fact} is more than {low} and less than {high}'),
  aboveAtMost: text('{fact}大于{low}且不超过{high}', '{fact} is more than {low} and at most {high}'),
  atLeastBelow: text('{fact}不小于{low}且小于{high}', '{fact} is at least {low} and less than {high}'),
  atLeastAtMost: text('{fact}为{low}至{high}', '{fact} is from {low} to {high}'),
  includes: text('{fact}包括{value}', '{fact} includes {value}'),
  lacks: text('{fact}不包括{value}', '{fact} does not include {value}'),
  includesAndLacks: text(
    '{fact}包括{value}、不包括{others}',
    '{fact} includes {value} and does not include {others}',
  ),
  combinations: text('{fact}为某些组合', '{fact} has certain combinations'),
  nothing: text('{fact}一项未选', 'nothing is chosen for {fact}'),
  otherText: text('{fact}为其他内容', '{fact} is something else'),
  either: text('{first}，或{next}', '{first}, or {next}'),
  unanalysed: text('“{comparison}”成立', '“{comparison}” holds'),
  unanalysedNot: text('“{comparison}”不成立', '“{comparison}” does not hold'),
} as const
