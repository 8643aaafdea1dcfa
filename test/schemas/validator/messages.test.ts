import { describe, expect, it } from 'vitest'
import { validate } from '../../../schemas/validator/index.ts'

const hundred = Array.from({ length: 100 }, (_, index) => `choice-${index}`)

describe('messages', () => {
  it.each<[object, unknown, string, string]>([
    [{ type: 'object', required: ['a'] }, {}, '此项必填。', 'This is required.'],
    [
      { type: 'object', additionalProperties: false },
      { a: 1 },
      '这里不接受此项，请核对名称。',
      'This is not expected here: check its name.',
    ],
    [{ type: 'string' }, 1, '此项应为文字。', 'This must be text.'],
    [{ type: 'integer' }, 1.5, '此项应为整数。', 'This must be a whole number.'],
    [
      { type: ['number', 'null'] },
      'x',
      '此项应为数字或空值（null）。',
      'This must be a number or empty (null).',
    ],
    [{ type: 'boolean' }, 'x', '此项应为true（是）或 false（否）。', 'This must be true or false.'],
    [{ const: 5 }, 6, '此项只能是 5。', 'This must be 5.'],
    [{ enum: ['1', '2'] }, '3', '此项只能是以下之一：1、2。', 'This must be one of: 1, 2.'],
    [{ type: 'string', minLength: 1 }, '', '此项不能为空。', 'This must not be empty.'],
    [
      { type: 'string', minLength: 2 },
      '啊',
      '内容太短，至少要有2个字符。',
      'This is too short: the minimum length is 2.',
    ],
    [
      { type: 'string', maxLength: 2 },
      'abc',
      '内容太长，最多可有2个字符。',
      'This is too long: the maximum length is 2.',
    ],
    [
      { type: 'string', pattern: '^a$' },
      'b',
      '内容不符合要求的格式。',
      'This does not have the expected format.',
    ],
    [{ type: 'number', minimum: 0.5 }, 0, '此项不能小于0.5。', 'This must be 0.5 or more.'],
    [{ type: 'number', maximum: 50 }, 51, '此项不能大于50。', 'This must be 50 or less.'],
    [{ type: 'number', exclusiveMinimum: 0 }, 0, '此项必须大于0。', 'This must be more than 0.'],
    [{ type: 'number', exclusiveMaximum: 9 }, 9, '此项必须小于9。', 'This must be less than 9.'],
    [
      { type: 'number', multipleOf: 0.01 },
      0.001,
      '此项必须是0.01的整数倍。',
      'This must be a multiple of 0.01.',
    ],
    [{ type: 'array', minItems: 1 }, [], '至少要有1项。', 'The minimum number of entries is 1.'],
    [{ type: 'array', maxItems: 1 }, [1, 2], '最多可有1项。', 'The maximum number of entries is 1.'],
    [
      { type: 'array', uniqueItems: true },
      [1, 1],
      '列表中有重复的项，请只保留一个。',
      'The list has the same entry twice: keep one of them.',
    ],
    [{ type: 'object', minProperties: 1 }, {}, '至少要有1个属性。', 'The minimum number of properties is 1.'],
    [
      { type: 'object', maxProperties: 1 },
      { a: 1, b: 2 },
      '最多可有1个属性。',
      'The maximum number of properties is 1.',
    ],
    [{ not: { type: 'string' } }, 'x', '内容不符合要求，请核对。', 'This is not valid: check it.'],
    [false, 'x', '这里不接受此项，请核对名称。', 'This is not expected here: check its name.'],
  ] as [object, unknown, string, string][])('for %j and %j', (schema, value, chinese, english) => {
    expect(validate(schema, value).map(({ message }) => message)).toEqual([{ 'zh-CN': chinese, en: english }])
  })

  it('count what is too much to list', () => {
    const [fault] = validate({ enum: hundred }, 'x')
    expect(fault?.message.en).toMatch(
      /^This must be one of the 100 allowed values, such as: choice-0, .*choice-19\.$/u,
    )
    expect(fault?.message['zh-CN']).toMatch(/^此项只能是规定的100个值之一，例如：choice-0、.*choice-19。$/u)
  })

  it('of formats say what is wrong with this very number', () => {
    const schema = { type: 'string', format: 'cn-resident-identity-number' }
    expect(validate(schema, '430321199001010017')[0]?.message['zh-CN']).toContain('校验码')
    expect(validate(schema, '4303211990010100')[0]?.message['zh-CN']).toContain('现在是16位')
  })
})
