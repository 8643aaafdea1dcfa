import { readFileSync } from 'node:fs'
import type { CompiledBundle } from '../../rules/index.ts'
import { DocumentError, parseDocument } from '../../rules/publishing.ts'
import { Answers, type BundleDocument, type Fault, type Language, textIn } from '../../schemas/index.ts'
import { InvalidInputError, parse, parseJson } from '../../schemas/validator/index.ts'
import { readAnswers as answersAsRead } from '../../worker/domain/decide.ts'
import { Refusal } from '../../worker/domain/refusal.ts'

/** The command was called the wrong way; exit code 2. */
export class UsageError extends Error {}

/** What is wrong with a file, which may be the document or the answers. */
export class FaultyFileError extends Error {
  readonly file: string
  readonly faults: readonly Fault[]

  constructor(file: string, faults: readonly Fault[]) {
    super(file)
    this.file = file
    this.faults = faults
  }
}

export type Options = {
  readonly json: boolean
  readonly language: Language
  readonly unanswered: 'unknown' | 'absent'
}

/** Largest document or answers file read, in bytes. */
const maxBytes = 20_000_000

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`${file}: cannot be read`)
  }
  return parseJson(text, { maxDepth: 64, maxBytes })
}

/** Faults with pointers into the file of answers: the domain's point into a request, where they lie in `/answers`. */
function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof Refusal) {
    return error.errors.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/answers/, '') }))
  }
  if (error instanceof DocumentError || error instanceof InvalidInputError) return error.faults
  throw error
}

/** Does `read`; what is wrong is said of `file`. */
function reading<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new FaultyFileError(file, faultsOf(error))
  }
}

/**
 * The document in `file`.
 * @throws FaultyFileError with every fault
 */
export function readDocument(file: string): BundleDocument {
  return reading(file, () => parseDocument(readJson(file)))
}

/**
 * The answers in `file` as the server reads them: checked against the form, in their one spelling, with what is worked
 * out from them today, without those to hidden questions.
 * @throws FaultyFileError with every unknown field and wrong value
 */
export function readAnswers(file: string, compiled: CompiledBundle, { unanswered }: Options): Answers {
  return reading(
    file,
    () => answersAsRead(compiled, parse(Answers, readJson(file)), new Date(), unanswered).answers,
  )
}

/** One fault as a line: `FILE#/pointer: message (keyword)`. */
export function faultLine(file: string, fault: Fault, language: Language): string {
  return `${file}#${fault.pointer}: ${textIn(fault.message, language)} (${fault.keyword})`
}

export function print(value: unknown): void {
  process.stdout.write(typeof value === 'string' ? `${value}\n` : `${JSON.stringify(value, null, 2)}\n`)
}
