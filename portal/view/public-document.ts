import type { BundleDocument } from '../../schemas/index.ts'

/** Without its remarks for officials. */
function withoutNote<T extends { note?: string }>({ note: _, ...entry }: T): Omit<T, 'note'> {
  return entry
}

function withoutNotes<T extends { note?: string }>(
  entries: Record<string, T>,
): Record<string, Omit<T, 'note'>> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, withoutNote(entry)]))
}

/**
 * The document as the form page carries it: what deciding, explaining and asking need. Scenarios, provenance, questions
 * and answers and officials' remarks stay on the server: they are most of its bytes and none of its use here.
 */
export function publicDocument(document: BundleDocument): BundleDocument {
  return {
    ...document,
    items: withoutNotes(document.items),
    materials: withoutNotes(document.materials),
    fees: withoutNotes(document.fees),
    estimates: withoutNotes(document.estimates),
    parameters: withoutNotes(document.parameters),
    rules: document.rules.map(withoutNote),
    tables: document.tables.map((table) => ({ ...withoutNote(table), rows: table.rows.map(withoutNote) })),
    faq: [],
    provenance: [],
    scenarios: [],
  }
}
