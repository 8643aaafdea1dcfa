import type { CompiledBundle } from '../../../rules/index.ts'
import type { BundleDocument, Finding } from '../../../schemas/index.ts'
import type { Applicant } from './applicant.ts'

/** What one applicant says against a finding; undefined where nothing. */
export type Claim = {
  readonly finding: Finding
  readonly contradicted: (applicant: Applicant) => boolean
}

/** `/rules/E1` → `E1`, `/tables/t/rows/r` → `t/r`. */
export function ruleAt(place: string): string {
  const [, kind, id = '', , row] = place.split('/')
  return kind === 'tables' && row !== undefined ? `${id}/${row}` : id
}

/** The same for a pointer. */
export function ruleOfPointer(document: BundleDocument, pointer: string): string {
  const [, kind, index, , row] = pointer.split('/')
  if (kind === 'rules') return document.rules[Number(index)]?.id ?? ''
  const table = document.tables[Number(index)]
  return row === undefined ? (table?.id ?? '') : `${table?.id}/${table?.rows[Number(row)]?.id}`
}

const setsFirst = ({ decision }: Applicant): (string | null)[] => [
  decision.limit.rule,
  ...decision.fees.map(({ rule }) => rule),
  ...decision.estimates.map(({ rule }) => rule),
]

/** What each finding claims of every applicant. Findings that claim something of one only are shown by their witness. */
export function claimsOf(document: BundleDocument, findings: readonly Finding[]): Claim[] {
  return findings.flatMap((finding): Claim[] => {
    const rule = ruleAt(finding.place)
    const [other = ''] = (finding.related ?? []).map((pointer) => ruleOfPointer(document, pointer))
    const claim = (contradicted: Claim['contradicted']): Claim[] => [{ finding, contradicted }]
    const [, , id = ''] = finding.place.split('/')
    switch (finding.code) {
      case 'never-true':
      case 'unreachable-row':
        return claim(({ fired }) => fired.has(rule))
      case 'always-true':
        return claim(({ fired }) => !fired.has(rule))
      case 'duplicate':
        return claim(({ fired }) => fired.has(rule) !== fired.has(other))
      case 'subsumed':
        return claim(({ fired }) => fired.has(rule) && !fired.has(other))
      case 'never-counts':
        return claim((applicant) => setsFirst(applicant).includes(rule))
      case 'contradictory-effects':
        return document.rules.some((one) => one.id === rule && one.event.type === 'waive-material')
          ? claim(({ fired, decision }) => fired.has(rule) && decision.eligibility !== 'rejected')
          : []
      case 'unasked-material':
        return claim(({ decision }) => decision.materials.some((one) => one.id === id))
      case 'unused-item':
        return claim(({ decision }) => decision.items.some((one) => one.id === id))
      default:
        return []
    }
  })
}

/** Applicants who show that a finding is missing. */
export type Silence = { readonly what: string; readonly broken: (applicant: Applicant) => boolean }

/** What the checker vouches for by saying nothing: neither the finding itself nor that its place is not analysed. */
export function silencesOf(
  document: BundleDocument,
  compiled: CompiledBundle,
  findings: readonly Finding[],
): Silence[] {
  const silent = (code: string, place: string): boolean =>
    !findings.some((one) => one.place.startsWith(place) && (one.code === code || one.code === 'not-analysed'))
  const silences: Silence[] = []
  const say = (code: string, place: string, broken: Silence['broken']): void => {
    if (silent(code, place)) silences.push({ what: `${code} ${place}`, broken })
  }
  for (const table of document.tables) {
    const place = `/tables/${table.id}`
    if (table.hitPolicy === 'unique')
      say('overlap', place, ({ decision }) => decision.referrals.some(({ rule }) => rule === table.id))
    if (table.hitPolicy === 'collect') continue
    const counts = ({ fired }: Applicant): boolean =>
      table.rows.some(({ id }) => fired.has(`${table.id}/${id}`))
    if (table.event.type === 'set-limit')
      say(
        'gap',
        place,
        (one) => !counts(one) && one.decision.limit.rule === null && !isContested(one, table.id),
      )
    if (table.event.type === 'charge-fee')
      say(
        'gap',
        place,
        (one) => !counts(one) && one.decision.fees.length === 0 && !isContested(one, table.id),
      )
  }
  for (const [id, item] of Object.entries(document.items)) {
    const isIn = ({ decision }: Applicant): boolean => decision.items.some((one) => one.id === id)
    const place = `/items/${id}`
    say(
      'unserved-item',
      place,
      (one) => isIn(one) && !one.decision.tasks.some(({ department }) => department === item.department),
    )
    const { promisedDays } = item
    say(
      'item-over-limit',
      place,
      (one) =>
        isIn(one) &&
        promisedDays !== null &&
        one.decision.limit.days !== null &&
        one.decision.limit.days < promisedDays,
    )
  }
  const limits = compiled.rules.filter(({ effect, table }) => effect.type === 'set-limit' && !table)
  for (const rule of limits) {
    const days = (one: typeof rule): number => (one.effect.type === 'set-limit' ? one.effect.params.days : 0)
    const clashing = limits.filter((one) => one.priority === rule.priority && days(one) !== days(rule))
    const places = [rule, ...clashing].map(({ id }) => `/rules/${id}`)
    if (places.every((place) => silent('contradictory-effects', place)))
      silences.push({
        what: `contradictory-effects ${places.join(' ')}`,
        broken: ({ fired }) => fired.has(rule.id) && clashing.some(({ id }) => fired.has(id)),
      })
  }
  return silences
}

const isContested = ({ decision }: Applicant, table: string): boolean =>
  decision.referrals.some(({ rule }) => rule === table)
