import { IsDate } from 'typebox/format'
import type { LocalText } from '../text.ts'
import type { Format } from './format.ts'
import { longestText } from './format.ts'
import { tidy } from './tidy.ts'

const shape = /^\d{4}-\d{2}-\d{2}$/u

const wrongShape: LocalText = {
  'zh-CN': '日期应写成“年-月-日”，年四位、月和日各两位，例如 2026-02-14。',
  en: 'Write the date as year-month-day with four, two and two digits, for example 2026-02-14.',
}
const noSuchDay: LocalText = {
  'zh-CN': '日历上没有这一天，请核对年、月、日，例如 2026-02-14。',
  en: 'There is no such day in the calendar: check the year, month and day, for example 2026-02-14.',
}

/** Whether `text` is a day of the calendar, written `YYYY-MM-DD` (RFC 3339 full-date). */
export function isCalendarDate(text: string): boolean {
  return text.length === 10 && IsDate(text)
}

/** A calendar date in Beijing, `YYYY-MM-DD`. */
export const date: Format = {
  name: 'date',
  normalise: tidy,
  faultOf(text) {
    if (text.length > longestText) return wrongShape
    const day = tidy(text)
    if (!shape.test(day)) return wrongShape
    return isCalendarDate(day) ? null : noSuchDay
  },
}
