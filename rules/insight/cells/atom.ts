/**
 * The smallest part of a fact's domain that is worth telling apart: one value, or an open interval, or "any other
 * text". Every comparison that is analysed comes out the same for all values of an atom.
 */
export type Atom = {
  readonly kind: 'absent' | 'value' | 'between' | 'other' | 'members'
  /** One of its values, as an answer; null for absent. */
  readonly value: unknown
  /** The open ends of an interval; null where it has none. */
  readonly low?: number | string | null
  readonly high?: number | string | null
  /** For several choices: the classes of choices of which at least one is among them. */
  readonly members?: readonly (readonly string[])[]
  /** Another of its values, drawn at random. */
  readonly draw?: (random: () => number) => unknown
}

export const absentAtom: Atom = { kind: 'absent', value: null }

export const valueAtom = (value: unknown): Atom => ({ kind: 'value', value })

/** Every text and number inside a constant, however deep in lists. */
export function scalarsIn(constant: unknown): unknown[] {
  return Array.isArray(constant) ? constant.flatMap(scalarsIn) : [constant]
}
