import { compile, decide } from '../../rules/index.ts'
import type { Decision } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { FaultyFileError, faultLine, type Options, print, readAnswers, readDocument } from './input.ts'

type Reported = Pick<Options, 'json' | 'language'>

/** Prints the faults of a file that could not be read, each with its place; 1. Throws any other error on. */
export function reportFaults(error: unknown, { json, language }: Reported): number {
  if (!(error instanceof FaultyFileError)) throw error
  const { file, faults } = error
  if (json) print({ file, faults })
  for (const fault of faults) process.stderr.write(`${faultLine(file, fault, language)}\n`)
  return 1
}

/** Runs `work`; faults of the files it reads are printed, each with its place. */
export function reportingFaults(options: Reported, work: () => void): number {
  try {
    work()
    return 0
  } catch (error) {
    return reportFaults(error, options)
  }
}

function summary(decision: Decision, { language }: Options): string[] {
  const open = (outcome: { readonly certainty: string }): string => (outcome.certainty === 'open' ? '?' : '')
  const list = (outcomes: readonly { readonly id: string; readonly certainty: string }[]): string =>
    outcomes.map((one) => one.id + open(one)).join(' ') || '-'
  return [
    `eligibility  ${decision.eligibility}`,
    ...[...decision.rejections, ...decision.referrals, ...decision.warnings, ...decision.notices].map(
      (one) => `  ${one.rule}${open(one)}  ${textIn(one.message, language)}`,
    ),
    `items        ${list(decision.items)}`,
    `materials    ${list(decision.materials)}`,
    `tasks        ${decision.tasks.map((one) => `${one.department}@${one.stage}${open(one)}`).join(' ') || '-'}`,
    `limit        ${decision.limit.certainty === 'open' ? '?' : decision.limit.days} working days`,
    ...[...decision.fees, ...decision.estimates].map(
      (one) =>
        `amount       ${one.id} = ${one.certainty === 'open' ? '?' : (one.amount ?? (one.text ? textIn(one.text, language) : '-'))}`,
    ),
    `ask          ${decision.ask.map(({ field }) => field).join(' ') || '-'}`,
  ]
}

/** Prints the decision of the bundle in `file` for the answers in `answersFile`; `?` marks what is open. */
export function decideFile(file: string, answersFile: string, options: Options): number {
  return reportingFaults(options, () => {
    const compiled = compile(readDocument(file))
    const decision = decide(compiled, readAnswers(answersFile, compiled, options), options)
    print(options.json ? decision : summary(decision, options).join('\n'))
  })
}
