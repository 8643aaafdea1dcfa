import type { Decision, Language } from '../../schemas/index.ts'
import { formTexts } from '../texts/form/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'
import { byCertainty } from './certainty.ts'
import { departmentTotals } from './stages.ts'

/** Whether the applicant may apply, in a few words. */
export function eligibilityIn(decision: Decision, language: Language): string {
  const texts = formTexts[language]
  switch (decision.eligibility) {
    case 'eligible':
      return decision.complete ? texts.eligible : texts.eligibleSoFar
    case 'rejected':
      return texts.rejected
    case 'refer':
      return texts.refer
    case 'open':
      return texts.undecidedShort
  }
}

/** The promised time in words. */
export function limitIn(decision: Decision, language: Language): string {
  const { days, certainty } = decision.limit
  const shared = sharedTexts[language]
  if (certainty === 'open') return formTexts[language].limitOpen
  if (days === null) return shared.noLimitSet
  return days === 0 ? shared.sameDay : shared.workingDays(days)
}

/** What is certain so far in one line: documents, departments, time. */
export function summaryIn(decision: Decision, language: Language): string {
  const materials = byCertainty(decision.materials).certain.length
  return formTexts[language].decisionSummary(
    materials,
    departmentTotals(decision).certain,
    limitIn(decision, language),
  )
}
