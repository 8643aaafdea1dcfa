import type { Field } from '../../schemas/index.ts'
import { numbersAmong } from '../conditions/constants.ts'
import { dateOf, dayOf } from '../days.ts'

/** Where a new value lies of a bound: on its near or far side, the bound itself included or not. */
export type Side = 'atMost' | 'below' | 'atLeast' | 'above'

/**
 * Another answer to one question. `distance` is how far it is from the answer given, 0 to 1: a number's share of the
 * way, 1 for another choice. `side` and `bound` say which side of which boundary it is on, where it is the first value
 * there.
 */
export type Step = {
  readonly field: string
  readonly to: unknown
  readonly distance: number
  readonly side?: Side
  readonly bound?: number
}

/** Fractions are told apart this finely: 分 of an amount, a hundredth of a square metre. */
const fraction = 0.01
const mostToggles = 6

/** A scale numbers or dates stand on. `grid`: only its multiples count; without one, anything does. */
type Scale = {
  readonly grid: number | undefined
  readonly low: number
  readonly high: number
  readonly write: (place: number) => unknown
}

type Place = { readonly at: number; readonly side: Side; readonly bound: number }

const tidy = (value: number): number => Number(value.toPrecision(12))

/** A bound with the places next to it: itself (where it can be answered), the last one before, the first one after. */
function around(bound: number, grid: number | undefined) {
  if (grid === undefined) return { under: tidy(bound - fraction), at: bound, over: tidy(bound + fraction) }
  const [floor, ceiling] = [tidy(Math.floor(bound / grid) * grid), tidy(Math.ceil(bound / grid) * grid)]
  if (floor === ceiling) return { under: tidy(bound - grid), at: bound, over: tidy(bound + grid) }
  return { under: floor, at: undefined, over: ceiling }
}

/**
 * The nearest value of each cell the bounds cut out that does not hold `place`; without a place, one of each cell.
 */
function nearestPlaces(
  { grid, low, high }: Scale,
  bounds: readonly number[],
  place: number | undefined,
): Place[] {
  return bounds.flatMap((bound, index) => {
    const [before, after] = [bounds[index - 1] ?? -Infinity, bounds[index + 1] ?? Infinity]
    const { under, at, over } = around(bound, grid)
    const [above, below] = [place === undefined || place >= bound, place === undefined || place <= bound]
    const places: (Place | false)[] = [
      at !== undefined && at !== place && { at, side: above ? 'atMost' : 'atLeast', bound },
      above && under > before && { at: under, side: 'below', bound },
      below && over < after && { at: over, side: 'above', bound },
    ]
    return places
      .filter((one) => one !== false)
      .filter((one) => one.at >= low && one.at <= high && one.at !== place)
  })
}

const distanceOf = (at: number, place: number | undefined): number =>
  place === undefined ? 1 : Math.min(1, Math.abs(at - place) / Math.max(Math.abs(at), Math.abs(place), 1))

function stepsOnScale(
  field: string,
  scale: Scale,
  bounds: readonly number[],
  place: number | undefined,
): Step[] {
  const seen = new Set<number>()
  return nearestPlaces(scale, bounds, place).flatMap(({ at, side, bound }) => {
    if (seen.has(at)) return []
    seen.add(at)
    const told = place === undefined ? {} : { side, bound }
    return [{ field, to: scale.write(at), distance: distanceOf(at, place), ...told }]
  })
}

/** Other sets: those that differ in what rules look at, the fewest changes first. */
function otherSets(
  field: string,
  schema: Extract<Field['schema'], { type: 'array' }>,
  given: unknown,
  constants: readonly unknown[],
): Step[] {
  if (schema.items.type !== 'string') return []
  const { minItems = 0, maxItems = Infinity } = schema
  const choices: readonly string[] = schema.items.enum
  const now = new Set(Array.isArray(given) ? given : [])
  const relevant = choices.filter((choice) => constants.includes(choice))
  const other = choices.find((choice) => !relevant.includes(choice))
  // A set of nothing but choices that no rule names is told apart from an empty one.
  const toggled = [...relevant.slice(0, mostToggles), ...(other !== undefined ? [other] : [])]
  const steps: Step[] = []
  const offer = (to: readonly string[], changes: number): void => {
    if (changes > 0 && to.length >= minItems && to.length <= maxItems)
      steps.push({ field, to, distance: Math.min(1, changes / choices.length) })
  }
  for (let mask = 1; mask < 1 << toggled.length; mask++) {
    const turned = new Set(toggled.filter((_, bit) => (mask >> bit) & 1))
    offer(
      choices.filter((choice) => now.has(choice) !== turned.has(choice)),
      turned.size,
    )
  }
  offer([], now.size)
  return steps.sort((a, b) => a.distance - b.distance)
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Shares of a number that goes into a formula, to be brought nearer later. */
const shares = [0.01, 0.1, 0.5, 0.9, 0.99, 1.01, 1.1, 1.5, 2, 10, 100, 1000]

/** Numbers near and far on both sides, for boundaries that only a formula knows. */
function roughly(field: string, { grid, low, high, write }: Scale, place: number | undefined): Step[] {
  const from = place || 1
  const values = shares.map((share) =>
    grid === undefined ? from * share : Math.round((from * share) / grid) * grid,
  )
  const places = [...new Set([0, ...values, low, high].map(tidy))].filter(
    (at) => Number.isFinite(at) && at >= low && at <= high && at !== place,
  )
  return places.map((at) => ({ field, to: write(at), distance: distanceOf(at, place) }))
}

/**
 * The other answers to a question worth trying: other choices, and for numbers and dates the nearest value on each
 * other side of every boundary. `others` are values the question is compared with that stand in other answers.
 * `isInFormula`: boundaries may lie anywhere. Last, where the question may be left empty, null.
 */
export function stepsFrom(
  field: string,
  definition: Field,
  given: unknown,
  constants: readonly unknown[],
  others: readonly unknown[],
  isInFormula: boolean,
): Step[] {
  const { schema } = definition
  const other = (values: readonly unknown[]): Step[] =>
    values.filter((to) => to !== given).map((to) => ({ field, to, distance: 1 }))
  const isEmpty = given === null || given === undefined
  const empty = definition.required || definition.requireWhen || isEmpty ? [] : other([null])
  const bounds = [...constants, ...others]
  if (schema.type === 'boolean') return [...other([true, false]), ...empty]
  if (schema.type === 'array') return [...otherSets(field, schema, given, constants), ...empty]
  if (schema.type === 'object') return empty
  if (schema.type === 'string') {
    if ('enum' in schema) return [...other(schema.enum), ...empty]
    if (schema.format !== 'date') return [...other([...new Set(bounds.filter(isText))]), ...empty]
    const days = [...new Set(bounds.filter(isText).flatMap((date) => dayOf(date) ?? []))].sort(
      (a, b) => a - b,
    )
    const scale = { grid: 1, low: -Infinity, high: Infinity, write: dateOf }
    return [...stepsOnScale(field, scale, days, isText(given) ? dayOf(given) : undefined), ...empty]
  }
  const { minimum = -Infinity, maximum = Infinity } = schema
  const grid = schema.multipleOf ?? (schema.type === 'integer' ? 1 : undefined)
  const scale = { grid, low: minimum, high: maximum, write: (place: number) => place }
  const place = typeof given === 'number' && Number.isFinite(given) ? given : undefined
  const cuts = [...new Set(numbersAmong(bounds))]
  const rough = isInFormula ? roughly(field, scale, place) : []
  return [...stepsOnScale(field, scale, cuts, place), ...rough, ...empty]
}
