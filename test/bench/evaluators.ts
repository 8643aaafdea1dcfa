import { LogicEngine } from 'json-logic-engine'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { isTrue } from '../../rules/compile/states.ts'
import { begin, stateOf } from '../../rules/decide/run.ts'
import { compile, decide } from '../../rules/index.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { toJsonLogic } from './json-logic.ts'
import type { PlainRules } from './plain.ts'
import type { Person } from './workload.ts'

/** One way to decide `bundle` for `person`. `fired` says which rules hold, to compare them before measuring. */
export type Evaluator = {
  readonly name: string
  readonly run: (bundle: number, person: number) => unknown
  readonly fired: (bundle: number, person: number) => Promise<string[]> | string[]
}

type Work = { readonly documents: readonly BundleDocument[]; readonly people: readonly Person[] }

function at<T>(list: readonly T[], index: number): T {
  const one = list[index]
  if (one === undefined) throw new Error(`nothing at ${index}`)
  return one
}

function engineOf(document: BundleDocument): Engine {
  const engine = new Engine()
  for (const rule of document.rules) {
    const conditions: TopLevelCondition | { operator: string } = structuredClone(rule.conditions)
    if ('operator' in conditions) throw new Error('a bare comparison')
    engine.addRule({
      name: rule.id,
      conditions,
      event: { type: rule.event.type, params: { ...rule.event.params } },
      priority: rule.priority ?? 1,
    })
  }
  return engine
}

const namesOf = async (engine: Engine, answers: Readonly<Record<string, unknown>>): Promise<string[]> =>
  (await engine.run({ ...answers })).results.map(({ name }) => String(name))

/** json-rules-engine with one engine a bundle, used again and again, one run at a time. */
export function reusedEngine({ documents, people }: Work): Evaluator {
  const engines = documents.map(engineOf)
  const fired = (bundle: number, person: number) =>
    namesOf(at(engines, bundle), at(at(people, person).bundles, bundle))
  return {
    name: 'json-rules-engine',
    run: (bundle, person) => at(engines, bundle).run(at(at(people, person).bundles, bundle)),
    fired,
  }
}

/** json-rules-engine with a fresh engine a run, as overlapping runs need it. */
export function freshEngine({ documents, people }: Work): Evaluator {
  const answers = (bundle: number, person: number) => at(at(people, person).bundles, bundle)
  return {
    name: 'json-rules-engine, fresh engine',
    run: (bundle, person) => engineOf(at(documents, bundle)).run(answers(bundle, person)),
    fired: (bundle, person) => namesOf(engineOf(at(documents, bundle)), answers(bundle, person)),
  }
}

/** json-logic-engine, interpreting: no code may be generated from strings. */
export function jsonLogic({ documents, people }: Work): Evaluator {
  const engine = new LogicEngine()
  const rules = documents.map((document) =>
    document.rules.map(({ id, conditions }) => ({ id, logic: toJsonLogic(conditions) })),
  )
  const run = (bundle: number, person: number): string[] => {
    const answers = at(at(people, person).bundles, bundle)
    const fired: string[] = []
    for (const { id, logic } of at(rules, bundle)) if (engine.run(logic, answers) === true) fired.push(id)
    return fired
  }
  return { name: 'json-logic-engine, interpreted', run, fired: run }
}

/** The rules as `if` statements. */
export function plain(bundles: readonly PlainRules[], { people }: Work): Evaluator {
  const run = (bundle: number, person: number): string[] =>
    at(bundles, bundle)(at(at(people, person).bundles, bundle))
  return { name: 'plain if statements', run, fired: run }
}

/** Ours, the rules alone: which of them hold. */
export function rulesOnly({ documents, people }: Work): Evaluator {
  const compiled = documents.map((document) => compile(document))
  const run = (bundle: number, person: number): string[] => {
    const one = at(compiled, bundle)
    const started = begin(one, at(at(people, person).bundles, bundle), 'absent')
    const fired: string[] = []
    for (const rule of one.rules) if (stateOf(started, rule.start) === isTrue) fired.push(rule.id)
    return fired
  }
  return { name: 'rules only', run, fired: run }
}

/** Ours, the whole decision. */
export function decision({ documents, people }: Work): Evaluator {
  const compiled = documents.map((document) => compile(document))
  const run = (bundle: number, person: number) =>
    decide(at(compiled, bundle), at(at(people, person).bundles, bundle), { unanswered: 'absent' })
  return { name: 'decision', run, fired: () => [] }
}
