import { compile, decide } from '../../rules/index.ts'
import { type Reductions, ReductionTally } from '../../rules/reductions/reductions.ts'
import { textIn } from '../../schemas/index.ts'
import { type CasesOptions, readCases } from './cases.ts'
import { type Options, print, readDocument } from './input.ts'
import { reportingFaultsOf } from './reporting.ts'
import { table } from './table.ts'

const texts = {
  en: {
    cases: 'Over {accepted} cases; {rejected} more were turned away.',
    head: ['', 'before', 'announced', 'decided, mean', 'least', 'most'],
    figures: {
      items: 'Items',
      steps: 'Steps',
      visits: 'Visits',
      days: 'Working days',
      materials: 'Materials',
    },
  },
  'zh-CN': {
    cases: '共 {accepted} 件;另有 {rejected} 件不予受理。',
    head: ['', '改革前', '公布', '实际平均', '最少', '最多'],
    figures: { items: '事项', steps: '环节', visits: '跑动次数', days: '时限(工作日)', materials: '材料' },
  },
}

function lines({ accepted, rejected, reductions }: Reductions, { language }: Options): string[] {
  const { cases, head, figures } = texts[language]
  const rows = reductions.map(({ figure, baseline, announced, decided }) => [
    figures[figure],
    baseline,
    announced,
    decided ? decided.mean.toFixed(2) : '-',
    decided?.least ?? '-',
    decided?.most ?? '-',
  ])
  return [
    cases.replace('{accepted}', String(accepted)).replace('{rejected}', String(rejected)),
    '',
    ...table([head, ...rows]),
    '',
    ...reductions.map(({ figure, meaning }) => `${figures[figure]}: ${textIn(meaning, language)}`),
  ]
}

/** Prints the five reductions over cases: by the decision that was made, or where none is given, by the bundle in `file`. */
export function reductionsFile(file: string, cases: CasesOptions, options: Options): Promise<number> {
  return reportingFaultsOf(options, async () => {
    const document = readDocument(file)
    const compiled = compile(document)
    const tally = new ReductionTally(document)
    for await (const { answers, decision } of readCases(document, cases))
      tally.add(decision ?? decide(compiled, answers, { unanswered: 'absent' }))
    print(options.json ? tally.result() : lines(tally.result(), options).join('\n'))
  })
}
