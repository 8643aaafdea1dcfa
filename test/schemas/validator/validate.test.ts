import fc from 'fast-check'
import Type from 'typebox'
import { describe, expect, it } from 'vitest'
import { BundleDocument, Cell, FieldSchema, Limit, LocalText } from '../../../schemas/index.ts'
import { InvalidInputError, parse, validate } from '../../../schemas/validator/index.ts'
import { answer, fieldSchema } from './field-generators.ts'
import { fits } from './field-oracle.ts'

function places(schema: object, value: unknown): string[] {
  return validate(schema, value).map(({ pointer, keyword }) => `${pointer} ${keyword}`)
}

describe('validate', () => {
  const person = Type.Object(
    { name: Type.String(), 'a/b~c': Type.String(), age: Type.Optional(Type.Integer()) },
    { additionalProperties: false },
  )

  it('finds nothing wrong with what fits', () => {
    expect(validate(person, { name: '张三', 'a/b~c': '' })).toEqual([])
  })

  it('reports each missing property at its own place', () => {
    expect(places(person, {})).toEqual(['/name required', '/a~1b~0c required'])
  })

  it('reports each unknown property at its own place', () => {
    expect(places(person, { name: '', 'a/b~c': '', extra: 1, 'x/y': {} })).toEqual([
      '/extra additionalProperties',
      '/x~1y additionalProperties',
    ])
  })

  it('reports everything at once', () => {
    expect(places(person, { name: 5, age: 1.5, extra: 1 })).toEqual([
      '/a~1b~0c required',
      '/extra additionalProperties',
      '/name type',
      '/age type',
    ])
  })

  it('refuses keys of a record that are no identifiers', () => {
    const document = { parameters: { '1st': {}, '': {}, 'a b': {} } }
    expect(places(BundleDocument, document).filter((place) => place.startsWith('/parameters'))).toEqual([
      '/parameters/1st additionalProperties',
      '/parameters/ additionalProperties',
      '/parameters/a b additionalProperties',
    ])
  })

  it('says in one fault what a broken format needs', () => {
    const schema = { type: 'string', format: 'date', minLength: 10, maxLength: 10, pattern: '^\\d' }
    expect(places(schema, 'soon')).toEqual([' format'])
  })

  it('agrees with a plain reading of the seven field shapes', () => {
    fc.assert(
      fc.property(fieldSchema, answer, (schema, value) => {
        expect(validate(schema, value).length === 0).toBe(fits(schema, value))
      }),
      { numRuns: 3000 },
    )
  })

  it('names only places that exist, or would have to', () => {
    fc.assert(
      fc.property(fieldSchema, answer, (schema, value) => {
        for (const { pointer, message } of validate(schema, value)) {
          expect(pointer).toMatch(/^(?:\/[^/]*){0,2}$/u)
          expect(message['zh-CN']).toMatch(/。$/u)
          expect(message.en).toMatch(/\.$/u)
        }
      }),
    )
  })
})

