import type { BundleDocument, Effect, LocalText } from '../../schemas/index.ts'
import { fill, type Speaker, say } from './speaker.ts'
import { titleIn } from './subject.ts'
import type { SentenceKind } from './texts/texts.ts'
import { quantityIn, quoteIn } from './value.ts'

/** What an effect is about: how it is called, what goes into its sentence, and the basis of the thing itself. */
export type Matter = {
  readonly kind: SentenceKind
  readonly id: string
  readonly title: LocalText
  readonly basis?: string | undefined
  readonly values: (speaker: Speaker) => Readonly<Record<string, string>>
}

type Named = { readonly title: LocalText; readonly basis?: string | undefined }

/** A text without the mark at its end: the sentence around it has its own. */
function unmarked({ text }: Speaker, marked: LocalText): string {
  return text(marked).replace(/[。.！!；;]+$/, '')
}

function thing(kind: SentenceKind, id: string, named: Named | undefined): Matter {
  const title = named?.title ?? { 'zh-CN': id }
  return { kind, id, title, basis: named?.basis, values: ({ text }) => ({ title: text(title) }) }
}

function departmentName(document: BundleDocument, code: string): LocalText {
  return document.departments.find((one) => one.code === code)?.name ?? { 'zh-CN': code }
}

const nameOf = (entry: { name: LocalText; basis?: string } | undefined): Named | undefined =>
  entry && { title: entry.name, basis: entry.basis }

type ChargeEffect = Extract<Effect, { type: 'charge-fee' | 'estimate' }>

function chargeMatter(document: BundleDocument, effect: ChargeEffect, worked: number | null): Matter {
  const isFee = effect.type === 'charge-fee'
  const id = isFee ? effect.params.fee : effect.params.estimate
  const entry = isFee ? document.fees[id] : document.estimates[id]
  const amount = typeof effect.params.amount === 'number' ? effect.params.amount : worked
  const text = isFee ? effect.params.text : undefined
  return {
    ...thing(effect.type, id, entry),
    values: (speaker) => ({
      title: entry ? titleIn(speaker, entry.title, entry.unit) : id,
      amount: text
        ? quoteIn(speaker, unmarked(speaker, text))
        : amount === null
          ? speaker.texts.byFormula
          : quantityIn(speaker, amount, entry?.unit),
    }),
  }
}

/** What `effect` of the rule `rule` is about. `worked` is the amount its formula gives, null where it has none. */
export function matterOf(
  document: BundleDocument,
  rule: string,
  effect: Exclude<Effect, { type: 'set-fact' }>,
  worked: number | null,
): Matter {
  switch (effect.type) {
    case 'reject':
    case 'refer':
    case 'warn':
    case 'inform': {
      const { message } = effect.params
      const department = 'department' in effect.params ? effect.params.department : undefined
      return {
        kind: department === undefined ? effect.type : 'refer-to',
        id: rule,
        title: message,
        values: (speaker) => ({
          message: unmarked(speaker, message),
          department: department === undefined ? '' : speaker.text(departmentName(document, department)),
        }),
      }
    }
    case 'include-item':
      return thing(effect.type, effect.params.item, nameOf(document.items[effect.params.item]))
    case 'require-material':
    case 'waive-material':
      return thing(effect.type, effect.params.material, nameOf(document.materials[effect.params.material]))
    case 'route-task': {
      const { department, stage, mode } = effect.params
      const title = departmentName(document, department)
      return {
        kind: effect.type,
        id: department,
        title,
        values: ({ text }) => ({ title: text(title), stage: String(stage), mode: text(mode) }),
      }
    }
    case 'set-limit': {
      const { days } = effect.params
      return {
        kind: effect.type,
        id: rule,
        title: say((speaker) => fill(speaker.texts.limitTitle, { days: speaker.workingDays(days) })),
        values: (speaker) => ({ title: speaker.texts.limitName, days: speaker.workingDays(days) }),
      }
    }
    default:
      return chargeMatter(document, effect, worked)
  }
}
