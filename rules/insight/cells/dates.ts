import { type Atom, scalarsIn, valueAtom } from './atom.ts'

const shape = /^\d{4}-\d{2}-\d{2}$/
const dayInMilliseconds = 86_400_000
/** Where no condition names a date. */
const usual = '2026-01-15'

const time = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const dateAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

export function isDateShaped(value: unknown): value is string {
  return typeof value === 'string' && shape.test(value)
}

/** Whether the calendar has this day. */
export function isDay(date: string): boolean {
  const milliseconds = time(date)
  return !Number.isNaN(milliseconds) && dateAt(milliseconds) === date
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The first day after `date`, which the calendar need not have (2024-02-30). */
function dayAfter(date: string): string | undefined {
  if (isDay(date)) {
    const next = dateAt(time(date) + dayInMilliseconds)
    return next > date && isDay(next) ? next : undefined
  }
  const year = Number(date.slice(0, 4))
  for (let month = 1; month <= 12; month++)
    for (let day = 1; day <= 31; day++) {
      const next = `${date.slice(0, 4)}-${two(month)}-${two(day)}`
      if (next > date && isDay(next)) return next
    }
  return year < 9999 ? `${String(year + 1).padStart(4, '0')}-01-01` : undefined
}

function between(low: string | undefined, high: string | undefined): Atom | undefined {
  const first = low === undefined ? '1900-01-01' : dayAfter(low)
  const value = low === undefined && high === undefined ? usual : first
  const earlier =
    low === undefined && high !== undefined && isDay(high) ? dateAt(time(high) - dayInMilliseconds) : value
  if (earlier === undefined || !isDay(earlier) || (high !== undefined && earlier >= high)) return undefined
  const span = high !== undefined && isDay(high) ? (time(high) - time(earlier)) / dayInMilliseconds : 1000
  return {
    kind: 'between',
    value: earlier,
    low: low ?? null,
    high: high ?? null,
    draw: (random) => {
      const drawn = dateAt(time(earlier) + Math.floor(random() * span) * dayInMilliseconds)
      return high === undefined || drawn < high ? drawn : earlier
    },
  }
}

/** Days, cut at the dates that conditions compare with: ISO dates sort as text. */
export function dateAtoms(constants: readonly unknown[]): Atom[] {
  const cuts = [...new Set(constants.flatMap(scalarsIn).filter(isDateShaped))].sort()
  const atoms: (Atom | undefined)[] = []
  let before: string | undefined
  for (const cut of cuts) {
    atoms.push(between(before, cut))
    if (isDay(cut)) atoms.push(valueAtom(cut))
    before = cut
  }
  atoms.push(between(before, undefined))
  return atoms.filter((atom) => atom !== undefined)
}
