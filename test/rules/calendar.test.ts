import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../../rules/calendar/china.ts'
import { addWorkingDays, isWorkingDay, UncoveredYearError } from '../../rules/calendar/working-days.ts'

const add = (date: string, days: number): string => addWorkingDays(date, days, chinaCalendar)

describe('working days', () => {
  it.each([
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2025-09-29', 2, '2025-10-09'],
    ['2024-02-08', 2, '2024-02-18'],
    ['2025-01-27', 2, '2025-02-06'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2019-09-30', 3, '2019-10-10'],
    ['2020-01-22', 3, '2020-02-04'],
    ['2024-06-07', 3, '2024-06-13'],
    ['2026-06-18', 30, '2026-07-31'],
  ])('%s and %i working days is %s', (date, days, due) => {
    expect(add(date, days)).toBe(due)
  })

  it('counts a make-up Sunday and not the holiday it makes up for', () => {
    expect(isWorkingDay('2024-02-18', chinaCalendar)).toBe(true)
    expect(isWorkingDay('2024-02-12', chinaCalendar)).toBe(false)
  })

  it('is an error, never a guess, in a year that is not covered', () => {
    expect(() => add('2026-12-31', 1)).toThrow(UncoveredYearError)
    expect(() => add('2018-12-31', 0.5)).not.toThrow()
    expect(() => isWorkingDay('2018-06-01', chinaCalendar)).toThrow('2018')
  })

  it.each(['2026-02-30', '2026-2-3', '', 'tomorrow'])('refuses the date “%s”', (date) => {
    expect(() => add(date, 1)).toThrow(RangeError)
  })

  it('never goes back, ends on a working day, and adds up', () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((offset) => new Date(Date.UTC(2019, 0, 2 + offset)).toISOString().slice(0, 10))
    const few = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(day, few, few, (date, first, second) => {
        const due = add(date, first)
        expect(due > date).toBe(true)
        expect(isWorkingDay(due, chinaCalendar)).toBe(true)
        expect(add(due, second)).toBe(add(date, first + second))
      }),
      { numRuns: 300 },
    )
  })
})
