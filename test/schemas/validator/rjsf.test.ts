import { execFileSync } from 'node:child_process'
import type { RJSFSchema } from '@rjsf/utils'
import { describe, expect, it } from 'vitest'
import { rjsfValidator } from '../../../schemas/validator/rjsf.ts'

const schema: RJSFSchema = {
  type: 'object',
  required: ['name', 'owners'],
  properties: {
    name: { type: 'string', title: '店名', maxLength: 3 },
    'a.b': { type: 'string', title: '证件号码', format: 'cn-resident-identity-number' },
    owners: {
      type: 'array',
      title: '股东',
      items: {
        type: 'object',
        required: ['share'],
        properties: { share: { type: 'number', title: '比例' }, note: { type: 'string' } },
      },
    },
  },
}

describe('rjsfValidator', () => {
  const chinese = rjsfValidator('zh-CN')
  const english = rjsfValidator('en')

  it('finds nothing wrong with valid answers', () => {
    expect(chinese.validateFormData({ name: '好店', owners: [{ share: 1 }] }, schema)).toEqual({
      errors: [],
      errorSchema: {},
    })
  })

  it('puts every message at its field, in the language asked for', () => {
    const data = { 'a.b': '430321199001010017', owners: [{ share: 1 }, { note: 5 }] }
    expect(english.validateFormData(data, schema).errorSchema).toEqual({
      name: { __errors: ['This is required.'] },
      'a.b': { __errors: [expect.stringContaining('check digit')] },
      owners: {
        1: { share: { __errors: ['This is required.'] }, note: { __errors: ['This must be text.'] } },
      },
    })
    expect(chinese.validateFormData(data, schema).errorSchema).toMatchObject({
      name: { __errors: ['此项必填。'] },
      'a.b': { __errors: [expect.stringContaining('校验码')] },
    })
  })

  it('names the field in the summary of errors', () => {
    const data = { name: '太长的名字', owners: [{}, { share: '', note: 5 }] }
    expect(
      chinese.validateFormData(data, schema).errors.map(({ property, stack }) => [property, stack]),
    ).toEqual([
      ['.name', '“店名”：内容太长，最多可有3个字符。'],
      ['.owners.0.share', '“比例”：此项必填。'],
      ['.owners.1.share', '“比例”：此项应为数字。'],
      ['.owners.1.note', '“股东”：此项应为文字。'],
    ])
    expect(english.validateFormData({}, schema).errors[0]).toEqual({
      name: 'required',
      property: '.name',
      params: { pointer: '/name' },
      message: 'This is required.',
      title: '店名',
      stack: '店名: This is required.',
    })
  })

  it('lets the form transform and add errors', () => {
    const { errors, errorSchema } = english.validateFormData(
      { name: 'long name', owners: [] },
      schema,
      (data, handler) => {
        if (data?.owners) handler.owners?.addError('Name one owner.')
        return handler
      },
      (found) => found.map((error) => ({ ...error, message: 'Shorter, please.' })),
    )
    expect(errors.map(({ message }) => message)).toEqual(['Shorter, please.', 'Name one owner.'])
    expect(errorSchema).toMatchObject({
      name: { __errors: ['Shorter, please.'] },
      owners: { __errors: ['Name one owner.'] },
    })
  })

  it('tells valid from invalid data, and gives our faults raw', () => {
    expect(chinese.isValid({ type: 'string' }, {}, schema)).toBe(false)
    expect(chinese.isValid({ type: 'object' }, {}, schema)).toBe(true)
    expect(chinese.rawValidation(schema, { name: 'a' }).errors).toEqual([
      {
        pointer: '/owners',
        keyword: 'required',
        message: { 'zh-CN': '此项必填。', en: 'This is required.' },
      },
    ])
  })

  it('works where code generation is forbidden, as under a strict content security policy', () => {
    const module = new URL('../../../schemas/validator/rjsf.ts', import.meta.url).href
    const script = `
      import { rjsfValidator } from ${JSON.stringify(module)}
      const { errors } = rjsfValidator('en').validateFormData({ a: 'x' }, { type: 'object', properties: { a: { type: 'string', pattern: '^y$' } } })
      let evaluated = true
      try { new Function('return 1')() } catch { evaluated = false }
      process.stdout.write(JSON.stringify([errors.length, evaluated]))`
    const output = execFileSync(
      process.execPath,
      ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script],
      { encoding: 'utf8' },
    )
    expect(output).toBe('[1,false]')
  })
})
