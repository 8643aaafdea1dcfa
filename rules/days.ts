const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayInMilliseconds = 86_400_000

/** Days from 1970-01-01 to a calendar date (`YYYY-MM-DD`); undefined where the text is none. */
export function dayOf(date: string): number | undefined {
  const [, year, month, day] = pattern.exec(date) ?? []
  if (!year || !month || !day) return undefined
  const found = Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayInMilliseconds
  return dateOf(found) === date ? found : undefined
}

/** The calendar date (`YYYY-MM-DD`) `day` days after 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * dayInMilliseconds).toISOString().slice(0, 10)
}

/** Monday to Friday. Holidays and make-up days (调休) are not known here. */
export function isWeekday(day: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday >= 1 && weekday <= 5
}
