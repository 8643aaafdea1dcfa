import fc from 'fast-check'
import type { FieldSchema, PartSchema } from '../../../schemas/index.ts'

const choice = fc.constantFrom('a', 'b', 'c', '是', '否')
const choices = fc.uniqueArray(choice, { minLength: 1, maxLength: 4 })
const small = fc.integer({ min: 0, max: 4 })
const optional = { requiredKeys: ['type'] as ['type'] }
const partId = fc.constantFrom('name', 'age', 'kind', 'a.b', 'a~/b')

const textSchema = fc.record(
  {
    type: fc.constant('string' as const),
    minLength: small,
    maxLength: small,
    pattern: fc.constantFrom('^[a-c]*$', '^\\p{Script=Han}+$', '^.{2}$'),
  },
  optional,
)
const choiceSchema = fc.record({ type: fc.constant('string' as const), enum: choices })
const numberSchema = fc.record(
  {
    type: fc.constantFrom('number' as const, 'integer' as const),
    minimum: fc.integer({ min: -3, max: 3 }),
    maximum: fc.integer({ min: -3, max: 3 }),
  },
  optional,
)
const booleanSchema = fc.record({ type: fc.constant('boolean' as const) })
const partSchema: fc.Arbitrary<PartSchema> = fc.oneof(textSchema, choiceSchema, numberSchema, booleanSchema)
const groupSchema = fc.record(
  {
    type: fc.constant('object' as const),
    properties: fc.dictionary(partId, partSchema, { maxKeys: 3 }),
    required: fc.uniqueArray(partId, { maxLength: 2 }),
  },
  { requiredKeys: ['type', 'properties'] },
)

export const fieldSchema: fc.Arbitrary<FieldSchema> = fc.oneof(
  partSchema,
  groupSchema,
  fc.record(
    {
      type: fc.constant('array' as const),
      items: choiceSchema,
      uniqueItems: fc.constant(true as const),
      minItems: small,
      maxItems: small,
    },
    { requiredKeys: ['type', 'items', 'uniqueItems'] },
  ),
  fc.record(
    {
      type: fc.constant('array' as const),
      items: groupSchema,
      minItems: small,
      maxItems: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['type', 'items', 'maxItems'] },
  ),
)

const scalar = fc.oneof(
  choice,
  fc.string({ maxLength: 5 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.integer({ min: -4, max: 4 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)
const group = fc.dictionary(partId, scalar, { maxKeys: 3 })

/** Answers that now and then fit a schema of `fieldSchema`. */
export const answer: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  group,
  fc.array(choice, { maxLength: 5 }),
  fc.array(fc.oneof(group, scalar), { maxLength: 5 }),
)