describe('a union', () => {
  it.each<[string, object, unknown, string[]]>([
    ['no type', FieldSchema, {}, ['/type required']],
    ['an unknown type', FieldSchema, { type: 'strng' }, ['/type enum']],
    ['the wrong kind of value', FieldSchema, 5, [' type']],
    [
      'the branch of its type',
      FieldSchema,
      { type: 'number', minimum: 'a', x: 1 },
      ['/x additionalProperties', '/minimum type'],
    ],
    ['the branch that knows its keys', FieldSchema, { type: 'string', enum: [] }, ['/enum minItems']],
    ['a value only one branch has', FieldSchema, { type: 'string', format: 'url' }, ['/format enum']],
    [
      'a union inside a union',
      FieldSchema,
      {
        type: 'object',
        properties: { a: { type: 'strng' }, b: { type: 'number', x: 1 }, c: { type: 'boolean' } },
      },
      ['/properties/a/type enum', '/properties/b/x additionalProperties'],
    ],
    ['null or an object', Cell, { operator: 5 }, ['/value required', '/operator type']],
    ['neither null nor an object', Cell, 'x', [' type']],
    ['scalars', Limit, { days: 'x', rule: null, certainty: 'open' }, ['/days type']],
  ])('reports only the closest branch: %s', (_, schema, value, expected) => {
    expect(places(schema, value)).toEqual(expected)
  })

  it('lists what all branches would accept', () => {
    expect(validate(Type.Union([Type.Number(), Type.Null()]), 'x')[0]?.message).toEqual({
      'zh-CN': '此项应为数字或空值（null）。',
      en: 'This must be a number or empty (null).',
    })
    expect(validate(Type.Union([Type.Literal('a'), Type.Literal('b')]), 'x')[0]?.message).toEqual({
      'zh-CN': '此项只能是以下之一：a、b。',
      en: 'This must be one of: a, b.',
    })
    const shapes = Type.Union([
      Type.Object({ kind: Type.Literal('circle'), radius: Type.Number() }),
      Type.Object({ kind: Type.Literal('square'), side: Type.Number() }),
    ])
    expect(validate(shapes, { kind: 'cube' })).toEqual([
      {
        pointer: '/kind',
        keyword: 'enum',
        message: {
          'zh-CN': '此项只能是以下之一：circle、square。',
          en: 'This must be one of: circle, square.',
        },
      },
    ])
  })

  it('of which two branches fit where one may says so', () => {
    expect(places({ oneOf: [{ type: 'number' }, { type: 'integer' }] }, 1)).toEqual([' oneOf'])
  })
})

describe('parse', () => {
  it('gives the value', () => {
    const text = { 'zh-CN': '你好' }
    expect(parse(LocalText, text)).toBe(text)
  })

  it('throws everything that is wrong', () => {
    expect(() => parse(LocalText, { en: 5, de: '' })).toThrowError(InvalidInputError)
    try {
      parse(LocalText, { en: 5, de: '' })
    } catch (error) {
      expect(error instanceof InvalidInputError && error.faults.map(({ pointer }) => pointer)).toEqual([
        '/zh-CN',
        '/de',
        '/en',
      ])
    }
  })
})

describe('hostile input', () => {
  const list = { type: 'array', uniqueItems: true, maxItems: 500, items: FieldSchema }

  it('with a list of 10,000 entries is refused for its length', () => {
    for (const entry of ['a', { type: 'string', enum: [], x: 1 }]) {
      expect(places({ type: 'object', properties: { list } }, { list: Array(10_000).fill(entry) })).toEqual([
        '/list maxItems',
      ])
    }
  })

  it('with 100,000 keys is refused for their number', () => {
    const crowd = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]))
    expect(places({ type: 'object', additionalProperties: false }, crowd)).toEqual([' maxProperties'])
  })

  it('with a megabyte of text is refused in few words', () => {
    const megabyte = 'a'.repeat(1_000_000)
    const schema = { type: 'string', minLength: 2, maxLength: 80, format: 'email', pattern: '^[a-z]+$' }
    expect(places(schema, megabyte)).toEqual([' format'])
    const [fault] = validate({ type: 'object', additionalProperties: false }, { [megabyte]: 1 })
    expect(fault?.pointer.length).toBeLessThan(1100)
  })

  it('never gets more than 200 faults back', () => {
    expect(
      validate({ type: 'array', items: FieldSchema }, Array(4000).fill({ type: 'string', x: 1 })),
    ).toHaveLength(200)
  })

  it('never has its values repeated', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 30 }).filter((text) => !/^[a-z :]*$/iu.test(text)),
        (secret) => {
          const schema = Type.Object({
            a: Type.Number(),
            b: Type.String({ maxLength: 1, format: 'cn-resident-identity-number' }),
            c: Type.Enum(['x']),
          })
          expect(JSON.stringify(validate(schema, { a: secret, b: secret, c: secret }))).not.toContain(
            JSON.stringify(secret).slice(1, -1),
          )
        },
      ),
    )
  })
})
