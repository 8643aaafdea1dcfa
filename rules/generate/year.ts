import { dateOf, dayOf, isWeekday } from '../days.ts'
import type { Random } from '../random.ts'

/** How busy the months are: quiet around the Spring Festival and in early October, busy after both. */
const season = [0.85, 0.6, 1.25, 1.1, 0.95, 1.05, 1, 0.95, 1.15, 0.8, 1.15, 1.1]

/** `count` days of receipt in `year`, weekdays only, in order, as days after 1970-01-01. */
export function daysOfReceipt(year: number, count: number, random: Random): Int32Array {
  const first = dayOf(`${year}-01-01`) ?? 0
  const days: number[] = []
  const upTo: number[] = []
  let total = 0
  for (let day = first; dateOf(day).startsWith(String(year)); day++) {
    if (!isWeekday(day)) continue
    total += season[Number(dateOf(day).slice(5, 7)) - 1] ?? 1
    days.push(day)
    upTo.push(total)
  }
  const pickDay = (): number => {
    const place = random.next() * total
    let [low, high] = [0, days.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? total) > place) high = middle
      else low = middle + 1
    }
    return days[low] ?? first
  }
  return Int32Array.from({ length: count }, pickDay).sort()
}

/** Region codes of the county's townships, the county seat first, each with its share of the applications. */
const townships: readonly (readonly [code: string, share: number])[] = [
  ['430321100', 28],
  ['430321106', 7],
  ['430321107', 7],
  ['430321112', 6],
  ['430321111', 6],
  ['430321113', 6],
  ['430321103', 5],
  ['430321104', 5],
  ['430321105', 4],
  ['430321108', 5],
  ['430321114', 4],
  ['430321115', 4],
  ['430321109', 3],
  ['430321102', 3],
  ['430321202', 3],
  ['430321203', 2],
  ['430321205', 2],
]
const shares = townships.map(([, share]) => share)

/** A township by size, for bundles that do not ask for one. The shares are a guess for demonstration. */
export function someTownship(random: Random): string {
  return townships[random.weighted(shares)]?.[0] ?? '430321100'
}
