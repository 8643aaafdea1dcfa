import { compile } from '../../../rules/index.ts'
import type { BundleDocument } from '../../../schemas/index.ts'
import { connect } from './connection.ts'
import type { Host } from './host.ts'
import { readPrefill } from './prefill.ts'

export type { Host } from './host.ts'

/**
 * Joins the element around this window. Undefined where there is none, or none that may embed this bundle: the form then
 * works by itself and tells nobody anything.
 */
export function joinHost(view: Window, document: BundleDocument): Host | undefined {
  const connection = connect(view, document.embed.origins)
  if (!connection) return undefined
  const { tell, complain } = connection
  const prefill = readPrefill(compile(document), connection.prefill)
  return {
    prefill: prefill.answers,
    ready() {
      connection.ready()
      complain('prefill-refused', prefill.refused)
    },
    begun: () => tell({ type: 'begun' }),
    moved: connection.moved,
    submitted: (number) => tell({ type: 'submitted', number }),
    unreachable: () => tell({ type: 'error', code: 'unreachable', refused: [] }),
  }
}
