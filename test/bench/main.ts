import { parseArgs } from 'node:util'
import { insightBench } from './insight.ts'
import { replayBench } from './replay.ts'
import { rulesBench } from './rules.ts'

const suites = {
  rules: [rulesBench],
  insight: [insightBench, replayBench],
} as const

type SuiteName = keyof typeof suites
const isSuite = (name: string): name is SuiteName => Object.hasOwn(suites, name)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const names = positionals.length > 0 ? positionals : Object.keys(suites)
const unknown = names.filter((name) => !isSuite(name))
if (unknown.length > 0) {
  process.stderr.write(`no such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}\n`)
  process.exit(2)
}

/** One figure as a line to read. */
function readable(line: object): string {
  const { name, suite: _, ...figures } = Object.fromEntries(Object.entries(line))
  const shown = Object.entries(figures).filter(([, value]) => value !== null && value !== undefined)
  return `${String(name).padEnd(56)} ${shown.map(([key, value]) => `${key} ${value}`).join('   ')}`
}

if (!values.json) process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}\n`)
for (const name of names.filter(isSuite)) {
  for (const suite of suites[name]) {
    for await (const line of suite())
      process.stdout.write(`${values.json ? JSON.stringify(line) : readable(line)}\n`)
  }
}
