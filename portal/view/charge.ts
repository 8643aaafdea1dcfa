import type { BundleDocument, Charge, Language } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'
import { numberIn } from './language.ts'

/** The amount of a fee or estimate in words; undefined while it is open. */
export function amountIn(document: BundleDocument, charge: Charge, language: Language): string | undefined {
  if (charge.text) return textIn(charge.text, language)
  if (charge.amount === null) return undefined
  const fee = document.fees[charge.id]
  if (fee && charge.amount === 0) return sharedTexts[language].free
  const unit = (fee ?? document.estimates[charge.id])?.unit
  const amount = numberIn(language, charge.amount)
  if (!unit) return amount
  const unitText = textIn(unit, language)
  return unitText === '%' ? `${amount}%` : `${amount} ${unitText}`
}

/** The title of a fee or estimate. */
export function chargeTitle(document: BundleDocument, id: string) {
  return document.fees[id]?.title ?? document.estimates[id]?.title ?? { 'zh-CN': id }
}
