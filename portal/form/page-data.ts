import type { Answers, BundleDocument, Language } from '../../schemas/index.ts'

/** What the page carries for the form, in a JSON data block: portal/pages/form.tsx writes it. */
export interface FormPageData {
  language: Language
  /** The version's number. */
  number: number
  /** Beijing date on which the page was made. */
  today: string
  /** Answers given before, such as in the pre-check; the server has checked them. */
  answers: Answers
  document: BundleDocument
}

/**
 * Reads the page's own data block. It comes from the same server in the same response as this script's address, so its
 * shape is taken as written; compiling the document still refuses one that hangs together wrongly.
 *
 * @throws Error where the page has no data block.
 */
export function readPageData(page: Document): FormPageData {
  const block = page.getElementById('form-data')
  if (!block) throw new Error('the page carries no form data')
  const data: FormPageData = JSON.parse(block.textContent)
  return data
}
