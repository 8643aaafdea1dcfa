import type { Texts } from './texts.ts'

const is = '{fact}为{actual}'
const isNot = '{fact}为{actual}，不是{value}'
const isOpen = '{fact}是否为{value}，尚未回答'
const equality = { holds: is, fails: isNot, open: isOpen }
const inequality = { holds: isNot, fails: is, open: isOpen }
const absent = '{fact}未填写或不适用'
const given = '{fact}已填写'
const unanswered = '{fact}尚未回答'
const includes = '{fact}包括{value}'
const excludes = '{fact}不包括{value}'
const includesNone = '{fact}不包括{value}中的任何一项'
const includesOpen = '{fact}是否包括{value}，尚未回答'
const between = {
  holds: '{fact}为{actual}，在{value}之间',
  fails: '{fact}为{actual}，不在{value}之间',
  open: '{fact}是否在{value}之间，尚未回答',
}

export const zhCN: Texts = {
  locale: 'zh-CN',
  operators: {
    equal: equality,
    notEqual: inequality,
    in: equality,
    notIn: inequality,
    contains: { holds: includes, fails: excludes, open: includesOpen },
    doesNotContain: { holds: excludes, fails: includes, open: includesOpen },
    lessThan: {
      holds: '{fact}为{actual}，低于{value}',
      fails: '{fact}为{actual}，不低于{value}',
      open: '{fact}是否低于{value}，尚未回答',
    },
    lessThanInclusive: {
      holds: '{fact}为{actual}，不超过{value}',
      fails: '{fact}为{actual}，超过{value}',
      open: '{fact}是否不超过{value}，尚未回答',
    },
    greaterThan: {
      holds: '{fact}为{actual}，超过{value}',
      fails: '{fact}为{actual}，不超过{value}',
      open: '{fact}是否超过{value}，尚未回答',
    },
    greaterThanInclusive: {
      holds: '{fact}为{actual}，不低于{value}',
      fails: '{fact}为{actual}，低于{value}',
      open: '{fact}是否不低于{value}，尚未回答',
    },
    isEmpty: { holds: absent, fails: given, open: unanswered },
    isPresent: { holds: given, fails: absent, open: unanswered },
    between,
    dateBefore: {
      holds: '{fact}为{actual}，早于{value}',
      fails: '{fact}为{actual}，不早于{value}',
      open: '{fact}是否早于{value}，尚未回答',
    },
    dateOnOrBefore: {
      holds: '{fact}为{actual}，不晚于{value}',
      fails: '{fact}为{actual}，晚于{value}',
      open: '{fact}是否不晚于{value}，尚未回答',
    },
    dateAfter: {
      holds: '{fact}为{actual}，晚于{value}',
      fails: '{fact}为{actual}，不晚于{value}',
      open: '{fact}是否晚于{value}，尚未回答',
    },
    dateOnOrAfter: {
      holds: '{fact}为{actual}，不早于{value}',
      fails: '{fact}为{actual}，早于{value}',
      open: '{fact}是否不早于{value}，尚未回答',
    },
    dateBetween: between,
    containsAny: { holds: includes, fails: includesNone, open: includesOpen },
    containsAll: {
      holds: '{fact}同时包括{value}',
      fails: '{fact}没有同时包括{value}',
      open: '{fact}是否同时包括{value}，尚未回答',
    },
    containsNone: { holds: includesNone, fails: includes, open: includesOpen },
    regionWithin: {
      holds: '{fact}为{actual}，属于{value}',
      fails: '{fact}为{actual}，不属于{value}',
      open: '{fact}是否属于{value}，尚未回答',
    },
  },
  decorated: {
    holds: '{fact}为{actual}，符合与{value}比较的要求',
    fails: '{fact}为{actual}，不符合与{value}比较的要求',
    open: '{fact}是否符合与{value}比较的要求，尚未回答',
  },
  same: '{fact}为{actual}，与{value}相同',
  sensitive: {
    holds: '{fact}已填写，符合这一条件',
    fails: '{fact}已填写，不符合这一条件',
    open: unanswered,
  },
  yesOrNo: is,
  is,
  absent,
  notApplicable: '{fact}不适用',
  unusable: '{fact}填写的内容无法按规则比较',
  unanswered,
  undetermined: '{fact}取决于其他答案',
  earlierRow: '决策表“{title}”中更靠前的一行已经成立',
  severalRows: '决策表“{title}”有多行可能同时成立，须人工研判',
  never: '这一条的条件不会成立',
  andNext: '{first}；{next}',
  andLast: '{first}；{next}',
  rules: {
    reject: {
      holds: '不予受理：{message}。原因：{reasons}。',
      fails: '不会以“{message}”为由不予受理，因为{reasons}。',
      open: '是否以“{message}”为由不予受理，还不能确定：{reasons}。',
      always: '不予受理：{message}。所有申请都是如此。',
    },
    refer: {
      holds: '转人工研判：{message}。原因：{reasons}。',
      fails: '不会以“{message}”为由转人工研判，因为{reasons}。',
      open: '是否以“{message}”为由转人工研判，还不能确定：{reasons}。',
      always: '转人工研判：{message}。所有申请都是如此。',
    },
    'refer-to': {
      holds: '转“{department}”人工研判：{message}。原因：{reasons}。',
      fails: '不会以“{message}”为由转“{department}”人工研判，因为{reasons}。',
      open: '是否以“{message}”为由转“{department}”人工研判，还不能确定：{reasons}。',
      always: '转“{department}”人工研判：{message}。所有申请都是如此。',
    },
    warn: {
      holds: '请注意：{message}。原因：{reasons}。',
      fails: '提醒“{message}”与本次申请无关，因为{reasons}。',
      open: '提醒“{message}”是否与本次申请有关，还不能确定：{reasons}。',
      always: '请注意：{message}。所有申请都是如此。',
    },
    inform: {
      holds: '告知：{message}。原因：{reasons}。',
      fails: '告知事项“{message}”与本次申请无关，因为{reasons}。',
      open: '告知事项“{message}”是否与本次申请有关，还不能确定：{reasons}。',
      always: '告知：{message}。所有申请都是如此。',
    },
    'include-item': {
      holds: '需要办理“{title}”，因为{reasons}。',
      fails: '不需要办理“{title}”，因为{reasons}。',
      open: '是否需要办理“{title}”，还不能确定：{reasons}。',
      always: '所有申请都需要办理“{title}”。',
    },
    'require-material': {
      holds: '需要材料“{title}”，因为{reasons}。',
      fails: '不需要材料“{title}”，因为{reasons}。',
      open: '是否需要材料“{title}”，还不能确定：{reasons}。',
      always: '所有申请都需要材料“{title}”。',
    },
    'waive-material': {
      holds: '免交材料“{title}”，因为{reasons}。',
      fails: '材料“{title}”不能免交，因为{reasons}。',
      open: '材料“{title}”能否免交，还不能确定：{reasons}。',
      always: '所有申请都免交材料“{title}”。',
    },
    'route-task': {
      holds: '由“{title}”办理（第 {stage} 阶段，{mode}），因为{reasons}。',
      fails: '不由“{title}”办理，因为{reasons}。',
      open: '是否由“{title}”办理，还不能确定：{reasons}。',
      always: '所有申请都由“{title}”办理（第 {stage} 阶段，{mode}）。',
    },
    'set-limit': {
      holds: '承诺 {days}办结，因为{reasons}。',
      fails: '不按这一条承诺 {days}办结，因为{reasons}。',
      open: '是否按这一条承诺 {days}办结，还不能确定：{reasons}。',
      always: '所有申请都承诺 {days}办结。',
    },
    'charge-fee': {
      holds: '“{title}”为{amount}，因为{reasons}。',
      fails: '“{title}”不适用这一条（{amount}），因为{reasons}。',
      open: '“{title}”是否适用这一条（{amount}），还不能确定：{reasons}。',
      always: '“{title}”为{amount}，所有申请都是如此。',
    },
    estimate: {
      holds: '“{title}”测算为{amount}，因为{reasons}。',
      fails: '“{title}”不适用这一条测算（{amount}），因为{reasons}。',
      open: '“{title}”是否适用这一条测算（{amount}），还不能确定：{reasons}。',
      always: '“{title}”测算为{amount}，所有申请都是如此。',
    },
    settled: {
      holds: '“{title}”以另一条规则为准；这一条的条件也成立：{reasons}。',
      fails: '“{title}”以另一条规则为准；这一条不成立，因为{reasons}。',
      open: '“{title}”以另一条规则为准；这一条还不能确定：{reasons}。',
      always: '“{title}”以另一条规则为准；这一条对所有申请都成立。',
    },
  },
  noAmount: {
    holds: '“{title}”的数额无法算出：{reasons}。',
    open: '“{title}”的数额还不能算出：{reasons}。',
  },
  limitName: '承诺时限',
  limitTitle: '承诺 {days}办结',
  workingDays: { one: '{number} 个工作日', other: '{number} 个工作日' },
  byFormula: '按公式计算',
  fact: '“{title}”',
  partOfFact: '“{title}”中的“{part}”',
  quote: '“{text}”',
  number: ' {number}',
  quantity: ' {number} {unit}',
  multiple: ' {number} × {unit}',
  percentage: ' {number}%',
  range: '{low}至{high}',
  reference: '{value}（{title}）',
  yes: '“是”',
  no: '“否”',
  given: '“已填写”',
  notGiven: '“未填写”',
}
