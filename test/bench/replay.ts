import { isDeepStrictEqual } from 'node:util'
import { generateCases } from '../../rules/generate/generate.ts'
import { compile } from '../../rules/index.ts'
import type { ReplayCase } from '../../rules/replay/case.ts'
import { CaseTable } from '../../rules/replay/case-table.ts'
import { finish, replay } from '../../rules/replay/replay.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { mutated } from '../support/mutate.ts'
import { replayOneByOne } from '../support/replay-one-by-one.ts'
import { reusedEngine } from './evaluators.ts'
import { documents, size } from './workload.ts'

/** The county's window cases of 2019. */
const cases = 152_026
const runs = 15
/** Cases that are replayed both ways first, to see that they agree. */
const compared = 2_000
/** Cases json-rules-engine decides by both versions; the rest is extrapolated. */
const sample = 400

/** One line of the bench. `ratio`: how many times longer json-rules-engine takes. */
export type ReplayLine = {
  readonly suite: 'insight'
  readonly name: string
  readonly milliseconds: number
  readonly ratio?: number
  readonly sample?: string
}

const line = (name: string, milliseconds: number, more: Partial<ReplayLine> = {}): ReplayLine => ({
  suite: 'insight',
  name,
  milliseconds: Math.round(milliseconds * 100) / 100,
  ...more,
})

function timed<R>(work: () => R): { milliseconds: number; result: R } {
  const start = performance.now()
  const result = work()
  return { milliseconds: performance.now() - start, result }
}

function tableOf(versions: readonly BundleDocument[], list: readonly ReplayCase[]): CaseTable {
  const table = new CaseTable(versions)
  for (const one of list) table.add(one)
  return table
}

function checkAgreement(before: BundleDocument, after: BundleDocument, list: readonly ReplayCase[]): void {
  const options = { examples: list.length }
  const {
    newQuestions: _,
    unreadable: __,
    ...ours
  } = finish(replay(compile(before), compile(after), tableOf([before, after], list), options))
  if (!isDeepStrictEqual(ours, replayOneByOne(before, after, list)))
    throw new Error('replaying and deciding one by one disagree')
}

/** Milliseconds json-rules-engine needs for one case by both versions, one engine each, used again and again. */
async function engineMilliseconds(
  versions: readonly BundleDocument[],
  list: readonly ReplayCase[],
): Promise<number> {
  const people = list.map(({ answers }) => ({ catalogue: {}, bundles: versions.map(() => answers) }))
  const { run } = reusedEngine({ documents: versions, people })
  for (let person = 0; person < 20; person++) await run(0, person)
  const start = performance.now()
  for (let person = 0; person < list.length; person++)
    for (let version = 0; version < versions.length; version++) await run(version, person)
  return (performance.now() - start) / list.length
}

/** Replays a county's year against a draft, and says how long json-rules-engine would take for the same. */
export async function* replayBench(): AsyncGenerator<ReplayLine> {
  const [before] = documents(1)
  if (!before) throw new Error('nothing to measure')
  const after = mutated(before, 3)
  const versions = [before, after]
  const what = `${cases} cases × ${size.rules} rules × 2 versions`
  const made = timed(() => [...generateCases(before, { cases, seed: 1 })])
  yield line(`generate ${cases} cases`, made.milliseconds)
  checkAgreement(before, after, made.result.slice(0, compared))
  const loaded = timed(() => tableOf(versions, made.result))
  yield line(`load ${cases} cases into columns`, loaded.milliseconds)
  const [old, draft] = [compile(before), compile(after)]
  const times = Array.from(
    { length: runs },
    () => timed(() => finish(replay(old, draft, loaded.result))).milliseconds,
  )
  const sorted = times.toSorted((a, b) => a - b)
  const median = sorted[runs >> 1] ?? 0
  const engine = cases * (await engineMilliseconds(versions, made.result.slice(0, sample)))
  yield line(`replay ${what}`, median, {
    ratio: Math.round(engine / median),
    sample: `median of ${runs} runs after load, agreement with decide checked on ${compared} cases; json-rules-engine ${Math.round(engine)} ms extrapolated from ${sample} cases by both versions`,
  })
  yield line(`replay ${what}, best run`, sorted[0] ?? 0)
  yield line(`replay ${what}, first run`, times[0] ?? 0)
}

if (import.meta.main) for await (const one of replayBench()) process.stdout.write(`${JSON.stringify(one)}\n`)
