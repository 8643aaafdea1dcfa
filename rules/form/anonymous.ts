import type { BundleDocument, Field } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'

const known = new WeakMap<CompiledBundle, CompiledBundle>()

/** The sensitive field, always asked for, that a field is worked out from. */
function sensitiveSource({ form }: BundleDocument, { derive }: Field): string | undefined {
  if (!derive) return undefined
  const source = form.fields[derive.from]
  return source?.sensitive && !source.showWhen ? derive.from : undefined
}

function made(compiled: CompiledBundle): CompiledBundle {
  const { document } = compiled
  const requireWhen = new Map(compiled.requireWhen)
  const fields = Object.entries(document.form.fields).map(([id, field]): [string, Field] => {
    const from = sensitiveSource(document, field)
    if (from === undefined) return [id, field]
    const when = requireWhen.get(from)
    if (when) requireWhen.set(id, when)
    const { derive: _, ...asked } = field
    return [id, { ...asked, required: document.form.fields[from]?.required === true }]
  })
  const form = { ...document.form, fields: Object.fromEntries(fields) }
  return { ...compiled, requireWhen, document: { ...document, form } }
}

/**
 * The bundle as it is asked about before anybody applies: what would be worked out from a sensitive answer (an age from
 * an identity number) is a question of its own, required where that answer is, so that the sensitive one need not be
 * asked. Decides the same.
 */
export function anonymous(compiled: CompiledBundle): CompiledBundle {
  const bundle = known.get(compiled) ?? made(compiled)
  known.set(compiled, bundle)
  return bundle
}
