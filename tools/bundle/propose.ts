import { proposeScenarios } from '../../rules/publishing.ts'
import { reportingFaults } from './decide.ts'
import { type Options, print, readDocument } from './input.ts'

/** Prints scenarios that cover what the bundle's own do not, to be reviewed and added by a person. */
export function proposeFile(file: string, seed: number, options: Options): number {
  return reportingFaults(options, () => print(proposeScenarios(readDocument(file), seed)))
}
