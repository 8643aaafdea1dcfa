import type { BundleDocument, Fault, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { decodePointer } from '../state/session.ts'

/** A fault as a sentence that names the question, and for a row of a list the row and its part. */
export function faultIn(document: BundleDocument, fault: Fault, language: Language): string {
  const texts = formTexts[language]
  const [id = '', second, third] = decodePointer(fault.pointer)
  const field = document.form.fields[id]
  const message = textIn(fault.message, language)
  if (!field) return message
  const title = textIn(field.title, language)
  const partTitle = (part: string | undefined) => part && field.parts?.[part]?.title
  const part = partTitle(third) ?? partTitle(second)
  const row = Number(second)
  if (part && Number.isInteger(row)) return texts.faultOfItem(title, row + 1, textIn(part, language), message)
  return texts.faultOf(part ? textIn(part, language) : title, message)
}
