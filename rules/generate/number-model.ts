import { type Random, randomFrom } from '../random.ts'

/** What a number may be. `anchors`: the numbers rules compare it with. */
export type NumberShape = {
  readonly integer: boolean
  readonly minimum: number | undefined
  readonly maximum: number | undefined
  readonly multipleOf: number | undefined
  readonly anchors: readonly number[]
  /** How it is spread before the rules are looked at; log-normal around the anchors unless given. */
  readonly prior?: (random: Random) => number
}

/** A stretch of numbers between two neighbouring anchors (both ends left out), or one anchor itself. */
type Cell = { readonly low: number; readonly high: number }

export type NumberModel = {
  /** How likely each cell is before the rules are looked at. */
  readonly weights: readonly number[]
  /** A number from a cell. */
  readonly draw: (random: Random, cell: number) => number
}

const spread = 0.7
/** Every open stretch gets at least this share, so that both sides of each threshold occur. */
const leastShare = 0.05
/** People like to stay exactly at a limit. */
const shareAtAnchor = 0.03
const sampleSize = 400
const attempts = 20

function defaultPrior({ minimum, maximum, anchors, integer }: NumberShape): (random: Random) => number {
  const positive = anchors.filter((anchor) => anchor > 0)
  if (positive.length > 0)
    return (random) => (random.pick(positive) ?? 1) * Math.exp(spread * random.normal())
  const low = minimum ?? 0
  if (maximum !== undefined) return (random) => low + ((maximum - low) * (random.next() + random.next())) / 2
  const median = integer ? 3 : 30
  return (random) => low + median * Math.exp(spread * random.normal())
}

function rounded(value: number, { integer, multipleOf }: NumberShape): number {
  if (multipleOf !== undefined) return Number((Math.round(value / multipleOf) * multipleOf).toPrecision(12))
  return integer || Math.abs(value) >= 1000 ? Math.round(value) : Math.round(value * 10) / 10
}

function isInside(value: number, { low, high }: Cell, { minimum, maximum }: NumberShape): boolean {
  const between = low === high ? value === low : value > low && value < high
  return between && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)
}

function cellsOf(shape: NumberShape): Cell[] {
  const { anchors } = shape
  const cells: Cell[] = []
  for (const [index, anchor] of anchors.entries()) {
    cells.push({ low: anchors[index - 1] ?? -Infinity, high: anchor }, { low: anchor, high: anchor })
  }
  cells.push({ low: anchors.at(-1) ?? -Infinity, high: Infinity })
  return cells.filter((cell) => isInside(insideOf(cell, shape), cell, shape))
}

/** Some number of a cell, for stretches the prior hardly ever meets. */
function insideOf(cell: Cell, shape: NumberShape, share = 0.5): number {
  if (cell.low === cell.high) return cell.low
  const low = Math.max(cell.low, shape.minimum ?? -Infinity)
  const high = Math.min(cell.high, shape.maximum ?? Infinity)
  const from = Number.isFinite(low) ? low : high - Math.abs(high) - 10
  const to = Number.isFinite(high) ? high : from + Math.abs(from) + 10
  const exact = from + (to - from) * share
  const grid = rounded(exact, shape)
  if (isInside(grid, cell, shape)) return grid
  // Too narrow for the grid: the next whole number or multiple above the lower end, or the place itself.
  const step = shape.multipleOf ?? (shape.integer ? 1 : 0)
  return step > 0 ? Math.floor(from / step) * step + step : exact
}

/** A number drawn from the cells between the anchors: log-normal inside, each cell as likely as it is told to be. */
export function numberModel(shape: NumberShape): NumberModel {
  const prior = shape.prior ?? defaultPrior(shape)
  const cells = cellsOf(shape)
  const sample = randomFrom(sampleSize)
  const drawn = Array.from({ length: sampleSize }, () => prior(sample))
  return {
    weights: cells.map((cell) =>
      cell.low === cell.high
        ? shareAtAnchor
        : Math.max(leastShare, drawn.filter((value) => isInside(value, cell, shape)).length / sampleSize),
    ),
    draw: (random, index) => {
      const cell = cells[index]
      if (!cell) return rounded(prior(random), shape)
      if (cell.low === cell.high) return cell.low
      for (let attempt = 0; attempt < attempts; attempt++) {
        const value = rounded(prior(random), shape)
        if (isInside(value, cell, shape)) return value
      }
      return insideOf(cell, shape, random.next())
    },
  }
}
