import type { BundleDocument } from '../../schemas/index.ts'

/** Where an outcome comes from: its legal basis, and whether the responsible department has confirmed it. */
export interface Source {
  basis: string | undefined
  verified: boolean
}

/** The source of a rule, given its id, or `<table id>/<row id>` for a row of a table; a row stands on its table's basis. */
export function sourceOfRule(document: BundleDocument, id: string): Source | undefined {
  const rule = document.rules.find((candidate) => candidate.id === id)
  if (rule) return { basis: rule.basis, verified: rule.verified !== undefined }
  const [tableId, rowId] = id.split('/')
  const table = document.tables.find((candidate) => candidate.id === tableId)
  const row = table?.rows.find((candidate) => candidate.id === rowId)
  if (!table || !row) return undefined
  return { basis: row.basis ?? table.basis, verified: (row.verified ?? table.verified) !== undefined }
}

/** Every legal basis the document names, once each; verified only where every mention of it is. */
export function basesOf(document: BundleDocument): { basis: string; verified: boolean }[] {
  const mentions = [
    ...document.rules,
    ...document.tables,
    ...document.tables.flatMap((table) => table.rows),
    ...Object.values(document.items),
    ...Object.values(document.materials),
    ...Object.values(document.fees),
    ...Object.values(document.estimates),
    ...Object.values(document.parameters),
  ]
  const bases = new Map<string, boolean>()
  for (const { basis, verified } of mentions) {
    if (basis) bases.set(basis, (bases.get(basis) ?? true) && verified !== undefined)
  }
  return [...bases].map(([basis, verified]) => ({ basis, verified }))
}
