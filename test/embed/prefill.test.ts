import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPrefill } from '../../portal/embed/frame/prefill.ts'
import { longestText } from '../../portal/embed/protocol.ts'
import { compile } from '../../rules/index.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { smallDocument } from '../support/documents.ts'

const stall = compile(smallDocument())
const readStall = (given: object) => readPrefill(stall, JSON.stringify(given))

describe('answers given beforehand by a host page', () => {
  it('are taken where they fit the form', () => {
    const given = { area: 6, hasSign: true, signText: '米粉', townshipCode: '430321102' }
    expect(readStall(given)).toEqual({ answers: given, refused: [] })
  })

  it('are none where there are none', () => {
    expect(readPrefill(stall, '')).toEqual({ answers: {}, refused: [] })
  })

  it.each([
    ['unknown', 'colour', 'red'],
    ['unknown', 'constructor', 'x'],
    ['computed', 'age', 30],
    ['sensitive', 'idNumber', '430321199001010016'],
    ['sensitive', 'helpers', [{ name: '甲', idNumber: '11010519491231002X' }]],
    ['invalid', 'area', '6'],
    ['invalid', 'area', -1],
    ['invalid', 'area', null],
    ['invalid', 'hasSign', 'true'],
    ['invalid', 'townshipCode', '110000000'],
    ['invalid', 'mobile', '12'],
    ['invalid', 'signText', 'x'.repeat(21)],
  ])('are refused as %s: %s', (reason, name, value) => {
    expect(readStall({ hasSign: true, [name]: value })).toEqual({
      answers: reason === 'invalid' && name === 'hasSign' ? {} : { hasSign: true },
      refused: [{ name, reason }],
    })
  })

  it('are refused for a question that the other answers hide', () => {
    const { answers, refused } = readStall({ hasSign: false, signText: '米粉' })
    expect(answers).toEqual({ hasSign: false })
    expect(refused).toEqual([{ name: 'signText', reason: 'hidden' }])
  })

  it('reach no prototype', () => {
    const { answers, refused } = readPrefill(stall, '{"__proto__": {"area": 6}, "hasSign": true}')
    expect(answers).toEqual({ hasSign: true })
    expect(answers.area).toBeUndefined()
    expect(Object.getPrototypeOf(answers)).toBe(Object.prototype)
    expect(refused).toEqual([{ name: '__proto__', reason: 'unknown' }])
  })

  it('stay text where they look like markup', () => {
    const signText = '<img src=x onerror=1>'.slice(0, 20)
    expect(readStall({ hasSign: true, signText }).answers.signText).toBe(signText)
  })

  it.each(['{', '[]', '"area"', '7', 'null', '<script>'])(
    'are refused as a whole where they are %j',
    (text) => {
      expect(readPrefill(stall, text)).toEqual({ answers: {}, refused: [{ name: '', reason: 'malformed' }] })
    },
  )

  it('are refused as a whole where they are too long', () => {
    const text = JSON.stringify({ signText: 'x'.repeat(longestText) })
    expect(readPrefill(stall, text)).toEqual({ answers: {}, refused: [{ name: '', reason: 'too-long' }] })
  })

  it('are reported by name and reason, never by value, and only by a name a field could have', () => {
    const secret = '张三的答案'
    const { refused } = readStall({ [secret]: secret, townshipCode: secret, area: secret })
    expect(JSON.stringify(refused)).not.toContain(secret)
    expect(refused).toContainEqual({ name: '', reason: 'unknown' })
  })

  it('never do more than answer the form’s own questions, whatever is thrown at them', () => {
    const file = new URL('../../bundles/open-a-restaurant.json', import.meta.url)
    const document: BundleDocument = JSON.parse(readFileSync(file, 'utf8'))
    const restaurant = compile(document)
    const ids = Object.keys(document.form.fields)
    const name = fc.oneof(fc.constantFrom(...ids, '__proto__', 'constructor', 'toString'), fc.string())
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(true, false, 3, 'hot', ['hot'], 'individual'))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (entries) => {
        const members = entries.map(([key, entry]) => `${JSON.stringify(key)}:${JSON.stringify(entry)}`)
        const { answers } = readPrefill(restaurant, `{${members.join(',')}}`)
        for (const id of Object.keys(answers)) {
          expect(ids).toContain(id)
          expect(document.form.fields[id]?.sensitive).not.toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
