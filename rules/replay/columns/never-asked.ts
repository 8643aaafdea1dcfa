import type { Column } from './column.ts'

/** A question no case was asked: absent everywhere. */
export const neverAsked: Column = {
  add: () => {},
  valueAt: () => null,
  compare: (_, test, constant) => (block, out) => out.fill(test(null, constant) ? -1 : 0, 0, block.words),
}
