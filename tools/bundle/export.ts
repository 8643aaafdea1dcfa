import { plainRules } from '../../rules/publishing.ts'
import { reportingFaults } from './decide.ts'
import { print, readDocument } from './input.ts'

/** Prints the bundle's rules as plain json-rules-engine JSON. */
export function exportFile(file: string): number {
  return reportingFaults(file, { json: true, language: 'zh-CN', unanswered: 'unknown' }, () =>
    print(plainRules(readDocument(file))),
  )
}
