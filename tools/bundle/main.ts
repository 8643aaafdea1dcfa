import { parseArgs } from 'node:util'
import { languages } from '../../schemas/index.ts'
import { checkFiles } from './check.ts'
import { coverageFile } from './coverage.ts'
import { decideFile } from './decide.ts'
import { diffFiles } from './diff.ts'
import { explainFile } from './explain.ts'
import { exportFile } from './export.ts'
import { generateFile } from './generate.ts'
import { print, UsageError } from './input.ts'
import { proposeFile } from './propose.ts'
import { reductionsFile } from './reductions.ts'
import { replayFiles } from './replay.ts'
import { whyFile } from './why.ts'

const usage = `npm run -s bundle -- COMMAND [--json] [--lang zh-CN|en]

  check FILE…                 schema, references, scenarios on both evaluators, rule coverage, findings; exit 1 on any
                              fault or open finding of severity error (--json lists all findings)
  diff BEFORE AFTER           what is written differently, and for whom that makes a difference
  decide FILE ANSWERS.json    the decision for these answers
  explain FILE ANSWERS.json   why each outcome stands or falls
  export FILE                 plain json-rules-engine rules and the operators they need
  coverage FILE               which rules, choices and boundaries the scenarios show, and what is missing
  propose FILE [--seed N]     the fewest scenarios that show what is missing
  why FILE ANSWERS.json OUTCOME
                              why an outcome (eligible, M03, material/M03, days …) stands or falls, and the nearest change
                              of answers that would turn it round
  generate FILE --cases N [--seed N] [--year N]
                              a year of made-up cases, as JSON lines
  replay BEFORE AFTER --cases FILE|N [--seed N]
                              what a new version would decide differently over stored or made-up cases
  reductions FILE --cases FILE|N [--seed N]
                              the five reductions (五减) over stored or made-up cases

decide, explain and why take a missing answer as not asked yet; with --absent, as left empty.`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      absent: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'zh-CN' },
      seed: { type: 'string', default: '1' },
      cases: { type: 'string' },
      year: { type: 'string', default: '2025' },
      help: { type: 'boolean', default: false },
    },
  })
  const [command, ...files] = positionals
  if (values.help) {
    print(usage)
    return 0
  }
  const language = languages.find((each) => each === values.lang)
  const [seed, year] = [Number(values.seed), Number(values.year)]
  if (!language || !Number.isSafeInteger(seed) || !(year >= 1970 && year <= 9999)) throw new UsageError(usage)
  const options = { json: values.json, language, unanswered: values.absent ? 'absent' : 'unknown' } as const
  const cases = { cases: values.cases, seed, year }
  const [file, answers, outcome] = files
  if (command === 'check' && file) return checkFiles(files, options)
  if (command === 'diff' && file && answers) return diffFiles(file, answers, options)
  if (command === 'decide' && file && answers) return decideFile(file, answers, options)
  if (command === 'explain' && file && answers) return explainFile(file, answers, options)
  if (command === 'export' && file) return exportFile(file, options)
  if (command === 'coverage' && file) return coverageFile(file, seed, options)
  if (command === 'propose' && file) return proposeFile(file, seed, options)
  if (command === 'why' && file && answers && outcome) return whyFile(file, answers, outcome, options)
  if (command === 'generate' && file) return generateFile(file, cases, options)
  if (command === 'replay' && file && answers) return replayFiles(file, answers, cases, options)
  if (command === 'reductions' && file) return reductionsFile(file, cases, options)
  throw new UsageError(usage)
}

try {
  process.exitCode = await run()
} catch (error) {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = isUsage ? 2 : 1
}
