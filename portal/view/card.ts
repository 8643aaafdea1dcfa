import type {
  BundleDocument,
  Certainty,
  Decision,
  Explanation,
  Inclusion,
  Item,
  LocalText,
  Material,
  Message,
} from '../../schemas/index.ts'
import { isBrought } from './material.ts'
import type { Source } from './source.ts'
import { departmentName } from './stages.ts'

/** Why something stands: for each rule behind it, the facts that decided; none where it is so for everybody. */
export type Reasons = LocalText[][]

interface Explained {
  reasons: Reasons
  /** Where it comes from, once each. */
  sources: Source[]
}

export interface CardMessage extends Explained {
  rule: string
  message: LocalText
  /** Fields behind the reasons, to change what was answered. */
  fields: string[]
}

export interface CardMaterial extends Explained {
  id: string
  material: Material
  certainty: Certainty
  /** Fields on which it still hangs. */
  dependsOn: string[]
}

export interface CardItem extends Explained {
  id: string
  item: Item
  department: LocalText
  certainty: Certainty
}

export interface CardStage {
  stage: number
  title: LocalText | undefined
  days: number | undefined
  items: CardItem[]
  /** Departments that take part besides those of the items, each with how. */
  others: { name: LocalText; mode: LocalText; certainty: Certainty }[]
}

/** What a clear card says, ready to be shown. */
export interface CardView {
  rejections: CardMessage[]
  /** Reasons for which one may not apply after all; `fields` are those on which they hang. */
  openRejections: CardMessage[]
  referrals: CardMessage[]
  warnings: CardMessage[]
  notices: CardMessage[]
  brought: CardMaterial[]
  notBrought: CardMaterial[]
  stages: CardStage[]
  /** Every legal basis the card names, in the order in which it names them. */
  bases: Source[]
}

/** The bases named, each once; verified only where every mention of it is. */
function distinct(sources: readonly Source[]): Source[] {
  const bases = new Map<string, boolean>()
  for (const { basis, verified } of sources)
    if (basis) bases.set(basis, (bases.get(basis) ?? true) && verified)
  return [...bases].map(([basis, verified]) => ({ basis, verified }))
}

function explained(explanations: readonly Explanation[], own: Source[] = []): Explained {
  const sources = [...own, ...explanations.map(({ basis, verified }) => ({ basis, verified }))]
  return {
    reasons: explanations
      .map(({ because }) => because.map(({ sentence }) => sentence))
      .filter((sentences) => sentences.length > 0),
    sources: distinct(sources),
  }
}

function fieldsBehind(document: BundleDocument, explanations: readonly Explanation[]): string[] {
  const facts = explanations.flatMap(({ because }) => because.map(({ fact }) => fact))
  return [...new Set(facts)].filter((fact) => Object.hasOwn(document.form.fields, fact))
}

function stagesOf(document: BundleDocument, decision: Decision, items: readonly CardItem[]): CardStage[] {
  const tasks = decision.tasks.filter(
    ({ department, stage }) =>
      !items.some(({ item }) => item.department === department && item.stage === stage),
  )
  const numbers = [...items.map(({ item }) => item.stage), ...tasks.map(({ stage }) => stage)]
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((stage) => {
      const planned = document.stages.find((one) => one.stage === stage)
      const others = new Map(
        tasks
          .filter((task) => task.stage === stage)
          .map(({ department, mode, certainty }) => [
            department,
            { name: departmentName(document, department), mode, certainty },
          ]),
      )
      return {
        stage,
        title: planned?.title,
        days: planned?.days,
        items: items.filter(({ item }) => item.stage === stage),
        others: [...others.values()],
      }
    })
}

/** What a clear card says for a decision, with why and on what basis. */
export function cardView(
  document: BundleDocument,
  decision: Decision,
  explanations: readonly Explanation[],
): CardView {
  const of = (rules: readonly string[], type: string) =>
    explanations.filter(({ rule, outcome }) => outcome.type === type && rules.includes(rule))

  const messages = (type: string, list: readonly Message[], wanted: Certainty = 'certain'): CardMessage[] =>
    list
      .filter(({ certainty }) => certainty === wanted)
      .map(({ rule, message }) => {
        const about = of([rule], type)
        return { rule, message, fields: fieldsBehind(document, about), ...explained(about) }
      })

  const materials = decision.materials.flatMap(({ id, certainty, rules }: Inclusion): CardMaterial[] => {
    const material = document.materials[id]
    if (!material) return []
    const about = of(rules, 'require-material')
    const open = about.filter(({ outcome }) => outcome.state === 'open')
    const own = { basis: material.basis, verified: material.verified !== undefined }
    return [{ id, material, certainty, dependsOn: fieldsBehind(document, open), ...explained(about, [own]) }]
  })
  const items = decision.items.flatMap(({ id, certainty, rules }: Inclusion): CardItem[] => {
    const item = document.items[id]
    if (!item) return []
    const own = { basis: item.basis, verified: item.verified !== undefined }
    const department = departmentName(document, item.department)
    return [{ id, item, department, certainty, ...explained(of(rules, 'include-item'), [own]) }]
  })
  const rejections = messages('reject', decision.rejections)
  const openRejections = messages('reject', decision.rejections, 'open')
  const referrals = messages('refer', decision.referrals)
  const warnings = messages('warn', decision.warnings)
  const notices = messages('inform', decision.notices)
  const charges = [...decision.fees, ...decision.estimates]
  const figures = explanations.filter(({ rule }) => charges.some((charge) => charge.rule === rule))
  const limit = explanations.filter(({ rule }) => rule === decision.limit.rule)
  return {
    rejections,
    openRejections,
    referrals,
    warnings,
    notices,
    brought: materials.filter(({ material }) => isBrought(material)),
    notBrought: materials.filter(({ material }) => !isBrought(material)),
    stages: stagesOf(document, decision, items),
    bases: distinct([
      ...[...rejections, ...openRejections, ...referrals, ...warnings, ...notices].flatMap(
        ({ sources }) => sources,
      ),
      ...explained([...limit, ...figures]).sources,
      ...materials.flatMap(({ sources }) => sources),
      ...items.flatMap(({ sources }) => sources),
    ]),
  }
}
