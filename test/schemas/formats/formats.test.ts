import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldFormats } from '../../../schemas/bundle/field.ts'
import {
  formatNamed,
  formats,
  isCalendarDate,
  maskAnswer,
  normaliseAnswer,
} from '../../../schemas/formats/index.ts'

describe('the list of formats', () => {
  it('has exactly the formats a field may ask for', () => {
    expect(formats.map(({ name }) => name).sort()).toEqual([...fieldFormats].sort())
  })

  it.each(formats)(
    '$name explains itself in both languages, with an example that is right',
    ({ faultOf }) => {
      for (const wrong of [
        '',
        '?',
        '1'.repeat(400),
        '0'.repeat(18),
        '0'.repeat(28),
        '0'.repeat(31),
        '2026-13-01',
      ]) {
        const fault = faultOf(wrong)
        expect(fault).not.toBeNull()
        const example = /例如 ([^（、。，\s]+)/u.exec(fault?.['zh-CN'] ?? '')?.[1]
        expect(faultOf(example ?? '')).toBeNull()
        expect(fault?.en).toContain(example)
      }
    },
  )

  it.each(formats)('$name judges text and its normal spelling alike', ({ faultOf, normalise }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(faultOf(normalise(text))).toEqual(faultOf(text))
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })

  it.each(formats)('$name hides something of whatever it masks', ({ mask }) => {
    if (!mask) return
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        (text) => mask(text) === '' || mask(text).includes('*'),
      ),
    )
  })
})

describe('不动产单元号', () => {
  const { faultOf, mask } = formatNamed('cn-real-estate-unit-number') ?? {}

  it('accepts 28 characters of the right kinds, in small letters too', () => {
    expect(faultOf?.('430321001001GB00001F00010001')).toBeNull()
    expect(faultOf?.('430321 001001 gb00001 f00010001')).toBeNull()
  })

  it('tells length from kinds of characters', () => {
    expect(faultOf?.('430321001001GB00001F0001000')?.['zh-CN']).toContain('现在是27位')
    expect(faultOf?.('430321001001XB00001F00010001')?.['zh-CN']).toContain('12位数字')
  })

  it('is masked, because it leads to a home', () => {
    expect(mask?.('430321001001GB00001F00010001')).toBe('430321******************0001')
  })
})

describe('date', () => {
  const { faultOf } = formatNamed('date') ?? {}

  it.each(['2026-02-28', '2024-02-29', '2000-02-29'])('accepts %s', (day) => {
    expect(faultOf?.(day)).toBeNull()
    expect(isCalendarDate(day)).toBe(true)
  })

  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31'])('knows no %s', (day) => {
    expect(faultOf?.(day)?.['zh-CN']).toContain('没有这一天')
    expect(faultOf?.(day)?.en).toContain('no such day')
    expect(isCalendarDate(day)).toBe(false)
  })

  it.each(['2026-2-3', '20260203', '2026/02/03', '2026-02-03T00:00:00Z'])(
    'wants %s written differently',
    (day) => {
      expect(faultOf?.(day)?.['zh-CN']).toContain('年-月-日')
    },
  )
})

describe('answers', () => {
  it('are brought into one spelling, however deep they lie', () => {
    const person = {
      type: 'object',
      properties: {
        id: { type: 'string', format: 'cn-resident-identity-number' },
        phone: { type: 'string', format: 'cn-phone' },
        name: { type: 'string' },
      },
    } as const
    expect(
      normaliseAnswer({ type: 'array', items: person, maxItems: 9 }, [
        { id: '11010519491231002x', phone: '073157881234', name: ' 张 三 ', other: 1 },
      ]),
    ).toEqual([{ id: '11010519491231002X', phone: '0731-57881234', name: ' 张 三 ', other: 1 }])
    expect(normaliseAnswer({ type: 'boolean' }, true)).toBe(true)
    expect(normaliseAnswer({ type: 'string', format: 'date' }, '')).toBe('')
    expect(normaliseAnswer(person, 'not an object')).toBe('not an object')
  })

  it('without a format are masked but for their ends', () => {
    expect(maskAnswer('6222020200112233')).toBe('6**************3')
    expect(maskAnswer('张三')).toBe('**')
    expect(maskAnswer('430321199001010016', 'cn-resident-identity-number')).toBe('430***********0016')
    expect(maskAnswer('湘潭县易俗河镇', 'date')).toBe('湘*****镇')
  })
})
