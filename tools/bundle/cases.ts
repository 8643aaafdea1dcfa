import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import Type, { type Static } from 'typebox'
import { generateCases } from '../../rules/generate/generate.ts'
import type { ReplayCase } from '../../rules/replay/case.ts'
import { Answers, type BundleDocument, CalendarDate, Decision } from '../../schemas/index.ts'
import { InvalidInputError, parse, parseJson } from '../../schemas/validator/index.ts'
import { FaultyFileError, UsageError } from './input.ts'

/** A case as a line of a file: what `generate` writes, with the decision that was made where there was one. */
const CaseLine = Type.Object({
  receivedOn: CalendarDate,
  township: Type.Union([Type.String({ maxLength: 20 }), Type.Null()]),
  answers: Answers,
  decision: Type.Optional(Decision),
})
export type CaseLine = Static<typeof CaseLine>

/** Where cases come from: a file of JSON lines, or a number of made-up ones. */
export type CasesOptions = {
  readonly cases: string | undefined
  readonly seed: number
  readonly year: number
}

const limits = { maxDepth: 64, maxBytes: 1_000_000 }

export function countOf({ cases }: CasesOptions): number | undefined {
  return cases !== undefined && /^\d{1,7}$/.test(cases) ? Number(cases) : undefined
}

/** Made-up cases of `document`. */
export function madeUpCases(
  document: BundleDocument,
  cases: number,
  { seed, year }: CasesOptions,
): Iterable<ReplayCase> {
  return generateCases(document, { cases, seed, year })
}

/**
 * The cases asked for, one by one.
 * @throws FaultyFileError with every fault of the first line that has any
 */
export async function* readCases(document: BundleDocument, options: CasesOptions): AsyncGenerator<CaseLine> {
  const { cases: file } = options
  if (file === undefined) throw new UsageError('--cases FILE or --cases N is needed')
  const count = countOf(options)
  if (count !== undefined) yield* madeUpCases(document, count, options)
  else yield* linesOf(file)
}

async function* linesOf(file: string): AsyncGenerator<CaseLine> {
  const input = createReadStream(file, 'utf8')
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  try {
    for await (const line of lines) {
      number++
      if (line.trim() !== '') yield parse(CaseLine, parseJson(line, limits))
    }
  } catch (error) {
    if (error instanceof InvalidInputError) throw new FaultyFileError(`${file}:${number}`, error.faults)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UsageError(`${file}: cannot be read`)
    throw error
  }
}
