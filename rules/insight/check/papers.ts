import { type BundleDocument, isJsonObject, pointerTo } from '../../../schemas/index.ts'
import { rowEffect } from '../../compile/lower.ts'
import { labelled } from './context.ts'
import type { Report } from './report.ts'

/** Texts in Chinese without their English, wherever they stand. */
function checkTranslations(report: Report, document: BundleDocument): void {
  const path: (string | number)[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) inside(index, value[index])
      return
    }
    if (!isJsonObject(value)) return
    const chinese = value['zh-CN']
    if (typeof chinese === 'string') {
      if (!value.en) report.add('missing-translation', pointerTo(...path), { text: chinese.slice(0, 40) })
    } else for (const key of Object.keys(value)) inside(key, value[key])
  }
  const inside = (key: string | number, value: unknown): void => {
    path.push(key)
    visit(value)
    path.pop()
  }
  visit(document)
}

const catchAll = /其[他它](?:相关|有关)?(?:证明|申请)?(?:材料|文件|资料|证件)|需要(?:提供)?的其[他它]/
const catchAllEnglish =
  /\bother (?:relevant |necessary |required |supporting )?(?:materials|documents|papers)\b/i

function checkMaterials(report: Report, document: BundleDocument): void {
  const based = new Set<string>()
  for (const { event, basis } of document.rules)
    if (basis && event.type === 'require-material') based.add(event.params.material)
  for (const table of document.tables)
    for (const row of table.rows) {
      const { type, params } = rowEffect(table, row)
      if (type === 'require-material' && (row.basis || table.basis)) based.add(String(params.material))
    }
  for (const [id, { name, basis }] of Object.entries(document.materials)) {
    const at = pointerTo('materials', id)
    const material = labelled(id, name)
    if (!basis && !based.has(id)) report.add('material-without-basis', at, { material })
    if (catchAll.test(name['zh-CN']) || catchAllEnglish.test(name.en ?? ''))
      report.add('catch-all-material', `${at}/name`, { material })
  }
}

/** Fees that some rule or row charges without any basis; nothing (0) needs none. */
function checkFees(report: Report, document: BundleDocument): void {
  const unbased = new Set<string>()
  for (const { event, basis } of document.rules)
    if (event.type === 'charge-fee' && event.params.amount !== 0 && !basis) unbased.add(event.params.fee)
  for (const table of document.tables)
    for (const row of table.rows) {
      const { type, params } = rowEffect(table, row)
      if (type === 'charge-fee' && params.amount !== 0 && !(row.basis || table.basis))
        unbased.add(String(params.fee))
    }
  for (const id of unbased) {
    const fee = document.fees[id]
    if (fee && !fee.basis) report.add('charge-without-basis', pointerTo('fees', id), { fee: fee.title })
  }
}

function checkParameters(report: Report, document: BundleDocument, today: string | undefined): void {
  for (const [id, { title, verified, validUntil }] of Object.entries(document.parameters)) {
    const at = pointerTo('parameters', id)
    if (!verified) report.add('unverified-parameter', at, { parameter: title })
    if (validUntil !== undefined && today !== undefined && validUntil < today)
      report.add('expired-parameter', `${at}/validUntil`, { parameter: title, date: validUntil })
  }
}

/** What can be said without deciding anything: translations, bases, figures nobody confirmed, promises over the law. */
export function checkPapers(report: Report, document: BundleDocument, today: string | undefined): void {
  checkMaterials(report, document)
  checkFees(report, document)
  for (const [id, { name, promisedDays, legalDays }] of Object.entries(document.items)) {
    if (promisedDays === null || legalDays === null || promisedDays <= legalDays) continue
    const at = pointerTo('items', id, 'promisedDays')
    report.add('promise-over-legal', at, {
      item: labelled(id, name),
      promised: promisedDays,
      legal: legalDays,
    })
  }
  checkParameters(report, document, today)
  checkTranslations(report, document)
}
