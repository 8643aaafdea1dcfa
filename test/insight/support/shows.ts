import { compile } from '../../../rules/index.ts'
import type { BundleDocument, Finding } from '../../../schemas/index.ts'
import { applicantOf } from './applicant.ts'
import { ruleAt, ruleOfPointer } from './claims.ts'

/**
 * Whether a finding's witness really shows it: the form lets the answers pass, and deciding them gives what the
 * finding says. Findings without a witness need none.
 */
export function isShown(document: BundleDocument, finding: Finding): boolean {
  const { witness, place, code } = finding
  if (!witness) return true
  const applicant = applicantOf(compile(document), witness)
  if (!applicant) return code === 'scenario-mismatch'
  const { fired, decision } = applicant
  const rule = ruleAt(place)
  const others = (finding.related ?? []).map((pointer) => ruleOfPointer(document, pointer))
  const [other = ''] = others
  const [, , id = ''] = place.split('/')
  const hasRow = (table: string): boolean => [...fired].some((one) => one.startsWith(`${table}/`))
  switch (code) {
    case 'duplicate':
    case 'subsumed':
      return fired.has(rule) && fired.has(other)
    case 'never-counts':
      return fired.has(rule) && others.some((one) => fired.has(one) || hasRow(one))
    case 'contradictory-effects':
      return decision.eligibility === 'rejected' || bothSpeak(document, fired, rule, other)
    case 'overlap':
      return decision.referrals.some((one) => one.rule === id)
    case 'gap':
      return !hasRow(id) && !decision.referrals.some((one) => one.rule === id)
    case 'unreachable-row':
      return !fired.has(rule) && hasRow(id)
    case 'required-but-hidden':
      return decision.hidden.includes(place.split('/')[3] ?? '')
    case 'unserved-item':
      return (
        decision.items.some((one) => one.id === id) &&
        !decision.tasks.some(({ department }) => department === document.items[id]?.department)
      )
    case 'item-over-limit':
      return (
        decision.items.some((one) => one.id === id) &&
        (decision.limit.days ?? Infinity) < (document.items[id]?.promisedDays ?? 0)
      )
    case 'stages-over-limit':
      return (decision.limit.days ?? Infinity) < document.stages.reduce((sum, { days }) => sum + days, 0)
    case 'promise-over-legal':
      return (decision.limit.days ?? 0) > (document.legalDays ?? 0)
    case 'scenario-mismatch':
      return true
    default:
      return false
  }
}

function bothSpeak(document: BundleDocument, fired: ReadonlySet<string>, ...ids: readonly string[]): boolean {
  return ids.every(
    (id) =>
      fired.has(id) ||
      document.tables.some(
        (table) => table.id === id && table.rows.some((row) => fired.has(`${id}/${row.id}`)),
      ),
  )
}
