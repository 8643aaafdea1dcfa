import type { Answers, BundleDocument, Effect, Explanation, LocalText } from '../../schemas/index.ts'
import type { CompiledBundle, CompiledRule } from '../compile/compiled.ts'
import { isTrue, unknown, unset } from '../compile/states.ts'
import { settleContested } from '../decide/contested.ts'
import type { DecideOptions } from '../decide/decide.ts'
import { begin, formulaOf, statesOf } from '../decide/run.ts'
import { isFormula } from '../formulas/formula.ts'
import { type Context, contextOf, stateName } from './context.ts'
import { type Matter, matterOf } from './matter.ts'
import { distinct, type Reason } from './reasons.ts'
import { lackingFacts, ruleReasons } from './rule-reasons.ts'
import { type StateOf, settledElsewhere } from './settled.ts'
import { fill, type Speaker, say } from './speaker.ts'
import type { Texts } from './texts/texts.ts'

function joined({ texts, text }: Speaker, reasons: readonly Reason[]): string {
  const [first = '', ...others] = reasons.map(({ sentence }) => text(sentence))
  return others.reduce(
    (before, next, index) =>
      fill(index === others.length - 1 ? texts.andLast : texts.andNext, { first: before, next }),
    first,
  )
}

function sentenceOf(
  matter: Matter,
  reasons: readonly Reason[],
  template: (texts: Texts) => string,
): Required<LocalText> {
  return say((speaker) =>
    fill(template(speaker.texts), { ...matter.values(speaker), reasons: joined(speaker, reasons) }),
  )
}

type Source = { readonly basis?: string | undefined; readonly verified: boolean }

/** Basis and verification by rule: a row's own, else its table's. */
function sourcesOf(document: BundleDocument): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>()
  for (const { id, basis, verified } of document.rules) sources.set(id, { basis, verified: !!verified })
  for (const table of document.tables)
    for (const { id, basis, verified } of table.rows)
      sources.set(`${table.id}/${id}`, {
        basis: basis ?? table.basis,
        verified: !!(verified ?? table.verified),
      })
  return sources
}

type ExplainedEffect = Exclude<Effect, { type: 'set-fact' }>

function explainRule(
  context: Context,
  rule: CompiledRule,
  effect: ExplainedEffect,
  result: number,
  isSettled: boolean,
): Omit<Explanation, 'basis' | 'verified'> & { basis: string | undefined } {
  const { compiled, run } = context
  const amount = 'amount' in effect.params ? effect.params.amount : undefined
  const worked = result === isTrue && isFormula(amount) ? formulaOf(run, amount) : undefined
  const matter = matterOf(compiled.document, rule.id, effect, typeof worked === 'number' ? worked : null)
  const lacksAmount = !isSettled && (worked === null || worked === unknown)
  const state = worked === unknown ? 'open' : stateName(result)
  const reasons = distinct(
    lacksAmount ? lackingFacts(context, amount, worked === unknown) : ruleReasons(context, rule, result),
  )
  const sentence = sentenceOf(matter, reasons, ({ rules, noAmount }) => {
    if (lacksAmount) return worked === unknown ? noAmount.open : noAmount.holds
    return rules[isSettled ? 'settled' : matter.kind][reasons.length === 0 ? 'always' : stateName(result)]
  })
  return {
    outcome: { type: effect.type, id: matter.id, title: matter.title, state },
    rule: rule.id,
    sentence,
    because: reasons,
    basis: matter.basis,
  }
}

/**
 * Why each rule and table row of a bundle holds, fails or is open for the given answers, in the document's order
 * (rules that set a derived fact are left out; they stand behind the reasons of the others). Pure, made on demand, in
 * both languages. Answers and `unanswered` mean the same as for `decide`, and `outcome.state` is what `decide` makes of
 * the rule. Never throws for answers of any type, and never shows a sensitive one.
 */
export function explain(
  compiled: CompiledBundle,
  answers: Answers,
  options: DecideOptions = {},
): Explanation[] {
  const run = begin(compiled, answers, options.unanswered ?? 'unknown')
  const context = contextOf(run)
  const states = statesOf(run)
  settleContested(run, states)
  const state: StateOf = ({ index }) => states[index] ?? unset
  const isSettled = settledElsewhere(compiled, state)
  const sources = sourcesOf(compiled.document)
  return compiled.rules.flatMap((rule) => {
    const { effect } = rule
    if (effect.type === 'set-fact') return []
    const { basis: ownBasis, ...explained } = explainRule(context, rule, effect, state(rule), isSettled(rule))
    const source = sources.get(rule.id)
    const basis = source?.basis ?? ownBasis
    return [{ ...explained, ...(basis ? { basis } : {}), verified: source?.verified ?? false }]
  })
}
