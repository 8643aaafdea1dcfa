import type { LocalText } from '../../../schemas/index.ts'

type Texts = Required<LocalText>
const text = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })

/** How a difference is told. `{region}` says whom it concerns. */
export const sentences = {
  everyone: {
    gains: text(
      '“{title}”：所有申请人新增适用。',
      '“{title}”: applies to every applicant now, and to none before.',
    ),
    loses: text('“{title}”：所有申请人不再适用。', '“{title}”: no longer applies to any applicant.'),
    changes: text(
      '“{title}”：所有申请人由{before}变为{after}。',
      '“{title}”: from {before} to {after} for every applicant.',
    ),
  },
  some: {
    gains: text(
      '“{title}”：仅{region}的申请人新增适用。',
      '“{title}”: applies now, and did not before, only where {region}.',
    ),
    loses: text(
      '“{title}”：仅{region}的申请人不再适用。',
      '“{title}”: applied before, and no longer does, only where {region}.',
    ),
    changes: text(
      '“{title}”：仅{region}的申请人由{before}变为{after}。',
      '“{title}”: from {before} to {after}, only where {region}.',
    ),
  },
  example: {
    gains: text(
      '“{title}”：有申请人新增适用（见示例，范围未分析）。',
      '“{title}”: applies to some applicants it did not apply to before (see the example; for whom else is not analysed).',
    ),
    loses: text(
      '“{title}”：有申请人不再适用（见示例，范围未分析）。',
      '“{title}”: no longer applies to some applicants (see the example; for whom else is not analysed).',
    ),
    changes: text(
      '“{title}”：有申请人由{before}变为{after}（见示例，范围未分析）。',
      '“{title}”: from {before} to {after} for some applicants (see the example; for whom else is not analysed).',
    ),
  },
} as const

export const results = {
  eligible: text('可以受理', 'eligible'),
  rejected: text('不予受理', 'rejected'),
  refer: text('须人工研判', 'looked at by a person'),
  hidden: text('不询问', 'not asked'),
  optional: text('选填', 'optional'),
  required: text('必填', 'required'),
  none: text('没有规定', 'nothing'),
  yes: text('适用', 'applies'),
  no: text('不适用', 'does not apply'),
} as const

export const verdicts = {
  same: text(
    '两个版本对每个申请人的决定都相同（已证明）。',
    'Both versions decide alike for every applicant (proved).',
  ),
  differs: text('有 {count} 项结果不同。', 'Outcomes that differ: {count}.'),
  'not-analysed': text(
    '没有找到不同，但有 {count} 项结果未能完整分析（另以 {samples} 名随机申请人比对）。',
    'No difference found, but outcomes that could not be analysed in full: {count} (compared on {samples} random applicants).',
  ),
} as const
