import Type, { type Static } from 'typebox'
import { ConditionSlot } from '../condition.ts'
import { Identifier } from '../identifier.ts'
import { LocalText } from '../text.ts'

const closed = { additionalProperties: false }
const Length = Type.Integer({ minimum: 0, maximum: 100000 })
const Choice = Type.String({ minLength: 1, maxLength: 80 })
const Choices = Type.Array(Choice, { minItems: 1, maxItems: 500, uniqueItems: true })

/** The formats a text field may ask for; see schemas/formats. */
export const fieldFormats = [
  'date',
  'email',
  'cn-resident-identity-number',
  'cn-unified-social-credit-code',
  'cn-mobile',
  'cn-phone',
  'cn-real-estate-unit-number',
  'cn-implementation-code',
] as const

const TextSchema = Type.Object(
  {
    type: Type.Literal('string'),
    format: Type.Optional(Type.Enum(fieldFormats)),
    pattern: Type.Optional(Type.String({ maxLength: 500 })),
    minLength: Type.Optional(Length),
    maxLength: Type.Optional(Length),
  },
  closed,
)
const ChoiceSchema = Type.Object({ type: Type.Literal('string'), enum: Choices }, closed)
const NumberSchema = Type.Object(
  {
    type: Type.Enum(['number', 'integer']),
    minimum: Type.Optional(Type.Number()),
    maximum: Type.Optional(Type.Number()),
    multipleOf: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  },
  closed,
)
const BooleanSchema = Type.Object({ type: Type.Literal('boolean') }, closed)
const PartSchema = Type.Union([TextSchema, ChoiceSchema, NumberSchema, BooleanSchema])
const GroupSchema = Type.Object(
  {
    type: Type.Literal('object'),
    properties: Type.Record(Identifier, PartSchema, closed),
    required: Type.Optional(Type.Array(Identifier)),
  },
  closed,
)
const MultipleChoiceSchema = Type.Object(
  {
    type: Type.Literal('array'),
    items: ChoiceSchema,
    uniqueItems: Type.Literal(true),
    minItems: Type.Optional(Length),
    maxItems: Type.Optional(Length),
  },
  closed,
)
const RepeatedGroupSchema = Type.Object(
  {
    type: Type.Literal('array'),
    items: GroupSchema,
    minItems: Type.Optional(Length),
    maxItems: Type.Integer({ minimum: 1, maximum: 200 }),
  },
  closed,
)

/** What an answer looks like, in plain JSON Schema 2020-12: one of the seven shapes a field may take. */
export const FieldSchema = Type.Union([
  TextSchema,
  ChoiceSchema,
  NumberSchema,
  BooleanSchema,
  MultipleChoiceSchema,
  RepeatedGroupSchema,
  GroupSchema,
])
export type FieldSchema = Static<typeof FieldSchema>
export type PartSchema = Static<typeof PartSchema>

/** How to work a field out of another answer, on the day of asking (Beijing date). */
export const Derivation = Type.Object(
  {
    from: Identifier,
    as: Type.Enum(['age-in-years', 'sex', 'days-since'], {
      description:
        'age-in-years and sex: from a 公民身份号码 (GB 11643: sex 1 男, 2 女); days-since: calendar days since a date',
    }),
  },
  closed,
)
export type Derivation = Static<typeof Derivation>

/** One question of the form (字段). Its id is its key in `form.fields`. */
export const Field = Type.Object(
  {
    schema: FieldSchema,
    title: LocalText,
    help: Type.Optional(LocalText),
    /** Unit shown behind the input, such as ㎡, 万元, 公顷. */
    unit: Type.Optional(LocalText),
    /** Titles of the choices, by value. */
    choices: Type.Optional(Type.Record(Choice, LocalText, closed)),
    /** Titles of the parts of a group or repeated group, by part, and of their choices. */
    parts: Type.Optional(
      Type.Record(
        Identifier,
        Type.Object(
          {
            title: LocalText,
            choices: Type.Optional(Type.Record(Choice, LocalText, closed)),
            sensitive: Type.Optional(Type.Boolean()),
          },
          closed,
        ),
        closed,
      ),
    ),
    required: Type.Optional(Type.Boolean()),
    /** Required only where this holds. */
    requireWhen: Type.Optional(ConditionSlot),
    /** Asked only where this holds; elsewhere the answer is dropped and the fact is absent. */
    showWhen: Type.Optional(ConditionSlot),
    derive: Type.Optional(Derivation),
    /** Identity numbers, phones, bank accounts: encrypted at rest, masked in lists and logs. */
    sensitive: Type.Optional(Type.Boolean()),
    /** 数据元: fields of different bundles with the same element are the same question. */
    element: Type.Optional(Identifier),
    ui: Type.Optional(
      Type.Object(
        {
          widget: Type.Optional(
            Type.Enum(['text', 'textarea', 'radio', 'select', 'checkboxes', 'date', 'number']),
          ),
          autocomplete: Type.Optional(Type.String({ maxLength: 60 })),
          placeholder: Type.Optional(LocalText),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type Field = Static<typeof Field>
