import { coverage, isCovered, type RuleCoverage, type Verification, verify } from '../../rules/publishing.ts'
import type { BundleDocument, Fault, Finding } from '../../schemas/index.ts'
import { findingLines, findingsOf, isOpenError } from './findings.ts'
import { FaultyFileError, faultLine, type Options, print, readDocument } from './input.ts'

export type CheckReport = {
  readonly file: string
  readonly ok: boolean
  readonly faults: readonly Fault[]
  readonly scenarios: number
  readonly rules: number
  readonly covered: number
  readonly uncovered: readonly RuleCoverage[]
  /** What the checker says, accepted findings included. */
  readonly findings: readonly Finding[]
} & Verification

async function report(file: string): Promise<CheckReport> {
  const empty = {
    file,
    ok: false,
    scenarios: 0,
    rules: 0,
    covered: 0,
    uncovered: [],
    disagreements: [],
    failures: [],
    findings: [],
  }
  let document: BundleDocument
  try {
    document = readDocument(file)
  } catch (error) {
    if (error instanceof FaultyFileError) return { ...empty, faults: error.faults }
    throw error
  }
  const verification = await verify(document)
  const rules = coverage(document)
  const uncovered = rules.filter((rule) => !isCovered(rule))
  const findings = findingsOf(document)
  const faulty = [
    ...verification.disagreements,
    ...verification.failures,
    ...uncovered,
    ...findings.filter(isOpenError),
  ]
  return {
    file,
    ok: faulty.length === 0,
    faults: [],
    scenarios: document.scenarios.length,
    rules: rules.length,
    covered: rules.length - uncovered.length,
    uncovered,
    findings,
    ...verification,
  }
}

function lines(checked: CheckReport, { language }: Options): string[] {
  const zh = language === 'zh-CN'
  const { file } = checked
  if (checked.faults.length > 0) return checked.faults.map((fault) => faultLine(file, fault, language))
  return [
    ...checked.disagreements.map(({ scenario, what }) =>
      zh
        ? `${file}: 场景“${scenario}”:两个求值器对“${what}”的结果不一致`
        : `${file}: scenario “${scenario}”: the evaluators disagree on ${what}`,
    ),
    ...checked.failures.flatMap(({ scenario, differences }) =>
      differences.map(({ what, expected, decided }) => {
        const values = [JSON.stringify(expected), JSON.stringify(decided)]
        return zh
          ? `${file}: 场景“${scenario}”:${what} 期望 ${values[0]},实际 ${values[1]}`
          : `${file}: scenario “${scenario}”: ${what} expected ${values[0]}, decided ${values[1]}`
      }),
    ),
    ...checked.uncovered.map(({ rule, fires }) =>
      fires
        ? zh
          ? `${file}: 规则 ${rule} 在所有场景中都成立`
          : `${file}: rule ${rule} holds in every scenario`
        : zh
          ? `${file}: 规则 ${rule} 在任何场景中都不成立`
          : `${file}: rule ${rule} holds in no scenario`,
    ),
    ...findingLines(file, checked.findings, language),
    zh
      ? `${file}: ${checked.ok ? '通过' : '未通过'} — ${checked.scenarios} 个场景在两个求值器上运行,规则覆盖 ${checked.covered}/${checked.rules}`
      : `${file}: ${checked.ok ? 'ok' : 'not ok'} — ${checked.scenarios} scenarios on both evaluators, rule coverage ${checked.covered}/${checked.rules}`,
  ]
}

/** Checks each file and prints what is wrong; 1 if anything is. */
export async function checkFiles(files: readonly string[], options: Options): Promise<number> {
  const reports: CheckReport[] = []
  for (const file of files) {
    const checked = await report(file)
    reports.push(checked)
    if (!options.json) for (const line of lines(checked, options)) print(line)
  }
  if (options.json) print(reports)
  return reports.every(({ ok }) => ok) ? 0 : 1
}
