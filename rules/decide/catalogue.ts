import type { Answers, BundleDocument, Decision } from '../../schemas/index.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { PredicateTable } from '../compile/predicates.ts'
import { Program } from '../compile/program.ts'
import { unknown } from '../compile/states.ts'
import { conclude } from './decide.ts'
import { begin } from './run.ts'

/** Every bundle over one table of predicates: what several bundles ask or compare is looked at once. */
export type CompiledCatalogue = {
  readonly table: PredicateTable
  readonly bundles: readonly CompiledBundle[]
  /** Slots of the questions bundles share, with the key of their answer. */
  readonly shared: readonly { readonly key: string; readonly slot: number }[]
}

/** The key of a field's answer when all bundles are decided at once: its element (数据元), or `<bundle>.<field>`. */
export function catalogueKey(document: BundleDocument, field: string): string {
  return document.form.fields[field]?.element ?? `${document.id}.${field}`
}

/**
 * Compiles parsed documents together. A field shared by element keeps a slot of its own where its bundle may hide it,
 * because hidden is absent there and only there.
 */
export function compileCatalogue(documents: readonly BundleDocument[]): CompiledCatalogue {
  const program = new Program(new PredicateTable())
  const shared = new Map<string, number>()
  const bundles = documents.map((document) => {
    const isShared = (id: string): boolean => {
      const field = document.form.fields[id]
      return field?.element !== undefined && field.showWhen === undefined
    }
    const slotKey = (fact: string): string =>
      isShared(fact) ? `#${catalogueKey(document, fact)}` : `${document.id}.${fact}`
    const compiled = compile(document, program, {
      slotKey,
      answerKey: (id) => catalogueKey(document, id),
      isShared,
    })
    for (const field of compiled.fields) if (field.shared) shared.set(field.key, field.slot)
    return compiled
  })
  return { table: program.table, bundles, shared: [...shared].map(([key, slot]) => ({ key, slot })) }
}

/** Begins a run of every bundle for one person; each bundle's own run then follows with `begin`, without the shared questions. */
export function beginAll({ table, shared }: CompiledCatalogue, answers: Answers): void {
  table.begin()
  for (const { key, slot } of shared) {
    const value = answers[key]
    table.set(slot, value === undefined ? unknown : value)
  }
}

/** Decides every bundle for one person, in the catalogue's order. Keys as `catalogueKey` gives them; a missing key is unknown. */
export function decideAll(catalogue: CompiledCatalogue, answers: Answers): Decision[] {
  beginAll(catalogue, answers)
  return catalogue.bundles.map((compiled) => conclude(begin(compiled, answers, 'unknown', true)))
}
