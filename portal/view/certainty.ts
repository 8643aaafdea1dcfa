import type { Certainty } from '../../schemas/index.ts'

/** Outcomes that stay whatever is answered next, and those that still depend on answers. */
export function byCertainty<T extends { certainty: Certainty }>(outcomes: readonly T[]) {
  return {
    certain: outcomes.filter(({ certainty }) => certainty === 'certain'),
    open: outcomes.filter(({ certainty }) => certainty === 'open'),
  }
}
