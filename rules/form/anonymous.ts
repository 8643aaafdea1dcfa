import type { BundleDocument } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'

const known = new WeakMap<CompiledBundle, CompiledBundle>()

function withoutSensitiveSources({ form, ...rest }: BundleDocument): BundleDocument {
  const fields = Object.entries(form.fields).map(([id, { derive, ...field }]) => {
    const isNeeded = derive !== undefined && form.fields[derive.from]?.sensitive !== true
    return [id, isNeeded ? { ...field, derive } : field]
  })
  return { ...rest, form: { ...form, fields: Object.fromEntries(fields) } }
}

/**
 * The bundle as it is asked about before anybody applies: what would be worked out from a sensitive answer (an age from
 * an identity number) is a question of its own, so that the sensitive one need not be asked. Decides the same.
 */
export function anonymous(compiled: CompiledBundle): CompiledBundle {
  const made = known.get(compiled) ?? { ...compiled, document: withoutSensitiveSources(compiled.document) }
  known.set(compiled, made)
  return made
}
