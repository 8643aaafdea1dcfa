import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkJson,
  InvalidInputError,
  MalformedJsonError,
  parseJson,
} from '../../../schemas/validator/index.ts'
import { syntaxErrorOffset } from '../../../schemas/validator/json-syntax.ts'

function faultsOf(text: string, limits?: Parameters<typeof parseJson>[1]): string[] {
  try {
    parseJson(text, limits)
    return []
  } catch (error) {
    if (error instanceof InvalidInputError)
      return error.faults.map(({ pointer, keyword }) => `${pointer} ${keyword}`)
    throw error
  }
}

function malformedMessage(text: string): string | undefined {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof MalformedJsonError) return error.faults[0]?.message.en
  }
  return undefined
}

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const faults = faultsOf(text)
        if (faults.length === 0) expect(parseJson(text)).toEqual(JSON.parse(text))
        else expect(text).toMatch(/__proto__|constructor|prototype/u)
      }),
    )
  })

  it('skips the byte order mark that Windows editors write', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 })
  })

  it.each([
    ['', 'The JSON is incomplete: it ends at line 1, column 1.'],
    ['{"a":1', 'The JSON is incomplete: it ends at line 1, column 7.'],
    ['"abc', 'The JSON is incomplete: it ends at line 1, column 5.'],
    ['{"a":1,}', 'The JSON is malformed at line 1, column 8.'],
    ['[1 2]', 'The JSON is malformed at line 1, column 4.'],
    ['[1,]', 'The JSON is malformed at line 1, column 4.'],
    ['{a: 1}', 'The JSON is malformed at line 1, column 2.'],
    ['{"a": 1]', 'The JSON is malformed at line 1, column 8.'],
    ['[01]', 'The JSON is malformed at line 1, column 3.'],
    ['["\\x"]', 'The JSON is malformed at line 1, column 3.'],
    ['["a\nb"]', 'The JSON is malformed at line 1, column 4.'],
    ['{\n  "a": 1\n  "b": 2\n}', 'The JSON is malformed at line 3, column 3.'],
    ['{\r\n  "a": tru\r\n}', 'The JSON is malformed at line 2, column 8.'],
    ['[1]]', 'The JSON is malformed at line 1, column 4.'],
    ['{} // done', 'The JSON is malformed at line 1, column 4.'],
  ])('says where %j breaks', (text, message) => {
    expect(malformedMessage(text)).toBe(message)
  })

  it('finds the place in every text that JSON.parse refuses, never after a part that could not go on', () => {
    const almost = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', 'x', '\\', '1'))
      .map(
        ([text, at, mark]) =>
          text.slice(0, at % (text.length + 1)) + mark + text.slice((at % (text.length + 1)) + 1),
      )
    fc.assert(
      fc.property(almost, (text) => {
        try {
          JSON.parse(text)
        } catch {
          const offset = syntaxErrorOffset(text)
          expect(offset).toBeGreaterThanOrEqual(0)
          expect(offset).toBeLessThanOrEqual(text.length)
          // What comes before the place is a beginning of JSON: cut there, the text is at most incomplete.
          expect(syntaxErrorOffset(text.slice(0, offset))).toBe(offset)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses too many bytes, counted in UTF-8', () => {
    expect(faultsOf('"四"', { maxBytes: 5 })).toEqual([])
    expect(faultsOf('"四"', { maxBytes: 4 })).toEqual([' maxBytes'])
    expect(faultsOf(`"${'a'.repeat(1024 * 1024)}"`)).toEqual([' maxBytes'])
  })

  it('allows 64 levels and no more, however deep it is', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(faultsOf(nested(64))).toEqual([])
    expect(faultsOf(nested(65))).toEqual([`${'/0'.repeat(64)} depth`])
    expect(faultsOf(nested(200_000))).toEqual([`${'/0'.repeat(64)} depth`])
    expect(faultsOf(nested(3), { maxDepth: 2 })).toEqual(['/0/0 depth'])
  })

  it('refuses keys that reach prototypes, wherever they are', () => {
    const text =
      '{"__proto__": {"x": 1}, "a": [{"constructor": 1}, {"b": {"prototype": null}}], "c": "constructor"}'
    expect(faultsOf(text)).toEqual([
      '/__proto__ forbiddenKey',
      '/a/0/constructor forbiddenKey',
      '/a/1/b/prototype forbiddenKey',
    ])
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('refuses what cannot be stored: half characters and numbers beyond a double', () => {
    expect(faultsOf('{"a": ["\\ud800"], "b": 1e999, "\\udc00": 1, "c": "😀"}')).toEqual([
      '/a/0 wellFormed',
      '/b finite',
      '/\udc00 wellFormed',
    ])
  })

  it('refuses crowds', () => {
    expect(faultsOf(`{"list": [${'1,'.repeat(9_999)}1]}`)).toEqual(['/list maxItems'])
    const crowd = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, 1]))
    expect(faultsOf(JSON.stringify(crowd))).toEqual([' maxProperties'])
  })

  it('refuses what could make one name look like another', () => {
    expect(faultsOf('{"name":"a\\u0000b"}')).toEqual(['/name controlCharacter'])
    expect(faultsOf('{"name":"a\\u202eb"}')).toEqual(['/name controlCharacter'])
    expect(faultsOf('{"reason":"one\\n\\ttwo","mobile":"\\u202d13800138000\\u202c"}')).toEqual([])
  })

  it('gives its faults in both languages', () => {
    for (const text of [
      '{',
      '"\\u0000"',
      '[1e999]',
      '{"__proto__":1}',
      '"\\ud800"',
      `[${'1,'.repeat(9_999)}1]`,
    ]) {
      try {
        parseJson(text)
      } catch (error) {
        const fault = error instanceof InvalidInputError ? error.faults[0] : undefined
        expect(fault?.message['zh-CN']).toMatch(/\p{Script=Han}.*。$/u)
        expect(fault?.message.en).toMatch(/\.$/u)
      }
    }
  })
})

describe('checkJson', () => {
  it('finds nothing in plain values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const odd = ['forbiddenKey', 'controlCharacter']
        const faults = checkJson(value).filter(({ keyword }) => !odd.includes(keyword))
        expect(faults).toEqual([])
      }),
    )
  })
})
