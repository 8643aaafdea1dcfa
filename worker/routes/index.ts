import type { Operation } from '../http/operation.ts'
import { bundleOperations } from './bundles.ts'
import { caseOperations } from './cases.ts'
import { decisionOperations } from './decisions.ts'
import { publishOperations } from './publish.ts'
import { serviceOperations } from './service.ts'
import { versionOperations } from './versions.ts'

const resources = [
  ...bundleOperations,
  ...versionOperations,
  ...publishOperations,
  ...decisionOperations,
  ...caseOperations,
]

/** The API, line by line: what is registered, checked and described. */
export const operations: readonly Operation[] = [...resources, ...serviceOperations(resources)]
