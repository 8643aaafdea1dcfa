import Type, { type Static } from 'typebox'
import { BundleDocument } from '../bundle/document.ts'
import { BundleId, Identifier, ServiceObject } from '../identifier.ts'
import { LocalText } from '../text.ts'

const closed = { additionalProperties: false }

/** A published version without its document. `hash` is the SHA-256 of the document's canonical JSON (RFC 8785), hex. */
export const VersionSummary = Type.Object(
  {
    bundle: BundleId,
    number: Type.Integer({ minimum: 1 }),
    hash: Type.String(),
    publishedAt: Type.String({ format: 'date-time' }),
  },
  closed,
)
export type VersionSummary = Static<typeof VersionSummary>

/** 版本: a published, immutable document. */
export const Version = Type.Object(
  { ...VersionSummary.properties, document: BundleDocument },
  { ...closed, $id: 'Version' },
)
export type Version = Static<typeof Version>

/** A line of the catalogue. */
export const BundleSummary = Type.Object(
  {
    id: BundleId,
    code: Type.String(),
    title: LocalText,
    citizenTitle: LocalText,
    summary: Type.Optional(LocalText),
    category: Type.Object({ id: Identifier, title: LocalText }, closed),
    audience: Type.Array(ServiceObject),
    lead: Type.Object({ code: Identifier, name: LocalText }, closed),
    announcedDays: Type.Number(),
    version: Type.Integer(),
    hash: Type.String(),
  },
  closed,
)
export type BundleSummary = Static<typeof BundleSummary>

/** A page of the catalogue; `next` is the cursor of the following page. */
export const BundlePage = Type.Object(
  { bundles: Type.Array(BundleSummary), next: Type.Union([Type.String(), Type.Null()]) },
  { ...closed, $id: 'BundlePage' },
)
export type BundlePage = Static<typeof BundlePage>

export const VersionPage = Type.Object(
  { versions: Type.Array(VersionSummary), next: Type.Union([Type.Integer(), Type.Null()]) },
  closed,
)
export type VersionPage = Static<typeof VersionPage>
