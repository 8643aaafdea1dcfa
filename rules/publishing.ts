// What publishing and the command line need beyond deciding. Never imported by the portal: it brings json-rules-engine.
export { coverage, isCovered, type RuleCoverage } from './coverage/coverage.ts'
export { type Proposal, proposeScenarios } from './coverage/propose.ts'
export { parseDocument } from './document/parse.ts'
export { DocumentError } from './document-error.ts'
export { type PlainRules, plainRules } from './export/plain-rules.ts'
export { type Disagreement, type Failure, type Verification, verify } from './verify/index.ts'
