import { isTrue } from '../compile/states.ts'

/** Up to this many rules, every way they can come out together is remembered: 2⁸ lists at most. */
const mostRules = 8

/** Some rules, and the outcomes they come to together. */
export type Part<O> = {
  readonly rules: readonly { readonly index: number }[]
  readonly outcomes: (states: Uint8Array) => O[]
}

/**
 * A part whose outcomes are made once for each way its rules come out, and handed out frozen ever after. Counting out
 * which way it is costs less than going through the rules, because the processor has nothing to guess.
 */
class Remembered<O> {
  private readonly part: Part<O>
  private readonly indices: Int32Array
  private readonly known: (O[] | undefined)[]

  constructor(part: Part<O>) {
    this.part = part
    this.indices = Int32Array.from(part.rules, ({ index }) => index)
    this.known = part.rules.length > mostRules ? [] : new Array(2 ** part.rules.length).fill(undefined)
  }

  of(states: Uint8Array): O[] {
    const { indices, known } = this
    if (known.length === 0) return this.part.outcomes(states)
    let way = 0
    for (let at = 0; at < indices.length; at++)
      way = way * 2 + Number(states[indices[at] as number] === isTrue)
    return known[way] ?? this.remember(way, states)
  }

  private remember(way: number, states: Uint8Array): O[] {
    const outcomes = this.part.outcomes(states)
    Object.freeze(outcomes)
    this.known[way] = outcomes
    return outcomes
  }
}

/** Joins neighbouring parts as long as their ways can be remembered. */
function joined<O>(parts: readonly Part<O>[]): Part<O>[] {
  const [first, ...others] = parts
  if (!first) return []
  const all = [first]
  for (const part of others) {
    const last = all.at(-1) as Part<O>
    if (last.rules.length + part.rules.length > mostRules) all.push(part)
    else
      all[all.length - 1] = {
        rules: [...last.rules, ...part.rules],
        outcomes: (states) => [...last.outcomes(states), ...part.outcomes(states)],
      }
  }
  return all
}

const nothing: never[] = []
Object.freeze(nothing)

/** One list of the decision, such as its materials, for runs in which nothing is open. */
export class CombinedList<O> {
  private readonly first: Remembered<O> | undefined
  private readonly others: readonly Remembered<O>[]

  constructor(parts: readonly Part<O>[]) {
    const [first, ...others] = joined(parts).map((part) => new Remembered(part))
    this.first = first
    this.others = others
  }

  /** The outcomes, in the document's order. The list may be frozen. */
  of(states: Uint8Array): O[] {
    if (!this.first) return nothing
    if (this.others.length === 0) return this.first.of(states)
    const all = this.first.of(states).slice()
    for (const other of this.others) for (const outcome of other.of(states)) all.push(outcome)
    return all
  }
}
