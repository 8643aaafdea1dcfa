import type { Answers, LocalText } from '../../../schemas/index.ts'
import { everywhere, type Node, nowhere, TooLarge } from '../boxes/nodes.ts'
import type { Space } from '../cells/space.ts'
import { amongApplicants } from '../regions/applicants.ts'
import { describe } from '../regions/describe.ts'
import type { Regions } from '../regions/regions.ts'
import { witness } from '../regions/witness.ts'
import { type Compared, compareOne } from './applicants.ts'
import type { Decided, Outcome, OutcomeName, OutcomePair } from './outcome.ts'
import { sentenceOf } from './sentence.ts'

/** Applicants who are decided differently, in the same way. */
export type Difference = {
  readonly before: unknown
  readonly after: unknown
  /** Whom it concerns; left out where only an example was found. */
  readonly region?: LocalText
  readonly sentence: LocalText
  /** Answers that both versions take and decide differently; what is left out is left empty. */
  readonly witness: Answers
}

export type OutcomeDifference = OutcomeName & {
  readonly verdict: 'differs' | 'not-analysed'
  readonly differences: readonly Difference[]
  /** False: there may be differences that are not listed. */
  readonly complete: boolean
}

/** How much one outcome may add to the diagram: the children of its nodes. */
const budget = 1 << 21
/** Kinds of difference told of one outcome. */
const mostDifferences = 6

export type Versions = {
  readonly space: Space
  readonly before: Regions
  readonly after: Regions
  /** Random applicants, drawn when first needed. */
  readonly sample: () => readonly Compared[]
}

const isSameResult = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The result an outcome has where a version does not know it. */
function resultWithout(type: string): unknown {
  if (type === 'question') return 'hidden'
  return type === 'charge-fee' || type === 'estimate' ? null : false
}

type Pairs = { readonly node: Node; readonly terminals: readonly Node[] }

/** Who gets a different result, by the pair of results. `everywhere` stands for "no difference". */
function differing({ space, before, after }: Versions, { before: was, after: is }: OutcomePair): Pairs {
  const { diagram } = space
  const nodeOf = (outcome: Outcome | undefined, type: string): Node =>
    outcome ? outcome.node() : space.terminal(resultWithout(type))
  const type = was?.type ?? is?.type ?? ''
  const pairs = diagram.combine(nodeOf(was, type), nodeOf(is, type), (a, b) =>
    a === b ? everywhere : space.terminal(['pair', a, b]),
  )
  const node = amongApplicants([before, after], pairs, everywhere)
  return { node, terminals: diagram.terminals(node).filter((terminal) => terminal !== everywhere) }
}

function readBoth(pair: OutcomePair, before: Decided, after: Decided): readonly [unknown, unknown] {
  const type = pair.before?.type ?? pair.after?.type ?? ''
  return [
    pair.before ? pair.before.read(before) : resultWithout(type),
    pair.after ? pair.after.read(after) : resultWithout(type),
  ]
}

/** The differences of one outcome; undefined where both versions provably decide everyone alike. */
export function compareOutcome(versions: Versions, pair: OutcomePair): OutcomeDifference | undefined {
  const { type, id, title } = pair.after ?? pair.before ?? { type: '', id: '', title: { 'zh-CN': '' } }
  const found: Difference[] = []
  let complete = true
  try {
    complete = versions.space.diagram.within(budget, () => {
      const { node, terminals } = differing(versions, pair)
      const told = terminals.slice(0, mostDifferences).map((terminal) => tell(versions, pair, node, terminal))
      found.push(...told.filter((one) => one !== undefined))
      return terminals.length <= mostDifferences && !told.includes(undefined)
    })
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    complete = false
  }
  if (!complete && found.length === 0) {
    const example = fromSample(versions, pair)
    if (example) found.push(example)
  }
  if (complete && found.length === 0) return undefined
  const verdict = found.length > 0 ? 'differs' : 'not-analysed'
  return { type, id, title, verdict, differences: found, complete }
}

/** One kind of difference, shown on an applicant; undefined where none of the answers tried shows it. */
function tell(versions: Versions, pair: OutcomePair, node: Node, terminal: Node): Difference | undefined {
  const { space, before, after } = versions
  const region = space.diagram.map(node, (one) => (one === terminal ? everywhere : nowhere))
  const answers = witness([before, after], region)
  if (!answers) return undefined
  const compared = compareOne(before, after, answers)
  const [was, is] = readBoth(pair, compared.before, compared.after)
  if (isSameResult(was, is)) return undefined
  const words = describe([before, after], region)
  const outcome = pair.after ?? pair.before
  if (!outcome) return undefined
  return {
    before: was,
    after: is,
    region: words,
    sentence: sentenceOf(versions, outcome, was, is, words),
    witness: answers,
  }
}

function fromSample(versions: Versions, pair: OutcomePair): Difference | undefined {
  const outcome = pair.after ?? pair.before
  for (const { answers, before, after } of versions.sample()) {
    const [was, is] = readBoth(pair, before, after)
    if (isSameResult(was, is) || !outcome) continue
    const sentence = sentenceOf(versions, outcome, was, is, undefined)
    return { before: was, after: is, sentence, witness: answers }
  }
  return undefined
}
