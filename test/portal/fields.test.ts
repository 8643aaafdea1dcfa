import { describe, expect, it } from 'vitest'
import { kindOf } from '../../portal/form/rjsf/kind.ts'
import { errorSchema, stepSchema, stepValues } from '../../portal/form/rjsf/step-schema.ts'
import deepEquals from '../../portal/form/stand-ins/deep-equals.ts'
import { Typing } from '../../portal/form/state/typing.ts'
import { faultIn } from '../../portal/form/views/messages.ts'
import { compile, deriveForm } from '../../rules/index.ts'
import { readNumber } from '../../schemas/formats/index.ts'
import { smallDocument } from '../support/documents.ts'

describe('a number as people type it', () => {
  it.each([
    ['45', 45],
    [' 1,200.5 ', 1200.5],
    ['４５．５', 45.5],
    ['-3', -3],
    ['.5', 0.5],
    ['12.', 12],
  ])('reads %s as %d', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  it('is no answer where it is empty', () => {
    expect(readNumber('  ')).toBeUndefined()
  })

  it.each(['四十五', '45㎡', '1e3', '0x10', '--1', '1.2.3'])(
    'keeps %s as it was typed, for the form to refuse',
    (text) => {
      expect(readNumber(text)).toBe(text)
    },
  )
})

describe('the kind of control', () => {
  it.each([
    ['computed', { type: 'integer', readOnly: true }, {}],
    ['radios', { type: 'boolean' }, {}],
    ['radios', { type: 'string', enum: ['a', 'b'] }, {}],
    ['select', { type: 'string', enum: ['a', 'b'] }, { 'ui:widget': 'select' }],
    ['select', { type: 'string', enum: ['1', '2', '3', '4', '5', '6', '7', '8'] }, {}],
    ['radios', { type: 'string', enum: ['1', '2', '3', '4', '5', '6', '7', '8'] }, { 'ui:widget': 'radio' }],
    ['number', { type: 'integer' }, {}],
    ['date', { type: 'string', format: 'date' }, {}],
    ['textarea', { type: 'string' }, { 'ui:widget': 'textarea' }],
    ['text', { type: 'string', format: 'cn-mobile' }, {}],
    ['checkboxes', { type: 'array', uniqueItems: true }, {}],
    ['list', { type: 'array' }, {}],
    ['group', { type: 'object' }, {}],
  ] as const)('is %s for %o with %o', (kind, schema, uiSchema) => {
    expect(kindOf({ ...schema, enum: 'enum' in schema ? [...schema.enum] : undefined }, uiSchema)).toBe(kind)
  })
})

describe('a step', () => {
  const form = deriveForm(compile(smallDocument()), { hasSign: false }, 'en')

  it('is the part of the form that its questions make', () => {
    const { schema, uiSchema } = stepSchema(form, ['area', 'hasSign', 'townshipCode'])
    expect(Object.keys(schema.properties ?? {})).toEqual(['area', 'hasSign', 'townshipCode'])
    expect(schema.required).toEqual(['area', 'hasSign'])
    expect(uiSchema['ui:order']).toEqual(['area', 'hasSign', 'townshipCode'])
    expect(uiSchema.townshipCode).toMatchObject({ 'ui:enumNames': ['Yisuhe', 'Tanjiashan'] })
  })

  it('holds what was answered and nothing empty', () => {
    expect(stepValues({ area: 6, hasSign: null, idNumber: 'x' }, ['area', 'hasSign'])).toEqual({ area: 6 })
  })

  it('hangs faults onto the fields they are about, however deep', () => {
    const faults = [
      { pointer: '/helpers/1/name', keyword: 'required', message: { 'zh-CN': '必填', en: 'Required' } },
      { pointer: '/helpers/1/name', keyword: 'minLength', message: { 'zh-CN': '太短', en: 'Too short' } },
      { pointer: '/area', keyword: 'minimum', message: { 'zh-CN': '太小', en: 'Too small' } },
    ]
    expect(errorSchema(faults, 'en')).toEqual({
      helpers: { 1: { name: { __errors: ['Required', 'Too short'] } } },
      area: { __errors: ['Too small'] },
    })
  })

  it('names the question, the row and the part in a fault', () => {
    const message = { 'zh-CN': '此项必填。', en: 'Required.' }
    const say = (pointer: string, language: 'zh-CN' | 'en') =>
      faultIn(smallDocument(), { pointer, keyword: 'required', message }, language)
    expect(say('/area', 'zh-CN')).toBe('面积：此项必填。')
    expect(say('/helpers/1/name', 'zh-CN')).toBe('帮工第 2 项，姓名：此项必填。')
    expect(say('/helpers/1/name', 'en')).toBe('Helpers no. 2, Name: Required.')
  })
})

describe('typed text', () => {
  it('is handed over once, when asked for', () => {
    const typing = new Typing()
    const handed: string[] = []
    const handOver = () => {
      typing.remove(handOver)
      handed.push('area')
    }
    typing.add(handOver)
    expect(typing.flush()).toBe(true)
    expect(typing.flush()).toBe(false)
    expect(handed).toEqual(['area'])
  })
})

describe('comparing what a form holds', () => {
  it('compares JSON by what is in it, and functions as all alike', () => {
    expect(deepEquals({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true)
    expect(deepEquals({ a: 1 }, { a: 1, b: undefined })).toBe(false)
    expect(deepEquals([1], { 0: 1 })).toBe(false)
    expect(deepEquals({ a: 1 }, null)).toBe(false)
    expect(deepEquals(Number.NaN, Number.NaN)).toBe(true)
    expect(deepEquals({ on: () => 1 }, { on: () => 2 })).toBe(true)
  })

  it('does not walk through instances and rendered elements', () => {
    expect(deepEquals(new Date(0), new Date(0))).toBe(false)
    const element = { type: 'b', constructor: undefined }
    expect(deepEquals({ ...element }, { ...element })).toBe(false)
    expect(deepEquals(element, element)).toBe(true)
  })
})
