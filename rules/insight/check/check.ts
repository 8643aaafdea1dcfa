import type { BundleDocument, Finding } from '../../../schemas/index.ts'
import { checkCatalogue as catalogueFaults } from '../../document/check-catalogue.ts'
import { checkCycles } from '../../document/check-cycles.ts'
import { checkForm as formFaults } from '../../document/check-form.ts'
import { checkRules as ruleFaults } from '../../document/check-rules.ts'
import { checkScenarios as scenarioFaults } from '../../document/check-scenarios.ts'
import { markAccepted } from './accepted.ts'
import { checkCatalogue } from './catalogue.ts'
import { checkComparisons } from './comparisons.ts'
import { Context } from './context.ts'
import { checkForm } from './form.ts'
import { checkPapers } from './papers.ts'
import { placeOf } from './place.ts'
import { checkPrecedence } from './precedence.ts'
import { Report } from './report.ts'
import { checkConditions, checkSubsumption, checkWaivers } from './rules.ts'
import { checkScenarios } from './scenarios.ts'
import { checkTables } from './tables.ts'

export type CheckOptions = {
  /** Beijing date, for what has expired; without it nothing has. */
  readonly today?: string
  /** The document came from parseDocument: what that refuses is not looked for again. */
  readonly isParsed?: boolean
}

function faultsOf(document: BundleDocument): Finding[] {
  const faults = [
    ...formFaults(document),
    ...catalogueFaults(document),
    ...ruleFaults(document),
    ...scenarioFaults(document),
  ]
  if (faults.length === 0) faults.push(...checkCycles(document))
  return faults.map(({ pointer, keyword, message }) => ({
    code: keyword,
    severity: 'error',
    pointer,
    place: placeOf(document, pointer),
    message,
  }))
}

/**
 * Everything worth saying about a document of the right shape, most of it proved for all applicants rather than tried
 * on some: an applicant is any set of answers that the form lets pass. Pure. Where a witness is given, those answers
 * show the finding (decide them with `unanswered: 'absent'`). A document that parseDocument refuses gets its faults;
 * its rules are analysed once those are corrected.
 */
export function check(document: BundleDocument, options: CheckOptions = {}): Finding[] {
  const report = new Report(document)
  const faults = options.isParsed ? [] : faultsOf(document)
  report.findings.push(...faults)
  checkPapers(report, document, options.today)
  if (faults.length > 0) report.add('not-analysed', '', {}, { variant: 'faults' })
  else analyse(report, document)
  return markAccepted(report, document)
}

function analyse(report: Report, document: BundleDocument): void {
  const context = new Context(document, report)
  checkComparisons(context)
  const never = checkConditions(context)
  checkSubsumption(context, never)
  checkWaivers(context, never)
  checkPrecedence(context, never)
  checkTables(context, never)
  checkForm(context)
  checkCatalogue(context)
  checkScenarios(context)
}
