import type { Decision, LocalText } from '../../../schemas/index.ts'
import type { FieldState } from '../../form/visible.ts'
import type { Node } from '../boxes/nodes.ts'

/** What an outcome is about, as explanations name it. */
export type OutcomeName = { readonly type: string; readonly id: string; readonly title: LocalText }

/** One applicant as one version decides them. */
export type Decided = { readonly decision: Decision; readonly states: () => readonly FieldState[] }

/** One outcome in one version: its result for each applicant, and how to read it off a decision. */
export type Outcome = OutcomeName & {
  /** Two outcomes of one key are the same outcome. */
  readonly key: string
  /** Rules it comes from: outcomes that share one are matched where no key matches. */
  readonly rules: readonly string[]
  readonly node: () => Node
  readonly read: (decided: Decided) => unknown
}

/** An outcome in both versions; undefined where one lacks it. */
export type OutcomePair = { readonly before: Outcome | undefined; readonly after: Outcome | undefined }

/** Matches the outcomes of two versions: by key, and then, for texts that were edited, by a rule in common. */
export function pairOutcomes(before: readonly Outcome[], after: readonly Outcome[]): OutcomePair[] {
  const left = new Map(after.map((one) => [one.key, one]))
  const pairs: { before: Outcome; after: Outcome | undefined }[] = before.map((one) => {
    const same = left.get(one.key)
    left.delete(one.key)
    return { before: one, after: same }
  })
  for (const pair of pairs) {
    if (pair.after) continue
    const edited = [...left.values()].find(
      ({ type, rules }) =>
        type === pair.before.type && rules.some((rule) => pair.before.rules.includes(rule)),
    )
    if (!edited) continue
    pair.after = edited
    left.delete(edited.key)
  }
  return [...pairs, ...[...left.values()].map((one) => ({ before: undefined, after: one }))]
}
