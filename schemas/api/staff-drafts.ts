import Type, { type Static, type TSchema } from 'typebox'
import { BundleId, Identifier } from '../identifier.ts'

const closed = { additionalProperties: false }
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/**
 * draft 编辑中, in-review 审核中, approved 已通过, scheduled 定时发布, published 已发布 (and unchanged since), withdrawn
 * 已下架, archived 已归档. Only a draft, a published and a withdrawn document can be edited.
 */
export const draftStatuses = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'archived',
] as const
export const DraftStatus = Type.Enum(draftStatuses)
export type DraftStatus = Static<typeof DraftStatus>

/** A person of staff by name. */
export const Person = Type.Object({ id: Type.String(), name: Type.String() }, closed)
export type Person = Static<typeof Person>

/** What the checks say about a document; null: it cannot be checked yet, because it is not a whole document. */
export const DraftHealth = Type.Object(
  {
    /** Faults that keep it from being a bundle document at all. */
    faults: Type.Integer(),
    findings: OrNull(
      Type.Object({ error: Type.Integer(), warning: Type.Integer(), info: Type.Integer() }, closed),
    ),
    scenarios: OrNull(Type.Object({ total: Type.Integer(), failed: Type.Integer() }, closed)),
  },
  closed,
)
export type DraftHealth = Static<typeof DraftHealth>

/** A line of the bundle list. */
export const DraftSummary = Type.Object(
  {
    /** The bundle's id: there is one draft a bundle. */
    id: BundleId,
    code: Type.String(),
    title: Type.Object({ 'zh-CN': Type.String(), en: Type.String() }, closed),
    lead: Type.String(),
    status: DraftStatus,
    /** 0: published and never edited here. */
    revision: Type.Integer(),
    /** Number of the current version; null: never published. */
    version: OrNull(Type.Integer()),
    health: OrNull(DraftHealth),
    updatedAt: Type.String(),
    updatedBy: OrNull(Person),
    owner: OrNull(Person),
    /** When it will be published by itself. */
    publishAt: OrNull(Type.String()),
  },
  closed,
)
export type DraftSummary = Static<typeof DraftSummary>

export const DraftList = Type.Object({ drafts: Type.Array(DraftSummary) }, { ...closed, $id: 'DraftList' })
export type DraftList = Static<typeof DraftList>

/** A JSON object that wants to become a bundle document. */
export const LooseDocument = Type.Object({ id: BundleId }, { additionalProperties: true })
export type LooseDocument = Static<typeof LooseDocument>

/** A draft with its document. The entity tag is the revision: `"3"`. */
export const Draft = Type.Object(
  {
    ...DraftSummary.properties,
    document: LooseDocument,
    /** Whether the person asking may save it now. */
    editable: Type.Boolean(),
    submittedBy: OrNull(Person),
  },
  { ...closed, $id: 'Draft' },
)
export type Draft = Static<typeof Draft>

export const SaveDraft = Type.Object({ document: LooseDocument }, closed)

/** What a new draft starts from. */
export const NewDraft = Type.Union([
  Type.Object(
    {
      from: Type.Literal('blank'),
      id: BundleId,
      title: Type.String({ minLength: 1, maxLength: 200 }),
      lead: Identifier,
    },
    closed,
  ),
  Type.Object(
    {
      from: Type.Literal('copy'),
      source: BundleId,
      id: BundleId,
      title: Type.String({ minLength: 1, maxLength: 200 }),
    },
    closed,
  ),
  Type.Object({ from: Type.Literal('document'), document: Type.Unknown() }, closed),
])
export type NewDraft = Static<typeof NewDraft>

/** What has to hold before a bundle is published. `must`: it cannot be published without. */
export const Gate = Type.Object(
  {
    id: Type.Enum(['schema', 'findings', 'scenarios', 'agreement', 'translations', 'basis', 'limits']),
    passed: Type.Boolean(),
    must: Type.Boolean(),
    /** How many places keep it from passing, and the first of them. */
    count: Type.Integer(),
    places: Type.Array(
      Type.Object(
        {
          pointer: Type.String(),
          message: Type.Object({ 'zh-CN': Type.String(), en: Type.String() }, closed),
        },
        closed,
      ),
      { maxItems: 50 },
    ),
  },
  closed,
)
export type Gate = Static<typeof Gate>

export const Review = Type.Object(
  {
    revision: Type.Integer(),
    at: Type.String(),
    by: Person,
    kind: Type.Enum(['submitted', 'approved', 'returned']),
    comment: Type.String(),
  },
  closed,
)
export type Review = Static<typeof Review>

export const DraftGates = Type.Object(
  { revision: Type.Integer(), gates: Type.Array(Gate), reviews: Type.Array(Review) },
  closed,
)
export type DraftGates = Static<typeof DraftGates>

const Comment = Type.String({ maxLength: 2000 })
export const SubmitDraft = Type.Object({ comment: Comment }, closed)
export const ReviewDraft = Type.Object(
  { verdict: Type.Enum(['approve', 'return']), comment: Comment },
  closed,
)
export const PublishDraft = Type.Object(
  { at: OrNull(Type.String({ format: 'date-time' })), savedForms: Type.Enum(['keep', 'move', 'ask']) },
  closed,
)

export const AuditEntry = Type.Object(
  {
    id: Type.Integer(),
    at: Type.String(),
    actor: OrNull(Person),
    action: Type.String(),
    kind: Type.String(),
    subject: Type.String(),
    fromRevision: OrNull(Type.Integer()),
    toRevision: OrNull(Type.Integer()),
    details: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
)
export type AuditEntry = Static<typeof AuditEntry>
export const AuditPage = Type.Object(
  { entries: Type.Array(AuditEntry), next: OrNull(Type.Integer()) },
  { ...closed, $id: 'AuditPage' },
)
