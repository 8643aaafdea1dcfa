import Type, { type Static } from 'typebox'

/**
 * Conditions are stock json-rules-engine JSON: `all`, `any`, `not`, a named `condition`, or a comparison of a
 * fact with a value. `priority` and `name` are accepted and change no outcome. What json-rules-engine would
 * accept and we refuse is listed in rules/conditions/refused.ts.
 */
export const Condition = Type.Cyclic(
  {
    FactReference: Type.Object(
      { fact: Type.String(), path: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
    Comparison: Type.Object(
      {
        fact: Type.String(),
        operator: Type.String(),
        value: Type.Unknown({ description: 'a JSON value, or a reference {"fact": …, "path": …}' }),
        path: Type.Optional(Type.String()),
        name: Type.Optional(Type.String()),
        priority: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false },
    ),
    All: Type.Object(
      {
        all: Type.Array(Type.Ref('Condition')),
        name: Type.Optional(Type.String()),
        priority: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false },
    ),
    Any: Type.Object(
      {
        any: Type.Array(Type.Ref('Condition'), { minItems: 1 }),
        name: Type.Optional(Type.String()),
        priority: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false },
    ),
    Not: Type.Object(
      {
        not: Type.Ref('Condition'),
        name: Type.Optional(Type.String()),
        priority: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false },
    ),
    Named: Type.Object({ condition: Type.String() }, { additionalProperties: false }),
    Condition: Type.Union([
      Type.Ref('All'),
      Type.Ref('Any'),
      Type.Ref('Not'),
      Type.Ref('Named'),
      Type.Ref('Comparison'),
    ]),
  },
  'Condition',
)
export type Condition = Static<typeof Condition>
export type Comparison = Extract<Condition, { operator: string }>

/**
 * The place of a condition inside a document. Shallow on purpose: rules/compile walks conditions itself and names
 * the exact place of a fault, which a union of shapes cannot.
 */
export const ConditionSlot = Type.Unsafe<Condition>(
  Type.Object({}, { description: 'a condition in json-rules-engine JSON (components/schemas/Condition)' }),
)
