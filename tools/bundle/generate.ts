import { once } from 'node:events'
import { type CasesOptions, countOf, madeUpCases } from './cases.ts'
import type { Options } from './input.ts'
import { readDocument, UsageError } from './input.ts'
import { reportingFaultsOf } from './reporting.ts'

/** Prints made-up cases of the bundle in `file` as JSON lines. */
export function generateFile(file: string, cases: CasesOptions, options: Options): Promise<number> {
  return reportingFaultsOf(options, async () => {
    const count = countOf(cases)
    if (count === undefined) throw new UsageError('--cases N is needed, a number up to 9999999')
    for (const one of madeUpCases(readDocument(file), count, cases)) {
      if (!process.stdout.write(`${JSON.stringify(one)}\n`)) await once(process.stdout, 'drain')
    }
  })
}
