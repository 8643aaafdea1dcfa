import Type, { type Static } from 'typebox'
import { AdministrativeLevel, BundleId, Identifier, ServiceObject } from '../identifier.ts'
import { LocalText } from '../text.ts'
import { Department, Estimate, Fee, Item, Material, Parameter } from './catalogue.ts'
import { Field } from './field.ts'
import { Provenance } from './provenance.ts'
import { DerivedFact, NamedCondition, Rule, Table } from './rule.ts'
import { Scenario } from './scenario.ts'

const closed = { additionalProperties: false }
const Count = Type.Number({ minimum: 0, maximum: 10000 })

/** The five reductions' figures: 事项, 环节, 跑动次数, 时限 (working days), 材料. */
export const Figures = Type.Object(
  { items: Count, steps: Count, visits: Count, days: Count, materials: Count },
  closed,
)

/** A finding that is to stand: its code, and its place with ids instead of positions (`/rules/E1`). */
export const AcceptedFinding = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 80 }),
    place: Type.String({ maxLength: 400 }),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  closed,
)
export type AcceptedFinding = Static<typeof AcceptedFinding>

export const Step = Type.Object(
  {
    id: Identifier,
    title: LocalText,
    help: Type.Optional(LocalText),
    fields: Type.Array(Identifier, { maxItems: 300 }),
  },
  closed,
)
export type Step = Static<typeof Step>

/** 套餐文档: everything about a bundle in one value, so that copy, diff, review, publish, export and undo each have one meaning. */
export const BundleDocument = Type.Object(
  {
    id: BundleId,
    /** The county's own number, such as XTX-CY-006. */
    code: Type.String({ minLength: 1, maxLength: 40 }),
    title: LocalText,
    /** How a citizen would say it: 我要开餐馆. */
    citizenTitle: LocalText,
    summary: Type.Optional(LocalText),
    /** Other words citizens search by. */
    keywords: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 60 }),
    category: Type.Object({ id: Identifier, title: LocalText }, closed),
    audience: Type.Array(ServiceObject, { minItems: 1, uniqueItems: true }),
    lead: Identifier,
    level: AdministrativeLevel,
    /** Where in the service hall (办事大厅专区). */
    hallZone: Type.Optional(LocalText),
    /** 会商机制 that decides the bundle as a whole, where there is one. */
    jointMeeting: Type.Optional(LocalText),
    departments: Type.Array(Department, { maxItems: 100 }),
    form: Type.Object(
      {
        steps: Type.Array(Step, { minItems: 1, maxItems: 40 }),
        fields: Type.Record(Identifier, Field, closed),
      },
      closed,
    ),
    parameters: Type.Record(Identifier, Parameter, closed),
    facts: Type.Record(Identifier, DerivedFact, closed),
    conditions: Type.Record(Identifier, NamedCondition, closed),
    items: Type.Record(Identifier, Item, closed),
    materials: Type.Record(Identifier, Material, closed),
    fees: Type.Record(Identifier, Fee, closed),
    estimates: Type.Record(Identifier, Estimate, closed),
    rules: Type.Array(Rule, { maxItems: 3000 }),
    tables: Type.Array(Table, { maxItems: 300 }),
    /** Working days by stage, where the bundle's limit is split; `legalDays` where the law limits the whole. */
    stages: Type.Array(
      Type.Object(
        { stage: Type.Integer({ minimum: 0, maximum: 20 }), title: LocalText, days: Count },
        closed,
      ),
      { maxItems: 20 },
    ),
    legalDays: Type.Optional(Count),
    /** Figures before the bundle existed, and the figures announced for it. */
    baseline: Figures,
    announced: Figures,
    faq: Type.Array(Type.Object({ question: LocalText, answer: LocalText }, closed), { maxItems: 100 }),
    provenance: Type.Array(Provenance, { maxItems: 200 }),
    scenarios: Type.Array(Scenario, { maxItems: 2000 }),
    /** Findings of the checker that are to stand, each with the reason. */
    accepted: Type.Optional(Type.Array(AcceptedFinding, { maxItems: 1000 })),
    embed: Type.Object(
      {
        origins: Type.Array(Type.String({ pattern: '^https?://[A-Za-z0-9.-]+(:\\d{1,5})?$' }), {
          maxItems: 100,
        }),
      },
      closed,
    ),
  },
  { ...closed, $id: 'BundleDocument' },
)
export type BundleDocument = Static<typeof BundleDocument>
