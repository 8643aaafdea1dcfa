import type { CaseStatus, Receipt } from '../../schemas/index.ts'
import type { Bundles, Cases, StoredCase } from '../ports.ts'
import { keyedHash, sameSecret, sha256Hex } from './crypto.ts'
import { Refusal } from './refusal.ts'

/** Crockford's base32: no I, L, O or U, so that a copied secret is read as it was written. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretBytes = 10
const groupPattern = /.{4}/g

/**
 * The secret of a case: 80 bits as four groups of four letters, short enough to copy by hand. It is worked out from
 * the operator's key and not kept, so that a repeated request gets the same one while the database alone opens nothing.
 */
export async function receiptSecret(
  keyBytes: Uint8Array<ArrayBuffer>,
  key: string,
  body: string,
): Promise<string> {
  const hash = await keyedHash(keyBytes, 'receipt-secret', key, body)
  const bits = Array.from(hash.subarray(0, secretBytes), (byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
  return (letters.match(groupPattern) ?? []).join('-')
}

/** A secret as a person may have typed it, in the one spelling it was given in. */
export function tidySecret(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return (letters.match(groupPattern) ?? []).join('-')
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
  const right = await sameSecret(await sha256Hex(tidySecret(secret)), stored?.secretHash ?? '')
  if (!stored || !right) throw new Refusal('unknown-receipt')
  const { bundle, version, hash, receivedAt, decision } = stored
  const document = await bundles.document(bundle, version)
  if (!document) throw new Error(`Version ${version} of ${bundle} has no document.`)
  const status = { number: stored.number, bundle, title: document.title, version, hash, receivedAt, decision }
  return { status: { ...status, state: 'received' }, document }
}
