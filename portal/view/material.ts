import type { Language, Material } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'

/** Whether the applicant has to bring it. */
export function isBrought({ source }: Material): boolean {
  return source !== 'shared' && source !== 'generated'
}

/** In what form, how many, whether it may follow later, who issues it. */
export function materialFacts(material: Material, language: Language): string[] {
  const texts = sharedTexts[language]
  const { originals, copies, medium, deferrable, issuer, source } = material
  return [
    ...(isBrought(material) ? [texts.medium[medium]] : []),
    ...(originals > 0 ? [texts.originals(originals)] : []),
    ...(copies > 0 ? [texts.copies(copies)] : []),
    ...(deferrable ? [texts.deferrable] : []),
    ...(source === 'applicant' || source === 'generated' ? [] : [texts.issuer(textIn(issuer, language))]),
  ]
}
