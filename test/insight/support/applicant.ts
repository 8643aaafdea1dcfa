import { isTrue } from '../../../rules/compile/states.ts'
import { conclude } from '../../../rules/decide/decide.ts'
import { begin, type Run, stateOf } from '../../../rules/decide/run.ts'
import { type CompiledBundle, compile, decide } from '../../../rules/index.ts'
import type { Answers, BundleDocument, Decision } from '../../../schemas/index.ts'

/** One applicant decided by the real evaluator, with the rules and rows that hold for them. */
export type Applicant = {
  readonly answers: Answers
  readonly decision: Decision
  /** Rule ids, and `<table>/<row>` where a row counts. */
  readonly fired: ReadonlySet<string>
}

const complete = { unanswered: 'absent' } as const

/** Whether the form lets the answers of `run` pass: whatever is shown and has to be answered is. */
function passes(run: Run, answers: Answers): boolean {
  const { compiled, hidden } = run
  return compiled.fields.every(({ id }) => {
    if ((answers[id] ?? null) !== null || hidden.includes(id)) return true
    if (compiled.document.form.fields[id]?.required) return false
    const requireWhen = compiled.requireWhen.get(id)
    return !requireWhen || stateOf(run, requireWhen.start) !== isTrue
  })
}

/** Of the rows of a table under `unique` none counts where several hold. */
function withoutContested({ document }: CompiledBundle, fired: Set<string>): Set<string> {
  for (const { id, rows, hitPolicy } of document.tables) {
    const holding = rows.filter((row) => fired.has(`${id}/${row.id}`))
    if (hitPolicy === 'unique' && holding.length > 1)
      for (const row of holding) fired.delete(`${id}/${row.id}`)
  }
  return fired
}

/** The applicant with these answers; undefined where the form does not let them pass. */
export function applicantOf(compiled: CompiledBundle, answers: Answers): Applicant | undefined {
  const run = begin(compiled, answers, 'absent')
  if (!passes(run, answers)) return undefined
  const fired = new Set<string>()
  for (const rule of [...compiled.rules, ...compiled.facts.flatMap(({ setters }) => setters)])
    if (stateOf(run, rule.start) === isTrue) fired.add(rule.id)
  return { answers, fired: withoutContested(compiled, fired), decision: conclude(run) }
}

/** A decision in what it means for the applicant, whatever the rules are called. */
export function meaningOf(decision: Decision): Record<string, unknown> {
  const said = (list: Decision['warnings']): string[] =>
    [...new Set(list.map(({ message }) => message['zh-CN']))].sort()
  const amounts = (list: Decision['fees']): unknown =>
    list.map(({ id, amount, text }) => [id, amount, text?.['zh-CN'] ?? null])
  return {
    eligibility: decision.eligibility,
    reject: said(decision.rejections),
    refer: said(decision.referrals),
    warn: said(decision.warnings),
    inform: said(decision.notices),
    items: decision.items.map(({ id }) => id).sort(),
    materials: decision.materials.map(({ id }) => id).sort(),
    tasks: [...new Set(decision.tasks.map(({ rule: _, ...task }) => JSON.stringify(task)))].sort(),
    days: decision.limit.days,
    fees: amounts(decision.fees),
    estimates: amounts(decision.estimates),
  }
}

export function decideFor(document: BundleDocument, answers: Answers): Decision {
  return decide(compile(document), answers, complete)
}
