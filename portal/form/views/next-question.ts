import type { BundleDocument, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import type { NextQuestion } from '../decision/panel.tsx'
import type { Overview } from '../state/overview.ts'

/** The open question that settles most: of those the applicant can reach now, else of those still to come. */
export function nextQuestion(
  { decision, steps }: Overview,
  document: BundleDocument,
  language: Language,
  go: (step: string, field: string) => void,
): NextQuestion | undefined {
  const asked = decision.ask.flatMap(({ field }) => {
    const step = steps.find(({ fields }) => fields.includes(field))
    return step ? [{ field, step }] : []
  })
  const next = asked.find(({ step }) => step.reachable) ?? asked[0]
  if (!next) return undefined
  const { field, step } = next
  const title = textIn(document.form.fields[field]?.title ?? { 'zh-CN': field }, language)
  return { title, step: step.title, go: step.reachable ? () => go(step.id, field) : undefined }
}
