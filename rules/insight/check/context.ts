import type { BundleDocument, LocalText } from '../../../schemas/index.ts'
import type { LoweredRule } from '../../compile/lower.ts'
import { type Node, nowhere, TooLarge } from '../boxes/nodes.ts'
import { Space } from '../cells/space.ts'
import { amongApplicants } from '../regions/applicants.ts'
import { Regions } from '../regions/regions.ts'
import { witness } from '../regions/witness.ts'
import type { FindingCode } from './codes.ts'
import type { Extra, Report, Values } from './report.ts'

/** How much one question may add to the diagram: the children of its nodes. */
const budget = 1 << 21

/** A document under examination. */
export class Context {
  readonly document: BundleDocument
  readonly regions: Regions
  readonly space: Space
  readonly report: Report

  constructor(document: BundleDocument, report: Report) {
    this.document = document
    this.space = new Space([document])
    this.regions = new Regions(this.space, 0)
    this.report = report
  }

  /** Works something out; where that grows too large, says so at `pointer` and gives undefined. */
  attempt<T>(pointer: string, work: () => T): T | undefined {
    try {
      return this.space.diagram.within(budget, work)
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      this.report.notAnalysed(pointer, 'main')
      return undefined
    }
  }

  /** The part of a set, or of a function, that concerns applicants whom the form lets pass. */
  among(node: Node, otherwise: Node = nowhere): Node {
    return amongApplicants([this.regions], node, otherwise)
  }

  isEmpty(node: Node): boolean {
    return this.among(node) === nowhere
  }

  /**
   * Reports that there are applicants in `node`, with one of them as the witness. Where nobody can be shown because
   * it hangs on a comparison that is not analysed, says that instead.
   */
  show(node: Node, code: FindingCode, pointer: string, values: Values, extra: Extra = {}): boolean {
    const found = this.among(node)
    if (found === nowhere) return false
    const example = witness([this.regions], found)
    if (example) this.report.add(code, pointer, values, { ...extra, witness: example })
    else this.report.notAnalysed(pointer, 'unshown')
    return example !== undefined
  }

  /** What a rule or a table's row is called. */
  nameOf(rule: LoweredRule): LocalText {
    const named = this.document.rules.find(({ id }) => id === rule.id)
    const { table } = rule
    if (named) return labelled(named.id, named.name)
    return table ? labelled(rule.id, table.name) : { 'zh-CN': rule.id }
  }
}

/** An id with the text that goes with it. */
export function labelled(id: string, text: LocalText): Required<LocalText> {
  const of = (one: string): string => (one === id ? id : `${id} ${one}`)
  return { 'zh-CN': of(text['zh-CN']), en: of(text.en || text['zh-CN']) }
}
