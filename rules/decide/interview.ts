import type { Answers, Decision } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { anonymous } from '../form/anonymous.ts'
import { ask } from './ask.ts'
import { beginAll, type CompiledCatalogue, catalogueKey } from './catalogue.ts'
import { conclude } from './decide.ts'
import { begin } from './run.ts'

/** A question of the interview: the key of its answer, and the fields of the bundles it is asked for. */
export type InterviewQuestion = {
  readonly key: string
  readonly asked: readonly { readonly bundle: string; readonly field: string; readonly settles: number }[]
}

export type Interview = {
  readonly decisions: readonly Decision[]
  /** Questions that can still change whether somebody may apply for something, the next one in front. */
  readonly questions: readonly InterviewQuestion[]
}

/** The rules that can still reject or refer. */
function openEligibility(compiled: CompiledBundle, decision: Decision): Set<CompiledRule> {
  if (decision.eligibility !== 'open') return new Set()
  const open = new Set(
    [...decision.rejections, ...decision.referrals]
      .filter(({ certainty }) => certainty === 'open')
      .map(({ rule }) => rule),
  )
  const contested = compiled.contested.filter(({ table }) => open.has(table)).flatMap(({ rules }) => rules)
  return new Set([...compiled.rules.filter(({ id }) => open.has(id)), ...contested])
}

/** Whether a question that is this bundle's alone has been answered. */
function isBegun({ fields }: CompiledBundle, answers: Answers): boolean {
  return fields.some(({ key, shared }) => !shared && answers[key] !== undefined)
}

type Asking = InterviewQuestion & { readonly rank: readonly number[] }

function byRank(a: Asking, b: Asking): number {
  const differing = a.rank.findIndex((value, index) => value !== b.rank[index])
  return differing < 0 ? 0 : (a.rank[differing] ?? 0) - (b.rank[differing] ?? 0)
}

/**
 * “What may I apply for?”: decides bundles of the catalogue for one person and says what to ask next, looking at
 * eligibility alone. Questions that several bundles share come first; then one bundle is finished before another is
 * begun, the one with the fewest questions left first, so that nobody is asked about a home and a child in turns. Keys
 * are those of `catalogueKey`; what a sensitive answer would tell is asked itself (see `anonymous`).
 */
export function interview(
  catalogue: CompiledCatalogue,
  answers: Answers,
  bundles: readonly CompiledBundle[] = catalogue.bundles,
): Interview {
  beginAll(catalogue, answers)
  const decisions: Decision[] = []
  const found = new Map<string, Asking>()
  for (const [place, compiled] of bundles.map(anonymous).entries()) {
    const run = begin(compiled, answers, 'unknown', true)
    const decision = conclude(run)
    decisions.push(decision)
    const questions = ask(run, openEligibility(compiled, decision))
    for (const { field, settles } of questions) {
      const key = catalogueKey(compiled.document, field)
      const others = found.get(key)?.asked ?? []
      const asked = [...others, { bundle: compiled.document.id, field, settles }]
      const weight = asked.reduce((sum, one) => sum + one.settles, 0)
      const own = [isBegun(compiled, answers) ? 0 : 1, questions.length, place]
      const rank = asked.length > 1 ? [0, -asked.length, 0, 0, -weight] : [1, ...own, -weight]
      found.set(key, { key, asked, rank })
    }
  }
  const questions = [...found.values()].sort(byRank).map(({ key, asked }) => ({ key, asked }))
  return { decisions, questions }
}
