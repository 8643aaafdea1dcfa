import { type BundleDocument, type Finding, pointerTo } from '../../../schemas/index.ts'
import type { Report } from './report.ts'

/** Marks the findings that the document accepts, and reports acceptances that no finding needs. */
export function markAccepted(report: Report, document: BundleDocument): Finding[] {
  const key = (code: string, place: string): string => JSON.stringify([code, place])
  const accepted = new Map((document.accepted ?? []).map((one) => [key(one.code, one.place), one.reason]))
  const used = new Set<string>()
  const marked = report.findings.map((finding): Finding => {
    const own = key(finding.code, finding.place)
    const reason = accepted.get(own)
    if (reason === undefined) return finding
    used.add(own)
    return { ...finding, accepted: reason }
  })
  const before = report.findings.length
  document.accepted?.forEach(({ code, place }, index) => {
    if (!used.has(key(code, place)))
      report.add('unused-acceptance', pointerTo('accepted', index), { code, place })
  })
  return [...marked, ...report.findings.slice(before)]
}
