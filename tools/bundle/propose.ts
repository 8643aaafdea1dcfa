import { proposeScenarios } from '../../rules/publishing.ts'
import { reportingFaults } from './decide.ts'
import { print, readDocument } from './input.ts'

/** Prints scenarios that cover what the bundle's own do not, to be reviewed and added by a person. */
export function proposeFile(file: string, seed: number): number {
  return reportingFaults(file, { json: true, language: 'zh-CN', unanswered: 'unknown' }, () =>
    print(proposeScenarios(readDocument(file), seed)),
  )
}
