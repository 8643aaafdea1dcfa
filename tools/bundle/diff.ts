import { type Change, type Comparison, diff } from '../../rules/insight/index.ts'
import { type Language, textIn } from '../../schemas/index.ts'
import { reportingFaults } from './decide.ts'
import { type Options, print, readDocument } from './input.ts'

const marks = {
  'zh-CN': { added: '新增', removed: '删除', changed: '修改', moved: '移动' },
  en: { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved' },
} as const

const changeLine = ({ change, place }: Change, language: Language): string =>
  `${marks[language][change].padEnd(8)} ${place}`

function lines({ changes, outcomes, message }: Comparison, language: Language): string[] {
  const isChinese = language === 'zh-CN'
  const meanings = outcomes.flatMap(({ title, differences, complete }) => [
    ...differences.flatMap(({ sentence, witness }) => [
      textIn(sentence, language),
      `  ${isChinese ? '示例' : 'example'}: ${JSON.stringify(witness)}`,
    ]),
    ...(complete
      ? []
      : [
          isChinese
            ? `“${textIn(title, language)}”:未能完整分析,可能还有不同`
            : `“${textIn(title, language)}”: not analysed in full, there may be more`,
        ]),
  ])
  return [...changes.map((one) => changeLine(one, language)), textIn(message, language), ...meanings]
}

/** Prints what is written differently in two versions of a bundle, and for whom that makes a difference. */
export function diffFiles(before: string, after: string, options: Options): number {
  return reportingFaults(options, () => {
    const comparison = diff(readDocument(before), readDocument(after))
    if (options.json) return print(comparison)
    for (const line of lines(comparison, options.language)) print(line)
  })
}
