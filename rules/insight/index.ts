// What an author is told about a draft. Never imported by the portal: it brings everything that checks documents.
export { type CheckOptions, check } from './check/check.ts'
export { codes, type FindingCode } from './check/codes.ts'
export type { Difference, OutcomeDifference } from './diff/compare.ts'
export { type Comparison, diff } from './diff/diff.ts'
export type { Change } from './diff/structure.ts'
