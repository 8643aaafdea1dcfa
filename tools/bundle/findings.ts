import { check } from '../../rules/insight/index.ts'
import { type BundleDocument, type Finding, type Language, textIn } from '../../schemas/index.ts'

/** Today in Beijing, `YYYY-MM-DD`. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** What the checker says about a parsed document. */
export function findingsOf(document: BundleDocument): Finding[] {
  return check(document, { today: today(), isParsed: true })
}

export const isOpenError = ({ severity, accepted }: Finding): boolean =>
  severity === 'error' && accepted === undefined

/** Findings that the check of scenarios and coverage has told already, in more detail. */
const toldAlready = new Set(['scenario-mismatch', 'uncovered-rule'])

const marks = {
  'zh-CN': { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const

/** One finding as a line: `FILE#/pointer: severity: message (code)`. */
function findingLine(file: string, finding: Finding, language: Language): string {
  const { pointer, severity, message, code } = finding
  return `${file}#${pointer}: ${marks[language][severity]}: ${textIn(message, language)} (${code})`
}

/** Open errors and warnings one by one, and how much else there is. */
export function findingLines(file: string, findings: readonly Finding[], language: Language): string[] {
  const accepted = findings.filter((one) => one.accepted !== undefined).length
  const open = findings.filter((one) => one.accepted === undefined && !toldAlready.has(one.code))
  const told = open.filter(({ severity }) => severity !== 'info')
  const rest = open.length - told.length
  const summary =
    language === 'zh-CN'
      ? `${file}: 检查结果:${told.length} 条错误或警告,${rest} 条提示,${accepted} 条已接受(--json 列出全部)`
      : `${file}: findings: ${told.length} errors or warnings, ${rest} hints, ${accepted} accepted (--json lists all)`
  return [...told.map((one) => findingLine(file, one, language)), ...(findings.length > 0 ? [summary] : [])]
}
