import { plainRules } from '../../rules/publishing.ts'
import { reportingFaults } from './decide.ts'
import { type Options, print, readDocument } from './input.ts'

/** Prints the bundle's rules as plain json-rules-engine JSON. */
export function exportFile(file: string, options: Options): number {
  return reportingFaults(options, () => print(plainRules(readDocument(file))))
}
