import { readFileSync } from 'node:fs'
import { check, diff } from '../../rules/insight/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import type { BundleDocument, Field, Table } from '../../schemas/index.ts'
import { mutated } from '../support/mutate.ts'
import { randomFrom } from './random.ts'
import { documents, size } from './workload.ts'

const runs = 9

/** One line of the bench: the median of several runs in a warm process, and what it may take. */
export type InsightLine = {
  readonly suite: 'insight'
  readonly name: string
  readonly milliseconds: number
  /** The run that the rest of the machine disturbed least. */
  readonly best: number
  readonly bound: number
}

function timesOf(work: () => unknown): number[] {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b).map((time) => Math.round(time * 100) / 100)
}

function line(name: string, bound: number, work: () => unknown): InsightLine {
  const times = timesOf(work)
  return { suite: 'insight', name, milliseconds: times[runs >> 1] ?? 0, best: times[0] ?? 0, bound }
}

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

const choiceField = (choices: readonly string[]): Field => ({
  schema: { type: 'string', enum: [...choices] },
  title: text('问题', 'question'),
  choices: Object.fromEntries(choices.map((one) => [one, text(one, one)])),
  required: true,
})

const sizes = { rows: 400, columns: 4, townships: 20, bands: 5, kinds: 4 } as const

/** Limits by township, area and kind of applicant, some for those with a commitment only; the last row takes the rest. */
function largeTable(hitPolicy: Table['hitPolicy'], isRagged: boolean): Table {
  const random = randomFrom(3)
  const townships = numbered('town', sizes.townships)
  const kinds = numbered('kind', sizes.kinds)
  const rows = Array.from({ length: sizes.rows }, (_, row): Table['rows'][number] => {
    const band = Math.floor(row / (sizes.townships * sizes.kinds)) % sizes.bands
    const low = isRagged ? random.between(0, 300) : band * 100
    const high = isRagged ? low + random.between(20, 200) : low + 99
    const commitment =
      isRagged && random.chance(0.3) ? { operator: 'equal', value: random.chance(0.5) } : null
    return {
      id: `row${row}`,
      cells: [
        { operator: 'equal', value: townships[row % sizes.townships] },
        { operator: 'between', value: [low, high] },
        { operator: 'equal', value: kinds[Math.floor(row / sizes.townships) % sizes.kinds] },
        commitment,
      ],
      params: { days: random.between(1, 20) },
    }
  })
  return {
    id: 'limits',
    name: text('时限', 'limits'),
    hitPolicy,
    columns: ['township', 'area', 'kind', 'commitment'].map((fact) => ({ fact })),
    event: { type: 'set-limit', params: {} },
    rows,
  }
}

function withTable(template: BundleDocument, table: Table): BundleDocument {
  const fields: Record<string, Field> = {
    township: choiceField(numbered('town', sizes.townships)),
    area: {
      schema: { type: 'integer', minimum: 0, maximum: 499 },
      title: text('面积', 'area'),
      required: true,
    },
    kind: choiceField(numbered('kind', sizes.kinds)),
    commitment: { schema: { type: 'boolean' }, title: text('承诺', 'commitment'), required: true },
  }
  return parseDocument({
    ...template,
    form: { steps: [{ id: 'all', title: text('全部', 'everything'), fields: Object.keys(fields) }], fields },
    rules: [],
    tables: [table],
  })
}

function largestBundle(): BundleDocument {
  const folder = new URL('../../bundles/', import.meta.url)
  const read = (name: string): BundleDocument =>
    parseDocument(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
  return read('construction-permit')
}

/** What the checker and the comparison cost: in the editor they run after every edit. */
export function* insightBench(): Generator<InsightLine> {
  const bundles = documents(1)
  const [template] = bundles
  if (!template) throw new Error('nothing to measure')
  yield line(`check ${size.bundles} bundles × ${size.rules} rules`, 1000, () =>
    bundles.map((one) => check(one)),
  )
  const largest = largestBundle()
  yield line(
    `check the largest bundle (${largest.rules.length} rules, ${largest.scenarios.length} scenarios)`,
    50,
    () => check(largest),
  )
  const cells = `${sizes.rows} rows × ${sizes.columns} columns`
  for (const [what, table] of [
    ['first', largeTable('first', false)],
    ['unique', largeTable('unique', false)],
    ['first, ragged', largeTable('first', true)],
  ] as const) {
    const document = withTable(template, table)
    yield line(`check a table of ${cells} (${what})`, 250, () => check(document))
  }
  const draft = mutated(largest, 5)
  yield line('diff of two versions of the largest bundle', 200, () => diff(largest, draft))
  yield line('diff of the largest bundle with itself', 200, () => diff(largest, structuredClone(largest)))
}
