import type { Answers, BundleDocument } from '../../schemas/index.ts'

/** 数据元 of the field that says which township an application belongs to. */
const townshipElement = 'township-code'

/** Region code of the township an application belongs to, or null where the form does not ask. */
export function townshipOf(document: BundleDocument, answers: Answers): string | null {
  const field = Object.entries(document.form.fields).find(([, { element }]) => element === townshipElement)
  const answer = field ? answers[field[0]] : null
  return typeof answer === 'string' ? answer : null
}
