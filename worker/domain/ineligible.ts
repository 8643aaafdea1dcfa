import type { BundleDocument, Decision, Fault, Message } from '../../schemas/index.ts'
import { Refusal } from './refusal.ts'

/** The legal basis of a rule, or of a table's row, by the id a decision names it with. */
function basisOf(document: BundleDocument, rule: string): string | undefined {
  const stated = document.rules.find(({ id }) => id === rule)
  if (stated) return stated.basis
  const table = document.tables.find(({ id }) => rule.startsWith(`${id}/`))
  return table?.rows.find(({ id }) => rule === `${table.id}/${id}`)?.basis ?? table?.basis
}

function faultOf(document: BundleDocument, { rule, message }: Message): Fault {
  const basis = basisOf(document, rule)
  const english = message.en || message['zh-CN']
  const text = basis
    ? { 'zh-CN': `${message['zh-CN']}(依据:${basis})`, en: `${english} (basis: ${basis})` }
    : { 'zh-CN': message['zh-CN'], en: english }
  return { pointer: '/answers', keyword: rule, message: text }
}

/**
 * Lets only those pass whom the rules let pass; what needs a person (`refer`) passes.
 *
 * @throws Refusal `not-eligible` with a fault for each reason: its keyword is the rule, its message names the basis.
 */
export function refuseIneligible(document: BundleDocument, decision: Decision): void {
  if (decision.eligibility === 'eligible' || decision.eligibility === 'refer') return
  throw new Refusal('not-eligible', {
    errors: decision.rejections.map((message) => faultOf(document, message)),
  })
}
