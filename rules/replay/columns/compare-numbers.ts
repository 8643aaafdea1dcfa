/** The comparisons with a loop of their own over numbers. NaN stands for an absent value: false for all but notEqual. */
export type NumberComparison =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'between'

type Loop = (
  values: Float64Array,
  from: number,
  words: number,
  low: number,
  high: number,
  out: Int32Array,
) => void

// One loop each: with the comparison passed in as a function every row would pay for a call.
const loops: Readonly<Record<NumberComparison, Loop>> = {
  equal: (values, from, words, low, _, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= ((values[row] as number) === low ? 1 : 0) << bit
      out[word] = bits
    }
  },
  notEqual: (values, from, words, low, _, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= ((values[row] as number) !== low ? 1 : 0) << bit
      out[word] = bits
    }
  },
  lessThan: (values, from, words, low, _, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= ((values[row] as number) < low ? 1 : 0) << bit
      out[word] = bits
    }
  },
  lessThanInclusive: (values, from, words, low, _, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= ((values[row] as number) <= low ? 1 : 0) << bit
      out[word] = bits
    }
  },
  greaterThan: (values, from, words, low, _, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= ((values[row] as number) > low ? 1 : 0) << bit
      out[word] = bits
    }
  },
  greaterThanInclusive: (values, from, words, low, _, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) bits |= ((values[row] as number) >= low ? 1 : 0) << bit
      out[word] = bits
    }
  },
  between: (values, from, words, low, high, out) => {
    for (let word = 0, row = from; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, row++) {
        const value = values[row] as number
        bits |= (value >= low && value <= high ? 1 : 0) << bit
      }
      out[word] = bits
    }
  },
}

/** Fills `words` words of `out` with the comparison of each value from `from` on. `high` counts for `between` only. */
export function compareNumbers(
  comparison: NumberComparison,
  values: Float64Array,
  from: number,
  words: number,
  low: number,
  high: number,
  out: Int32Array,
): void {
  loops[comparison](values, from, words, low, high, out)
}
