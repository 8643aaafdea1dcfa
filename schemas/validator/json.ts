import type { Fault } from '../fault.ts'
import { checkJson } from './check-json.ts'
import { InvalidInputError, MalformedJsonError } from './invalid-input-error.ts'
import { syntaxErrorOffset } from './json-syntax.ts'

export interface JsonLimits {
  /** Levels of objects and lists inside each other; 64 unless given. */
  readonly maxDepth?: number
  /** Length of the text in UTF-8; a mebibyte unless given. */
  readonly maxBytes?: number
}

const mebibyte = 1024 * 1024

/**
 * The value of a JSON text (RFC 8259) that came from outside; a byte order mark in front is skipped.
 *
 * @throws MalformedJsonError for text that is not JSON, saying in which line and column.
 * @throws InvalidInputError for text over the limits, and for what no input may hold (`checkJson`).
 */
export function parseJson(text: string, { maxDepth, maxBytes = mebibyte }: JsonLimits = {}): unknown {
  if (isLongerThan(text, maxBytes)) throw new InvalidInputError([tooLong(maxBytes)])
  const value = read(text.startsWith('\uFEFF') ? text.slice(1) : text)
  const faults = checkJson(value, maxDepth === undefined ? {} : { maxDepth })
  if (faults.length > 0) throw new InvalidInputError(faults)
  return value
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new MalformedJsonError([malformed(text)])
    throw error
  }
}

function isLongerThan(text: string, maxBytes: number): boolean {
  // A UTF-16 unit takes one to three bytes of UTF-8, so that most texts need no encoding to be judged.
  if (text.length > maxBytes) return true
  return text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes
}

function tooLong(maxBytes: number): Fault {
  return {
    pointer: '',
    keyword: 'maxBytes',
    message: {
      'zh-CN': `内容太长，最多${maxBytes}字节。`,
      en: `The input is too long: the limit is ${maxBytes} bytes.`,
    },
  }
}

/** Where it breaks is worked out here: the engines' own messages differ, and quote the input. */
function malformed(text: string): Fault {
  const offset = syntaxErrorOffset(text)
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u)
  const line = before.length
  const column = (before.at(-1) ?? '').length + 1
  return {
    pointer: '',
    keyword: 'json',
    message:
      offset >= text.length
        ? {
            'zh-CN': `JSON 不完整：在第${line}行第${column}列就结束了。`,
            en: `The JSON is incomplete: it ends at line ${line}, column ${column}.`,
          }
        : {
            'zh-CN': `JSON 格式有误：第${line}行第${column}列无法读取。`,
            en: `The JSON is malformed at line ${line}, column ${column}.`,
          },
  }
}
