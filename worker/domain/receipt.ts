import type { CaseStatus, Receipt } from '../../schemas/index.ts'
import type { Bundles, Cases, StoredCase } from '../ports.ts'
import { keyedHash, sameSecret, sha256Hex, toBase64Url } from './crypto.ts'
import { Refusal } from './refusal.ts'

/**
 * The secret of a case. It is worked out from the operator's key and not kept, so that a repeated request gets the
 * same one while the database alone opens nothing.
 */
export async function receiptSecret(
  keyBytes: Uint8Array<ArrayBuffer>,
  key: string,
  body: string,
): Promise<string> {
  return toBase64Url(await keyedHash(keyBytes, 'receipt-secret', key, body))
}

/** 回执 of a stored case. */
export function receiptOf(stored: StoredCase, secret: string): Receipt {
  const { number, bundle, version, hash, receivedAt, decision } = stored
  return { number, secret, bundle, version, hash, receivedAt, decision }
}

/**
 * The status that a receipt's number and secret open.
 *
 * @throws Refusal `unknown-receipt`, the same for an unknown number and a wrong secret.
 */
export async function statusOf(
  cases: Cases,
  bundles: Bundles,
  number: string,
  secret: string,
): Promise<{ status: CaseStatus; document: NonNullable<Awaited<ReturnType<Bundles['document']>>> }> {
  const stored = await cases.byNumber(number)
  const right = await sameSecret(await sha256Hex(secret), stored?.secretHash ?? '')
  if (!stored || !right) throw new Refusal('unknown-receipt')
  const { bundle, version, hash, receivedAt, decision } = stored
  const document = await bundles.document(bundle, version)
  if (!document) throw new Error(`Version ${version} of ${bundle} has no document.`)
  const status = { number: stored.number, bundle, title: document.title, version, hash, receivedAt, decision }
  return { status: { ...status, state: 'received' }, document }
}
