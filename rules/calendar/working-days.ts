/** What one year has announced: weekdays off, and weekend days worked instead. Dates are `YYYY-MM-DD`. */
export type CalendarYear = { readonly holidays: ReadonlySet<string>; readonly workdays: ReadonlySet<string> }
export type WorkingCalendar = ReadonlyMap<number, CalendarYear>

/** A date whose year the calendar does not cover; nothing is guessed. */
export class UncoveredYearError extends Error {
  readonly year: number

  constructor(year: number) {
    super(`the working calendar does not cover ${year}`)
    this.name = 'UncoveredYearError'
    this.year = year
  }
}

const dayInMilliseconds = 86_400_000
const pattern = /^\d{4}-\d{2}-\d{2}$/

function toTime(date: string): number {
  const time = pattern.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new RangeError(`no such date: ${date}`)
  return time
}

/**
 * Whether a Beijing calendar date is a working day: a weekday that is no statutory holiday (行政许可法 第八十二条), or a
 * weekend day worked instead of one (调休).
 * @throws UncoveredYearError, RangeError for a date that does not exist
 */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  const time = toTime(date)
  const year = Number(date.slice(0, 4))
  const known = calendar.get(year)
  if (!known) throw new UncoveredYearError(year)
  if (known.workdays.has(date)) return true
  const weekday = new Date(time).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !known.holidays.has(date)
}

/**
 * The Beijing date on which `days` working days after `date` have passed. The first day is not counted (民法典 第二百零一条);
 * half days count as whole ones.
 * @throws UncoveredYearError where the way leads into a year that is not covered, RangeError for a date that does not exist
 */
export function addWorkingDays(date: string, days: number, calendar: WorkingCalendar): string {
  let time = toTime(date)
  let current = date
  for (let left = Math.ceil(days); left > 0; ) {
    time += dayInMilliseconds
    current = new Date(time).toISOString().slice(0, 10)
    if (isWorkingDay(current, calendar)) left--
  }
  return current
}
