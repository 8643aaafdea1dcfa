import { type Disagreement, type Failure, verify } from '../../rules/verify/index.ts'
import type { BundleDocument, BundleSummary, Fault, VersionSummary } from '../../schemas/index.ts'
import { pointerTo } from '../../schemas/index.ts'
import type { Ports } from '../ports.ts'
import { canonicalJson } from './canonical.ts'
import { sameSecret, sha256Hex, utf8 } from './crypto.ts'
import { Refusal } from './refusal.ts'
import { searchTexts } from './search.ts'

/** Bytes of a document, below the 2 MB that a row of D1 may have. */
export const maxDocumentBytes = 1_900_000

/** A published version, and whether this call made it. */
export interface Publication {
  version: VersionSummary
  created: boolean
}

/**
 * Lets only whoever holds the publish token pass.
 *
 * @throws Refusal `not-configured` or `unauthorised`.
 */
export async function requirePublisher({ publishToken }: Ports['keys'], authorization: string | undefined) {
  if (!publishToken) throw new Refusal('not-configured')
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
  if (!(await sameSecret(given, publishToken))) throw new Refusal('unauthorised')
}

/**
 * Publishes a parsed document as the bundle's next version, after its scenarios gave the expected decisions on both
 * evaluators. Publishing what is current already changes nothing.
 *
 * @throws Refusal `invalid-input` where the document is another bundle's, `too-large`, `unverified-document`, or
 * `publish-conflict` where somebody else kept publishing at the same time.
 */
export async function publish(
  { bundles, clock }: Pick<Ports, 'bundles' | 'clock'>,
  bundle: string,
  document: BundleDocument,
): Promise<Publication> {
  if (document.id !== bundle)
    throw new Refusal('invalid-input', { errors: [otherBundle(bundle, document.id)] })
  if (utf8(JSON.stringify(document)).byteLength > maxDocumentBytes) throw new Refusal('too-large')
  const hash = await sha256Hex(canonicalJson(document))
  const current = await bundles.current(bundle)
  if (current?.hash === hash) return { version: summaryOf(current), created: false }
  const errors = await unverified(document)
  if (errors.length > 0) throw new Refusal('unverified-document', { errors })
  const publishedAt = clock.now().toISOString()
  return take({ bundles }, document, hash, publishedAt)
}

async function take(
  { bundles }: Pick<Ports, 'bundles'>,
  document: BundleDocument,
  hash: string,
  publishedAt: string,
  attempts = 3,
): Promise<Publication> {
  const current = await bundles.current(document.id)
  if (current?.hash === hash) return { version: summaryOf(current), created: false }
  const version = { bundle: document.id, number: (current?.number ?? 0) + 1, hash, publishedAt }
  const { title: searchTitle, text: searchText } = searchTexts(document)
  const summary = bundleSummaryOf(document, version)
  if (await bundles.publish({ version, document, summary, searchTitle, searchText })) {
    return { version, created: true }
  }
  if (attempts === 1) throw new Refusal('publish-conflict')
  return take({ bundles }, document, hash, publishedAt, attempts - 1)
}

function summaryOf({ bundle, number, hash, publishedAt }: VersionSummary): VersionSummary {
  return { bundle, number, hash, publishedAt }
}

function bundleSummaryOf(document: BundleDocument, { number, hash }: VersionSummary): BundleSummary {
  const { id, code, title, citizenTitle, summary, category, audience, announced } = document
  const lead = document.departments.find((department) => department.code === document.lead)
  if (!lead) throw new Error(`The lead department of ${id} is not among its departments.`)
  return {
    id,
    code,
    title,
    citizenTitle,
    ...(summary ? { summary } : {}),
    category,
    audience,
    lead: { code: lead.code, name: lead.name },
    announcedDays: announced.days,
    version: number,
    hash,
  }
}

async function unverified(document: BundleDocument): Promise<Fault[]> {
  const { disagreements, failures } = await verify(document)
  const pointerOf = ({ scenario }: { scenario: string }) =>
    pointerTo(
      'scenarios',
      document.scenarios.findIndex(({ name }) => name === scenario),
    )
  return [
    ...failures.flatMap((failure) => failureFaults(failure, pointerOf(failure))),
    ...disagreements.map((disagreement) => disagreementFault(disagreement, pointerOf(disagreement))),
  ]
}

function failureFaults({ scenario, differences }: Failure, pointer: string): Fault[] {
  return differences.map(({ what, expected, decided }) => {
    const [wanted, got] = [JSON.stringify(expected), JSON.stringify(decided)]
    return {
      pointer: `${pointer}/expect/${what}`,
      keyword: 'scenario',
      message: {
        'zh-CN': `场景“${scenario}”的 ${what} 应为 ${wanted},实际得出 ${got}。`,
        en: `Scenario “${scenario}” expects ${what} to be ${wanted}, but it is ${got}.`,
      },
    }
  })
}

function disagreementFault({ scenario, what, ours, engine }: Disagreement, pointer: string): Fault {
  const [one, other] = [JSON.stringify(ours), JSON.stringify(engine)]
  return {
    pointer,
    keyword: 'evaluators',
    message: {
      'zh-CN': `场景“${scenario}”的 ${what} 在两个引擎上结果不同:本系统为 ${one},json-rules-engine 为 ${other}。`,
      en: `In scenario “${scenario}” the evaluators differ on ${what}: ours says ${one}, json-rules-engine ${other}.`,
    },
  }
}

function otherBundle(bundle: string, id: string): Fault {
  return {
    pointer: '/id',
    keyword: 'id',
    message: {
      'zh-CN': `地址中的套餐是“${bundle}”,文档却是“${id}”的。`,
      en: `The address names the bundle “${bundle}”, but the document is of “${id}”.`,
    },
  }
}
