import { parseArgs } from 'node:util'
import { languages } from '../../schemas/index.ts'
import { checkFiles } from './check.ts'
import { decideFile } from './decide.ts'
import { explainFile } from './explain.ts'
import { exportFile } from './export.ts'
import { print, UsageError } from './input.ts'
import { proposeFile } from './propose.ts'

const usage = `npm run -s bundle -- COMMAND [--json] [--lang zh-CN|en]

  check FILE…                 schema, references, scenarios on both evaluators, rule coverage; exit 1 on any fault
  decide FILE ANSWERS.json    the decision for these answers
  explain FILE ANSWERS.json   why each outcome stands or falls
  export FILE                 plain json-rules-engine rules and the operators they need
  propose FILE [--seed N]     scenarios for rules and table rows that none covers yet

decide and explain take a missing answer as not asked yet; with --absent, as left empty.`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      absent: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'zh-CN' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  const [command, ...files] = positionals
  if (values.help) {
    print(usage)
    return 0
  }
  const language = languages.find((each) => each === values.lang)
  const seed = Number(values.seed)
  if (!language || !Number.isSafeInteger(seed)) throw new UsageError(usage)
  const options = { json: values.json, language, unanswered: values.absent ? 'absent' : 'unknown' } as const
  const [file, answers] = files
  if (command === 'check' && file) return checkFiles(files, options)
  if (command === 'decide' && file && answers) return decideFile(file, answers, options)
  if (command === 'explain' && file && answers) return explainFile(file, answers, options)
  if (command === 'export' && file) return exportFile(file, options)
  if (command === 'propose' && file) return proposeFile(file, seed, options)
  throw new UsageError(usage)
}

try {
  process.exitCode = await run()
} catch (error) {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = isUsage ? 2 : 1
}
