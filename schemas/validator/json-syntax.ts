/** One token of JSON (RFC 8259) after white space; the sticky flag makes it match only where it is asked to. */
const token =
  /[ \t\n\r]*(?:([{}[\]:,])|(true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?="))/uy
const whiteSpace = /[ \t\n\r]*/uy
const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/u

/** What may come next. `first…` also allow the closing bracket. */
type Expectation = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'comma' | 'end'

/** Where the string that opens at `start` ends, or where it breaks. */
function scanString(text: string, start: number): { end: number; broken: boolean } {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') return { end: at + 1, broken: false }
    if (character < ' ') return { end: at, broken: true }
    if (character !== '\\') continue
    const sequence = escaped.exec(text.slice(at + 1, at + 6))
    if (!sequence) return { end: at, broken: true }
    at += sequence[0].length
  }
  return { end: text.length, broken: true }
}

/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there, or the length of the text
 * where something is missing at its end. Walks without recursion; for text that `JSON.parse` refused.
 */
export function syntaxErrorOffset(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: Expectation = 'value'
  let at = 0
  for (;;) {
    token.lastIndex = at
    const found = token.exec(text)
    const start = skipWhiteSpace(text, at)
    if (expected === 'end' || !found) return start
    const [, mark, literal] = found
    const isString = !mark && !literal
    if (isString) {
      const { end, broken } = scanString(text, start)
      if (broken && expected !== 'colon' && expected !== 'comma') return end
      at = end
    } else {
      at = token.lastIndex
    }
    const next = after(expected, mark ?? (isString ? 'string' : 'literal'), open)
    if (!next) return start
    expected = next
  }
}

function skipWhiteSpace(text: string, at: number): number {
  whiteSpace.lastIndex = at
  whiteSpace.exec(text)
  return whiteSpace.lastIndex
}

/** What may follow `kind` where `expected` was, or null where `kind` cannot stand there. */
function after(expected: Expectation, kind: string, open: ('{' | '[')[]): Expectation | null {
  const inner = open.at(-1)
  const afterValue = open.length === 0 ? 'end' : 'comma'
  switch (expected) {
    case 'value':
    case 'firstValue':
      if (kind === '{' || kind === '[') {
        open.push(kind)
        return kind === '{' ? 'firstKey' : 'firstValue'
      }
      if (kind === 'string' || kind === 'literal') return afterValue
      return expected === 'firstValue' && kind === ']' ? closed(open) : null
    case 'key':
    case 'firstKey':
      if (kind === 'string') return 'colon'
      return expected === 'firstKey' && kind === '}' ? closed(open) : null
    case 'colon':
      return kind === ':' ? 'value' : null
    case 'comma':
      if (kind === ',') return inner === '{' ? 'key' : 'value'
      return kind === (inner === '{' ? '}' : ']') ? closed(open) : null
    case 'end':
      return null
  }
}

function closed(open: ('{' | '[')[]): Expectation {
  open.pop()
  return open.length === 0 ? 'end' : 'comma'
}
