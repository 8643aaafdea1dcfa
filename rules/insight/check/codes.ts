import type { LocalText, Severity } from '../../../schemas/index.ts'

type Texts = Required<LocalText>
const text = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })

type Entry = {
  readonly severity: Severity
  readonly texts: Readonly<Record<string, Texts>> & { main: Texts }
}

const entry = (severity: Severity, main: Texts, others: Readonly<Record<string, Texts>> = {}): Entry => ({
  severity,
  texts: { main, ...others },
})

/**
 * Everything the checker can say about a document that parseDocument accepts, by code; `{name}` is filled in. What
 * parseDocument refuses is reported under its own keyword (unknown-fact, dangling-reference, empty-any …), as an error.
 */
export const codes = {
  'never-true': entry(
    'warning',
    text(
      '规则“{rule}”的条件对任何申请人都不成立，这条规则永远不起作用。',
      'The condition of the rule “{rule}” holds for no applicant: the rule never does anything.',
    ),
    {
      row: text(
        '决策表“{table}”的行“{row}”对任何申请人都不成立。',
        'The row “{row}” of the table “{table}” holds for no applicant.',
      ),
    },
  ),
  'always-true': entry(
    'warning',
    text(
      '规则“{rule}”写了条件，但条件对每个申请人都成立。',
      'The rule “{rule}” has a condition, but it holds for every applicant.',
    ),
  ),
  duplicate: entry(
    'warning',
    text(
      '规则“{rule}”与“{other}”条件和结论都相同。',
      'The rules “{rule}” and “{other}” hold for the same applicants and say the same.',
    ),
  ),
  subsumed: entry(
    'warning',
    text(
      '规则“{rule}”成立时“{other}”必定成立，结论相同：“{rule}”是多余的。',
      'Wherever the rule “{rule}” holds, “{other}” holds too and says the same: “{rule}” is not needed.',
    ),
  ),
  'never-counts': entry(
    'warning',
    text(
      '规则“{rule}”成立时总有在先的规则成立（{others}），它从不起作用。',
      'Wherever the rule “{rule}” holds, a rule before it holds already ({others}): it never counts.',
    ),
  ),
  'contradictory-effects': entry(
    'warning',
    text(
      '“{rule}”与“{other}”优先级相同，对同一申请人却给出不同的{matter}，只按先后取了前者。',
      '“{rule}” and “{other}” have the same priority and set {matter} differently for one applicant; only their order decides.',
    ),
    {
      waived: text(
        '规则“{rule}”免交材料时，申请总是已被“{other}”等规则拒绝。',
        'Wherever the rule “{rule}” waives a material, the application is refused already (“{other}”).',
      ),
    },
  ),
  'idle-priority': entry(
    'info',
    text('规则“{rule}”的优先级不影响任何结果。', 'The priority of the rule “{rule}” changes no decision.'),
    {
      table: text(
        '决策表“{rule}”的优先级不影响任何结果。',
        'The priority of the table “{rule}” changes no decision.',
      ),
    },
  ),
  'unknown-choice': entry('error', text('“{fact}”没有选项“{value}”。', '“{fact}” has no choice “{value}”.')),
  'type-mismatch': entry(
    'error',
    text(
      '“{fact}”的答案是{kind}，不会等于或接近“{value}”，这个比较没有意义。',
      'The answer to “{fact}” is {kind}; comparing it with “{value}” has no meaning.',
    ),
  ),
  'impossible-operator': entry(
    'error',
    text(
      '“{fact}”的答案是{kind}，运算符“{operator}”对它不起作用。',
      'The answer to “{fact}” is {kind}: the operator “{operator}” does nothing with it.',
    ),
  ),
  'compares-with-null': entry(
    'warning',
    text(
      '“{fact}”与空值比较；判断是否填写请用 isPresent。',
      '“{fact}” is compared with null; use isPresent to ask whether there is an answer.',
    ),
  ),
  overlap: entry(
    'error',
    text(
      '决策表“{table}”要求至多一行成立，但行“{row}”与“{other}”会同时成立。',
      'At most one row of the table “{table}” may hold, but the rows “{row}” and “{other}” can hold together.',
    ),
    {
      more: text(
        '决策表“{table}”还有更多行会同时成立，只列出前 {count} 对。',
        'More rows of the table “{table}” can hold together; only the first {count} pairs are listed.',
      ),
    },
  ),
  gap: entry(
    'warning',
    text(
      '决策表“{table}”没有覆盖所有申请人：{region}时没有一行成立，也没有其他规则给出{matter}。',
      'The table “{table}” leaves applicants out: where {region}, no row holds and no other rule sets {matter}.',
    ),
  ),
  'unreachable-row': entry(
    'warning',
    text(
      '决策表“{table}”的行“{row}”永远取不到：它成立时前面总有一行成立。',
      'The row “{row}” of the table “{table}” is never reached: wherever it holds, a row before it holds.',
    ),
  ),
  'mergeable-rows': entry(
    'info',
    text(
      '决策表“{table}”的行“{row}”和“{other}”结论相同，可以合并。',
      'The rows “{row}” and “{other}” of the table “{table}” say the same and can be one.',
    ),
  ),
  'idle-column': entry(
    'info',
    text(
      '决策表“{table}”的列“{fact}”没有区分任何一行。',
      'The column “{fact}” of the table “{table}” tells no rows apart.',
    ),
  ),
  'idle-question': entry(
    'info',
    text(
      '问题“{field}”不影响任何结果；如果没有部门需要它，可以不问。',
      'The question “{field}” changes no decision; unless a department needs the answer, it need not be asked.',
    ),
    {
      read: text(
        '有条件引用问题“{field}”，但它不影响任何结果。',
        'Conditions read the question “{field}”, but it changes no decision.',
      ),
    },
  ),
  'never-shown': entry(
    'warning',
    text('问题“{field}”对任何申请人都不显示。', 'The question “{field}” is shown to no applicant.'),
  ),
  'required-but-hidden': entry(
    'warning',
    text(
      '问题“{field}”有时必填却不显示，这时无法填写。',
      'The question “{field}” has to be answered by applicants it is not shown to.',
    ),
  ),
  'empty-step': entry(
    'warning',
    text('步骤“{step}”对任何申请人都没有问题可填。', 'The step “{step}” has no question for any applicant.'),
  ),
  'impossible-answer': entry(
    'error',
    text('问题“{field}”没有任何可填的答案。', 'The question “{field}” has no possible answer.'),
  ),
  'unasked-material': entry(
    'warning',
    text(
      '材料“{material}”不会向任何申请人收取。',
      'No applicant is ever asked for the material “{material}”.',
    ),
  ),
  'material-without-basis': entry(
    'info',
    text('材料“{material}”没有写明依据。', 'No basis is given for the material “{material}”.'),
  ),
  'catch-all-material': entry(
    'warning',
    text(
      '材料“{material}”是兜底条款，请写明具体材料。',
      'The material “{material}” is a catch-all: name the documents that are meant.',
    ),
  ),
  'unused-item': entry(
    'warning',
    text('事项“{item}”不会为任何申请人办理。', 'The item “{item}” is included for no applicant.'),
  ),
  'unserved-item': entry(
    'warning',
    text(
      '有申请人需办事项“{item}”，却没有任务派给{department}。',
      'Some applicants need the item “{item}”, but no task goes to {department}.',
    ),
  ),
  'promise-over-legal': entry(
    'error',
    text(
      '事项“{item}”承诺 {promised} 个工作日，超过法定 {legal} 个工作日。',
      'The item “{item}” promises {promised} working days, more than the legal limit of {legal}.',
    ),
    {
      bundle: text(
        '承诺时限可达 {promised} 个工作日，超过法定 {legal} 个工作日。',
        'As many as {promised} working days are promised, more than the legal limit of {legal}.',
      ),
    },
  ),
  'item-over-limit': entry(
    'warning',
    text(
      '事项“{item}”承诺 {promised} 个工作日，有申请人的整体时限却只有 {limit} 个工作日。',
      'The item “{item}” takes {promised} working days, but some applicants are promised everything within {limit}.',
    ),
  ),
  'stages-over-limit': entry(
    'warning',
    text(
      '各阶段合计 {sum} 个工作日，有申请人的整体时限却只有 {limit} 个工作日。',
      'The stages add up to {sum} working days, but some applicants are promised everything within {limit}.',
    ),
  ),
  'charge-without-basis': entry(
    'warning',
    text('收费“{fee}”没有写明依据。', 'No basis is given for the charge “{fee}”.'),
  ),
  'missing-translation': entry('warning', text('“{text}”没有英文。', '“{text}” has no English text.')),
  'scenario-mismatch': entry(
    'error',
    text(
      '场景“{scenario}”与规则不符：{what} 期望 {expected}，实际 {decided}。',
      'The scenario “{scenario}” does not match the rules: {what} expected {expected}, decided {decided}.',
    ),
  ),
  'uncovered-rule': entry(
    'warning',
    text('没有场景使规则“{rule}”成立。', 'No scenario makes the rule “{rule}” hold.'),
    {
      fails: text('没有场景使规则“{rule}”不成立。', 'The rule “{rule}” holds in every scenario.'),
    },
  ),
  'unverified-parameter': entry(
    'info',
    text('参数“{parameter}”待核实。', 'Nobody has confirmed the parameter “{parameter}” yet.'),
  ),
  'expired-parameter': entry(
    'error',
    text('参数“{parameter}”已于 {date} 失效。', 'The parameter “{parameter}” was in force until {date}.'),
  ),
  'unused-acceptance': entry(
    'info',
    text(
      '已接受的检查结果“{code}”（{place}）不再出现，可以删去。',
      'The accepted finding “{code}” ({place}) no longer occurs and can be removed.',
    ),
  ),
  'not-analysed': entry(
    'info',
    text(
      '这里过于复杂，未作完整分析；没有报告问题不等于没有问题。',
      'This is too complex to be analysed in full: no finding here does not mean no problem.',
    ),
    {
      unshown: text(
        '这里是否有问题取决于未作分析的比较，没有找到能证实的例子。',
        'Whether there is a problem here hangs on comparisons that are not analysed; no example that shows one was found.',
      ),
      comparison: text(
        '比较“{comparison}”不作分析（两个事实互相比较，或文本的大小比较）：涉及它的结论只报告能证实的。',
        'The comparison “{comparison}” is not analysed (two facts with each other, or the order of texts): of what depends on it, only what can be shown is reported.',
      ),
      faults: text(
        '先改正以上错误，再分析规则、决策表和表单。',
        'Rules, tables and form are analysed once the errors above are corrected.',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, Entry>>

export type FindingCode = keyof typeof codes
