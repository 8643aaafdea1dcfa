import type { BundleDocument, Certainty, Decision, Item, LocalText } from '../../schemas/index.ts'

export interface StagedItem {
  id: string
  item: Item
  department: LocalText
  certainty: Certainty
  /** Names of the items to be finished first. */
  after: LocalText[]
}

export interface StageOfItems {
  stage: number
  title: LocalText | undefined
  /** Working days planned for the stage, where the bundle's limit is split. */
  days: number | undefined
  items: StagedItem[]
}

/** The name of a department by its code; the code where the document does not name it. */
export function departmentName(document: BundleDocument, code: string): LocalText {
  return document.departments.find((department) => department.code === code)?.name ?? { 'zh-CN': code }
}

function stagesOf<T>(document: BundleDocument, entries: readonly { stage: number; entry: T }[]) {
  const numbers = [...new Set(entries.map(({ stage }) => stage))].sort((a, b) => a - b)
  return numbers.map((number) => {
    const planned = document.stages.find((candidate) => candidate.stage === number)
    return {
      stage: number,
      title: planned?.title,
      days: planned?.days,
      entries: entries.filter(({ stage }) => stage === number).map(({ entry }) => entry),
    }
  })
}

/** The items of a decision by stage. Items of one stage run side by side. */
export function itemsByStage(document: BundleDocument, decision: Decision): StageOfItems[] {
  const entries = decision.items.flatMap(({ id, certainty }) => {
    const item = document.items[id]
    if (!item) return []
    const after = item.dependsOn.flatMap((other) => document.items[other]?.name ?? [])
    const department = departmentName(document, item.department)
    return [{ stage: item.stage, entry: { id, item, department, certainty, after } }]
  })
  return stagesOf(document, entries).map(({ entries: items, ...stage }) => ({ ...stage, items }))
}

export interface RoutedDepartment {
  code: string
  name: LocalText
  certainty: Certainty
  mode: LocalText
  /** The rules that send a task there. */
  rules: string[]
}

/** The departments a decision sends tasks to by stage, each once a stage; certain where one of its tasks is. */
export function departmentsByStage(document: BundleDocument, decision: Decision) {
  const entries = new Map<string, { stage: number; entry: RoutedDepartment }>()
  for (const { rule, department, stage, mode, certainty } of decision.tasks) {
    const key = `${stage} ${department}`
    const known = entries.get(key)?.entry
    const rules = [...(known?.rules ?? []), rule]
    if (known && (known.certainty === 'certain' || certainty === 'open')) known.rules = rules
    else {
      const name = departmentName(document, department)
      entries.set(key, { stage, entry: { code: department, name, certainty, mode, rules } })
    }
  }
  return stagesOf(document, [...entries.values()]).map(({ entries: departments, ...stage }) => ({
    ...stage,
    departments,
  }))
}

/** How many different departments a decision involves: for certain, and perhaps besides. */
export function departmentTotals({ tasks }: Decision): Record<Certainty, number> {
  const all = new Set(tasks.map(({ department }) => department))
  const certain = tasks.filter(({ certainty }) => certainty === 'certain')
  const certainTotal = new Set(certain.map(({ department }) => department)).size
  return { certain: certainTotal, open: all.size - certainTotal }
}
