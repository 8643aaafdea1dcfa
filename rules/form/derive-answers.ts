import type { Answers, BundleDocument, Derivation } from '../../schemas/index.ts'

const identityNumber = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/
const calendarDate = /^(\d{4})-(\d{2})-(\d{2})$/
const dayInMilliseconds = 86_400_000

function dateParts(date: string): readonly [year: number, month: number, day: number] | undefined {
  const [, year, month, day] = calendarDate.exec(date) ?? []
  return year && month && day ? [Number(year), Number(month), Number(day)] : undefined
}

/** Whole years on the day `today`; a birthday on 29 February counts from 1 March in other years. */
function ageInYears(born: string, today: string): number | null {
  const [from, to] = [dateParts(born), dateParts(today)]
  if (!from || !to || born > today) return null
  const hadBirthday = to[1] > from[1] || (to[1] === from[1] && to[2] >= from[2])
  return to[0] - from[0] - (hadBirthday ? 0 : 1)
}

function daysSince(date: string, today: string): number | null {
  const [from, to] = [dateParts(date), dateParts(today)]
  if (!from || !to || date > today) return null
  return (Date.UTC(to[0], to[1] - 1, to[2]) - Date.UTC(from[0], from[1] - 1, from[2])) / dayInMilliseconds
}

function derive(as: Derivation['as'], source: unknown, today: string): number | string | null {
  if (typeof source !== 'string') return null
  if (as === 'days-since') return daysSince(source, today)
  const [, year, month, day, order] = identityNumber.exec(source.toUpperCase()) ?? []
  if (!year || !month || !day || !order) return null
  return as === 'age-in-years'
    ? ageInYears(`${year}-${month}-${day}`, today)
    : Number(order) % 2 === 1
      ? '1'
      : '2'
}

/**
 * Fills the fields that are worked out from another answer (age and sex from a 公民身份号码, days since a date), as of
 * `today` (Beijing date, `YYYY-MM-DD`). A field whose source has no answer keeps what was given, so that a scenario
 * can state an age without an identity number; a source that cannot be read leaves the field empty (null).
 */
export function deriveAnswers(document: BundleDocument, answers: Answers, today: string): Answers {
  const derived: Answers = { ...answers }
  for (const [id, { derive: how }] of Object.entries(document.form.fields)) {
    const source = how ? answers[how.from] : undefined
    if (how && source !== undefined && source !== null && source !== '')
      derived[id] = derive(how.as, source, today)
  }
  return derived
}
