import { type CompiledBundle, compile, decide } from '../../rules/index.ts'
import type { BundleDocument, Charge, Estimate, Fee } from '../../schemas/index.ts'
import { differences } from './differences.ts'
import type { Dossier } from './dossier.ts'
import { evaluate, type Facts } from './json-logic.ts'
import { randomAnswers } from './random-answers.ts'

/** The answers without those to questions that do not apply. */
function shownAnswers(dossier: Dossier, answers: Facts): { facts: Facts; hidden: string[] } {
  const hidden = Object.entries(dossier.form.properties).flatMap(([id, { 'x-visibleWhen': when }]) =>
    when === undefined || evaluate(when, answers) ? [] : [id],
  )
  return { facts: { ...answers, ...Object.fromEntries(hidden.map((id) => [id, null])) }, hidden }
}

function saidByDossier(dossier: Dossier, answers: Facts): object {
  const { facts, hidden } = shownAnswers(dossier, answers)
  const broken = (severity: string): string[] =>
    dossier.eligibility
      .filter((one) => one.severity === severity && !evaluate(one.rule, facts))
      .map(({ id }) => id)
  const limit = dossier.timeLimit.rules.find(({ when }) => evaluate(when, facts))
  return {
    hidden,
    rejected: broken('block'),
    warned: broken('warn'),
    informed: broken('info'),
    items: dossier.items.filter((one) => evaluate(one.requiredWhen, facts)).map(({ code }) => code),
    materials: dossier.materials.filter((one) => evaluate(one.requiredWhen, facts)).map(({ id }) => id),
    routes: dossier.routing.filter(({ when }) => evaluate(when, facts)).map(({ id }) => id),
    days: limit?.days ?? null,
    daysNote: limit?.note ?? null,
    fees: Object.fromEntries(
      dossier.fees.map((fee) => {
        const amount = fee.rule === undefined ? fee.amount : evaluate(fee.rule, facts)
        return [fee.name, amount ?? fee.note]
      }),
    ),
    estimates: Object.fromEntries(
      (dossier.calculators ?? []).map(({ name, rule }) => [name, evaluate(rule, facts)]),
    ),
  }
}

function amounts(known: Readonly<Record<string, Fee | Estimate>>, charged: readonly Charge[]): object {
  return Object.fromEntries(
    Object.entries(known).map(([id, { title }]) => {
      const charge = charged.find((one) => one.id === id)
      return [title['zh-CN'], charge?.amount ?? charge?.text?.['zh-CN'] ?? null]
    }),
  )
}

function saidByBundle(compiled: CompiledBundle, answers: Facts): object {
  const decision = decide(compiled, answers, { unanswered: 'absent' })
  const { fields } = compiled.document.form
  const sorted = (ids: readonly string[], order: readonly string[]): string[] =>
    [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const rule = (one: { rule: string }): string => one.rule
  return {
    hidden: sorted(decision.hidden, Object.keys(answers)).filter((id) => fields[id]?.showWhen !== undefined),
    rejected: decision.rejections.map(rule),
    warned: decision.warnings.map(rule),
    informed: decision.notices.map(rule),
    items: decision.items.map(({ id }) => id),
    materials: decision.materials.map(({ id }) => id),
    routes: decision.tasks.map(rule),
    days: decision.limit.days,
    daysNote: decision.limit.note?.['zh-CN'] ?? null,
    fees: amounts(compiled.document.fees, decision.fees),
    estimates: amounts(compiled.document.estimates, decision.estimates),
  }
}

/** Where the bundle decides otherwise than the dossier on `count` random applicants; stops after the first three. */
export function differencesInMeaning(
  dossier: Dossier,
  document: BundleDocument,
  random: () => number,
  count: number,
): string[] {
  const compiled = compile(document)
  const next = randomAnswers(dossier, random)
  const found: string[] = []
  for (let index = 0; index < count && found.length < 3; index++) {
    const answers = next()
    const lines = differences(saidByDossier(dossier, answers), saidByBundle(compiled, answers), 'decision')
    if (lines.length > 0) found.push(`${lines.join('; ')} for ${JSON.stringify(answers)}`)
  }
  return found
}
