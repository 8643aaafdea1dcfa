import type { Answers, BundleDocument, Finding, LocalText, PatchStep } from '../../../schemas/index.ts'
import { fill, say } from '../../explain/speaker.ts'
import { codes, type FindingCode } from './codes.ts'
import { placeOf } from './place.ts'

/** What goes into a sentence: a text of the document, a number, or a name. */
export type Values = Readonly<Record<string, LocalText | string | number>>

export type Extra = {
  readonly variant?: string
  readonly witness?: Answers | undefined
  readonly related?: readonly string[]
  readonly fix?: readonly PatchStep[]
}

/** Collects what the checks find. */
export class Report {
  readonly findings: Finding[] = []
  private readonly document: BundleDocument

  constructor(document: BundleDocument) {
    this.document = document
  }

  add(code: FindingCode, pointer: string, values: Values, extra: Extra = {}): void {
    const { severity } = codes[code]
    const texts: Readonly<Record<string, Required<LocalText>>> = codes[code].texts
    const template = texts[extra.variant ?? 'main'] ?? codes[code].texts.main
    const message = say((speaker) =>
      fill(
        speaker.text(template),
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'object' ? speaker.text(value) : String(value),
          ]),
        ),
      ),
    )
    this.findings.push({
      code,
      severity,
      pointer,
      place: placeOf(this.document, pointer),
      message,
      ...(extra.witness ? { witness: extra.witness } : {}),
      ...(extra.related && extra.related.length > 0 ? { related: [...extra.related] } : {}),
      ...(extra.fix ? { fix: [...extra.fix] } : {}),
    })
  }

  /** Says once for each place that it was not analysed. */
  notAnalysed(pointer: string, variant: 'main' | 'unshown'): void {
    const place = placeOf(this.document, pointer)
    if (!this.findings.some((one) => one.code === 'not-analysed' && one.place === place))
      this.add('not-analysed', pointer, {}, { variant })
  }
}
