import Type, { type Static } from 'typebox'
import type { JsonValue } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/validate.ts'

const Text = Type.String()
const TextOrNull = Type.Union([Text, Type.Null()])
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])
const Logic = Type.Unsafe<JsonValue>(Type.Unknown())
const Titles = Type.Optional(Type.Record(Text, Text))

const Part = Type.Object({
  type: Text,
  title: Text,
  format: Type.Optional(Text),
  pattern: Type.Optional(Text),
  minLength: Type.Optional(Type.Number()),
  maxLength: Type.Optional(Type.Number()),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  enum: Type.Optional(Type.Array(Text)),
  'x-enumTitles': Titles,
})
export type DossierPart = Static<typeof Part>

const Field = Type.Object({
  ...Part.properties,
  uniqueItems: Type.Optional(Type.Boolean()),
  items: Type.Optional(
    Type.Object({
      type: Text,
      enum: Type.Optional(Type.Array(Text)),
      'x-enumTitles': Titles,
      properties: Type.Optional(Type.Record(Text, Part)),
    }),
  ),
  properties: Type.Optional(Type.Record(Text, Part)),
  'x-visibleWhen': Type.Optional(Logic),
})
export type DossierField = Static<typeof Field>

const Change = Type.Object({ before: Type.Number(), after: Type.Number() })

/** A bundle as the county describes it: what an official writes down, with conditions in JsonLogic. */
const Dossier = Type.Object({
  code: Text,
  name: Text,
  nameEn: Text,
  citizenTitle: Text,
  block: Text,
  hallZone: Text,
  audience: Type.Array(Text),
  leadDepartment: Text,
  level: Text,
  jointMeeting: Type.Optional(Text),
  departments: Type.Array(Text),
  form: Type.Object({ properties: Type.Record(Text, Field), required: Type.Array(Text) }),
  parameters: Type.Optional(
    Type.Record(
      Text,
      Type.Object({
        value: Type.Union([Type.Number(), Type.Record(Text, Type.Number())]),
        note: Type.Optional(Text),
      }),
    ),
  ),
  items: Type.Array(
    Type.Object({
      code: Text,
      name: Text,
      taskType: Text,
      department: Text,
      level: Text,
      projectType: Text,
      legalDays: NumberOrNull,
      promisedDays: NumberOrNull,
      requiredWhen: Logic,
      stage: Type.Number(),
      parallelGroup: Text,
      dependsOn: Type.Array(Text),
      result: TextOrNull,
      specialProcedures: Type.Array(Text),
      commitmentSystem: Type.Boolean(),
      basis: TextOrNull,
    }),
  ),
  eligibility: Type.Array(
    Type.Object({ id: Text, rule: Logic, message: Text, severity: Text, basis: Type.Optional(Text) }),
  ),
  materials: Type.Array(
    Type.Object({
      id: Text,
      name: Text,
      requiredWhen: Logic,
      source: Type.Object({ code: Text, kind: Text }),
      issuer: Text,
      usedByItems: Type.Array(Text),
      materialType: Text,
      form: Text,
      original: Type.Number(),
      copies: Type.Number(),
      necessity: Text,
      tolerable: Type.Boolean(),
      eLicence: TextOrNull,
      noSubmission: Type.Boolean(),
      basis: TextOrNull,
      clearGuide: TextOrNull,
    }),
  ),
  routing: Type.Array(
    Type.Object({ id: Text, when: Logic, to: Text, level: Text, stage: Type.Number(), mode: Text }),
  ),
  timeLimit: Type.Object({
    before: Type.Number(),
    after: Type.Number(),
    legal: Type.Optional(Type.Number()),
    rules: Type.Array(Type.Object({ when: Logic, days: Type.Number(), note: Type.Optional(Text) })),
    stages: Type.Optional(Type.Array(Type.Object({ stage: Type.Number(), name: Text, days: Type.Number() }))),
  }),
  calculators: Type.Optional(Type.Array(Type.Object({ name: Text, rule: Logic, note: Type.Optional(Text) }))),
  reductions: Type.Object({ items: Change, steps: Change, visits: Change, days: Change, materials: Change }),
  fees: Type.Array(
    Type.Object({
      name: Text,
      amount: Type.Optional(NumberOrNull),
      rule: Type.Optional(Logic),
      unit: Type.Optional(Text),
      basis: Type.Optional(Text),
      note: Type.Optional(Text),
    }),
  ),
  faq: Type.Array(Type.Object({ q: Text, a: Text })),
  provenance: Type.Array(Type.Object({ claim: Text, status: Text, source: Type.Optional(Text) })),
  scenarios: Type.Array(
    Type.Object({
      name: Text,
      input: Type.Record(Text, Type.Unknown()),
      expect: Type.Object({
        eligible: Type.Boolean(),
        failed: Type.Optional(Type.Array(Text)),
        warns: Type.Optional(Type.Array(Text)),
        infos: Type.Optional(Type.Array(Text)),
        materials: Type.Array(Text),
        items: Type.Array(Text),
        days: Type.Number(),
        fees: Type.Optional(Type.Array(Type.Union([Type.Number(), Text]))),
        calc: Type.Optional(Type.Number()),
        routesRecorded: Type.Array(Text),
      }),
    }),
  ),
})
export type Dossier = Static<typeof Dossier>

/** @throws InvalidInputError where the value is not a dossier. */
export function parseDossier(value: unknown): Dossier {
  return parse(Dossier, value)
}
