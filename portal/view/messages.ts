import type { BundleDocument, LocalText } from '../../schemas/index.ts'
import { isJsonObject } from '../../schemas/index.ts'
import type { Source } from './source.ts'

function isLocalText(value: unknown): value is LocalText {
  return isJsonObject(value) && typeof value['zh-CN'] === 'string'
}

/** What the rules and table rows of one kind say to the applicant, each with where it comes from. */
export function messagesOf(
  document: BundleDocument,
  type: 'reject' | 'refer' | 'warn',
): (Source & { message: LocalText })[] {
  const fromRules = document.rules.flatMap((rule) =>
    rule.event.type === type && !rule.disabled
      ? [{ message: rule.event.params.message, basis: rule.basis, verified: rule.verified !== undefined }]
      : [],
  )
  const fromRows = document.tables.flatMap((table) =>
    table.event.type !== type
      ? []
      : table.rows.flatMap((row) => {
          const message = row.params.message ?? table.event.params.message
          const verified = (row.verified ?? table.verified) !== undefined
          return isLocalText(message) ? [{ message, basis: row.basis ?? table.basis, verified }] : []
        }),
  )
  return [...fromRules, ...fromRows]
}
