import { join } from 'node:path'
import { catalogueKey, compileCatalogue, decideAll } from '../../rules/index.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import {
  decision,
  type Evaluator,
  freshEngine,
  jsonLogic,
  plain,
  reusedEngine,
  rulesOnly,
} from './evaluators.ts'
import { plainRules } from './plain.ts'
import { workerdMicroseconds } from './workerd.ts'
import { allShared, documents, halfShared, people, size } from './workload.ts'

/** One line of the bench: the median microseconds a decision takes, against json-rules-engine in the same run. */
export type RulesLine = {
  readonly suite: 'rules'
  readonly name: string
  readonly microseconds: number
  readonly ratioToJsonRulesEngine: number | null
  readonly ratioToPlainIf: number | null
  /** Heap allocated per decision; null where it was not measured. */
  readonly bytes: number | null
}

const seed = 1
const rounds = 9

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Every evaluator has to find the same rules for every bundle and person, or nothing is measured. */
async function checkAgreement(evaluators: readonly Evaluator[]): Promise<number> {
  let compared = 0
  for (let bundle = 0; bundle < size.bundles; bundle++) {
    const person = bundle % size.people
    const found = new Set<string>()
    for (const { fired } of evaluators) found.add([...(await fired(bundle, person))].sort().join())
    if (found.size !== 1) throw new Error(`the evaluators disagree on bundle ${bundle} and person ${person}`)
    compared++
  }
  return compared
}

type Timed = { readonly microseconds: number; readonly bytes: number }

/** Time and heap of `count` decisions, going through bundles and people. */
async function measure({ run }: Evaluator, count: number): Promise<Timed> {
  const heap = process.memoryUsage().heapUsed
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    const result = run(index % size.bundles, index % size.people)
    if (result instanceof Promise) await result
  }
  const microseconds = ((performance.now() - start) * 1000) / count
  return { microseconds, bytes: (process.memoryUsage().heapUsed - heap) / count }
}

/** Few enough decisions a round that the heap is not collected meanwhile, many enough to time. */
const counts: Readonly<Record<string, number>> = {
  'json-rules-engine': 100,
  'json-rules-engine, fresh engine': 30,
  'json-logic-engine, interpreted': 500,
}
const manyCount = 4000

/** Microseconds one person takes against all bundles at once. */
function everyBundle(bundles: readonly BundleDocument[]): number {
  const catalogue = compileCatalogue(bundles)
  const persons = people(bundles, catalogueKey, seed)
  const found: number[] = []
  for (let count = 0; count < 5 * rounds; count++) {
    const start = performance.now()
    for (const person of persons) decideAll(catalogue, person.catalogue)
    if (count >= rounds) found.push(((performance.now() - start) * 1000) / persons.length)
  }
  return median(found)
}

/**
 * 102 bundles × 24 rules × 26 facts, people who answer everything. Rounds are interleaved, so that a slow spell of
 * the machine hits all alike, and the median round counts.
 */
export async function* rulesBench(): AsyncGenerator<RulesLine> {
  const bundles = documents(seed, allShared)
  const work = { documents: bundles, people: people(bundles, catalogueKey, seed) }
  const ifs = plain(await plainRules(bundles, join(import.meta.dirname, '..', '..', 'dist', 'bench')), work)
  const engine = reusedEngine(work)
  const compared = [ifs, rulesOnly(work), engine, freshEngine(work), jsonLogic(work)]
  await checkAgreement(compared)
  const evaluators = [decision(work), ...compared]
  const times = new Map<string, Timed[]>(evaluators.map(({ name }) => [name, []]))
  for (let count = 0; count < rounds + 2; count++) {
    for (const evaluator of evaluators) {
      const timed = await measure(evaluator, counts[evaluator.name] ?? manyCount)
      if (count >= 2) times.get(evaluator.name)?.push(timed)
    }
  }
  const microsecondsOf = (name: string): number =>
    median((times.get(name) ?? []).map(({ microseconds }) => microseconds))
  const line = (name: string, microseconds: number, bytes: number | null, isOne = true): RulesLine => ({
    suite: 'rules',
    name,
    microseconds: round(microseconds, 3),
    ratioToJsonRulesEngine: isOne ? round(microsecondsOf(engine.name) / microseconds, 1) : null,
    ratioToPlainIf: isOne ? round(microseconds / microsecondsOf(ifs.name), 2) : null,
    bytes: bytes === null ? null : Math.round(bytes),
  })
  for (const { name } of evaluators) {
    yield line(
      name,
      microsecondsOf(name),
      median((times.get(name) ?? []).map(({ bytes }) => Math.max(0, bytes))),
    )
  }
  for (const [sharing, what] of [
    [allShared, `the same ${size.facts} questions`],
    [halfShared, 'half of the questions each its own'],
  ] as const) {
    yield line(
      `one person, all ${size.bundles} bundles, ${what}`,
      everyBundle(documents(seed, sharing)),
      null,
      false,
    )
  }
  const inside = await workerdMicroseconds(seed)
  yield line('decision, inside workerd', inside.decision, null)
  yield line(
    `one person, all ${size.bundles} bundles, the same ${size.facts} questions, inside workerd`,
    inside.all,
    null,
    false,
  )
}
