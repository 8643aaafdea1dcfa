import { type Atom, scalarsIn, valueAtom } from './atom.ts'
import type { FactKind } from './kind.ts'

export type NumberKind = Extract<FactKind, { name: 'number' }>

/** As the validator has it: a multiple up to what binary fractions leave over. */
const tolerance = 1e-10

function isMultiple(value: number, step: number): boolean {
  const quotient = value / step
  return Math.abs(quotient - Math.round(quotient)) <= tolerance * Math.max(1, Math.abs(quotient))
}

/** Whether `value` is a possible answer. */
export function numberFits(kind: NumberKind, value: number): boolean {
  if (value < kind.minimum || value > kind.maximum) return false
  if (kind.integer && !Number.isInteger(value)) return false
  return kind.step === 0 || isMultiple(value, kind.step)
}

/** A multiple of `step` without the dust of binary fractions (3 × 0.1 → 0.3). */
const multiple = (count: number, step: number): number => Number((count * step).toPrecision(15))

function inside(low: number, high: number): number {
  if (low === -Infinity) return high === Infinity ? 0 : high - Math.max(1, Math.abs(high) * 1e-6)
  if (high === Infinity) return low + Math.max(1, Math.abs(low) * 1e-6)
  const middle = low / 2 + high / 2
  for (const digits of [0, 1, 2, 4, 6]) {
    const rounded = Number(middle.toFixed(digits))
    if (rounded > low && rounded < high) return rounded
  }
  return middle
}

/** A possible answer strictly between `low` and `high`; undefined where there is none. */
export function numberBetween(kind: NumberKind, low: number, high: number): number | undefined {
  const lower = Math.max(low, kind.minimum === -Infinity ? -Infinity : kind.minimum)
  const upper = Math.min(high, kind.maximum)
  if (lower > upper) return undefined
  const middle = inside(lower, upper)
  const step = kind.step || (kind.integer ? 1 : 0)
  const candidates =
    step === 0
      ? [middle, lower, upper]
      : [middle / step, lower / step + 1, upper / step - 1, lower / step, upper / step].flatMap((count) => [
          multiple(Math.round(count), step),
          multiple(Math.floor(count), step),
          multiple(Math.ceil(count), step),
        ])
  return candidates.find((one) => one > low && one < high && numberFits(kind, one))
}

const coerced = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN

/**
 * Where to cut: the numbers that conditions compare with (a text counts as the number JavaScript makes of it) and
 * the bounds. Between two neighbouring cuts every comparison of a number comes out the same: operators tell numbers
 * apart by `===`, `<` and `>` alone.
 */
export function numberAtoms(kinds: readonly NumberKind[], constants: readonly unknown[]): Atom[] {
  const bounds = kinds.flatMap(({ minimum, maximum }) => [minimum, maximum])
  const numbers = [...constants.flatMap(scalarsIn).map(coerced), ...bounds].filter(Number.isFinite)
  const cuts = [...new Set(numbers.map((one) => one + 0))].sort((a, b) => a - b)
  const atoms: Atom[] = []
  const addBetween = (low: number, high: number): void => {
    const found = kinds.flatMap((kind) => numberBetween(kind, low, high) ?? [])
    const value = found.find((one) => kinds.every((kind) => numberFits(kind, one))) ?? found[0]
    if (value === undefined) return
    const kind = kinds.find((one) => numberFits(one, value))
    atoms.push({
      kind: 'between',
      value,
      low: low === -Infinity ? null : low,
      high: high === Infinity ? null : high,
      draw: (random) => (kind ? drawBetween(kind, low, high, random) : undefined) ?? value,
    })
  }
  let before = -Infinity
  for (const cut of cuts) {
    addBetween(before, cut)
    if (kinds.some((kind) => numberFits(kind, cut))) atoms.push(valueAtom(cut))
    before = cut
  }
  addBetween(before, Infinity)
  return atoms
}

function drawBetween(kind: NumberKind, low: number, high: number, random: () => number): number | undefined {
  const from = low === -Infinity ? (high === Infinity ? -1000 : high - 1000) : low
  const to = high === Infinity ? from + 1000 : high
  const drawn = from + random() * (to - from)
  const step = kind.step || (kind.integer ? 1 : 0)
  const value = step === 0 ? drawn : multiple(Math.round(drawn / step), step)
  return value > low && value < high && numberFits(kind, value) ? value : undefined
}
