import { readFileSync } from 'node:fs'
import { DocumentError, parseDocument } from '../../rules/publishing.ts'
import { Answers, type BundleDocument, type Fault, type Language, textIn } from '../../schemas/index.ts'
import { parseJson } from '../../schemas/validator/json.ts'
import { parse } from '../../schemas/validator/validate.ts'

/** The command was called the wrong way; exit code 2. */
export class UsageError extends Error {}

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

/**
 * The document in `file`.
 * @throws DocumentError with every fault, InvalidInputError where it is not JSON
 */
export function readDocument(file: string): BundleDocument {
  return parseDocument(readJson(file))
}

export function readAnswers(file: string): Answers {
  return parse(Answers, readJson(file))
}

/** One fault as a line: `FILE#/pointer: message (keyword)`. */
export function faultLine(file: string, fault: Fault, language: Language): string {
  return `${file}#${fault.pointer}: ${textIn(fault.message, language)} (${fault.keyword})`
}

export function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof DocumentError) return error.faults
  if (typeof error === 'object' && error !== null && 'faults' in error && Array.isArray(error.faults))
    return error.faults
  throw error
}

export function print(value: unknown): void {
  process.stdout.write(typeof value === 'string' ? `${value}\n` : `${JSON.stringify(value, null, 2)}\n`)
}
