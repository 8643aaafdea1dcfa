import type { Answers, BundleDocument, Field } from '../../schemas/index.ts'
import { isJsonObject, pointerTo } from '../../schemas/index.ts'
import type { StoredAnswers } from '../ports.ts'
import { fromBase64, toBase64Url, toHex, utf8 } from './crypto.ts'

/** A sensitive value at rest: `v1.<key id>.<iv>.<ciphertext>`, AES-256-GCM over its JSON, base64url. */
export interface Sealed {
  sealed: string
}

type KeyBytes = Uint8Array<ArrayBuffer>

/** Formats whose values are personal whatever the author of the document remembered to say. */
const personalFormats: readonly unknown[] = ['cn-resident-identity-number', 'cn-mobile', 'cn-phone']

function isPersonal(schema: object): boolean {
  return 'format' in schema && personalFormats.includes(schema.format)
}

/** Ids of the parts of a group that are sealed, where only parts of it are. */
function sensitiveParts({ schema, parts }: Field): string[] {
  const group = schema.type === 'array' ? schema.items : schema
  if (group.type !== 'object') return []
  return Object.entries(group.properties)
    .filter(([id, part]) => parts?.[id]?.sensitive || isPersonal(part))
    .map(([id]) => id)
}

/** Applies `change` to every sensitive value, given with the pointer to its place in the answers. */
async function changeSensitive(
  document: BundleDocument,
  answers: Answers,
  change: (value: unknown, pointer: string) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  async function inGroup(
    value: unknown,
    parts: readonly string[],
    ...place: (string | number)[]
  ): Promise<unknown> {
    if (!isJsonObject(value)) return value
    const changed = await Promise.all(
      Object.entries(value).map(async ([part, partValue]) => [
        part,
        parts.includes(part) ? await change(partValue, pointerTo(...place, part)) : partValue,
      ]),
    )
    return Object.fromEntries(changed)
  }

  const entries = Object.entries(answers).map(async ([id, value]) => {
    const field = document.form.fields[id]
    if (!field || field.sensitive || isPersonal(field.schema)) return [id, await change(value, pointerTo(id))]
    const parts = sensitiveParts(field)
    if (parts.length === 0) return [id, value]
    if (!Array.isArray(value)) return [id, await inGroup(value, parts, id)]
    return [id, await Promise.all(value.map((entry, index) => inGroup(entry, parts, id, index)))]
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function importKey(bytes: KeyBytes): Promise<{ id: string; key: CryptoKey }> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { id: toHex(digest.subarray(0, 4)), key }
}

/**
 * Seals the sensitive values of `answers`, each on its own. `owner` is something that belongs to the case alone (its
 * key hash): a sealed value that is moved to another case or another field does not open.
 */
export async function sealAnswers(
  document: BundleDocument,
  answers: Answers,
  keyBytes: KeyBytes,
  owner: string,
): Promise<StoredAnswers> {
  const { id, key } = await importKey(keyBytes)
  return changeSensitive(document, answers, async (value, pointer): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(`${owner}${pointer}`) }
    const sealed = await crypto.subtle.encrypt(algorithm, key, utf8(JSON.stringify(value)))
    return { sealed: ['v1', id, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join('.') }
  })
}

/**
 * The answers as they were given.
 *
 * @throws Error where a value was sealed with another key, for another case or field, or was changed.
 */
export async function openAnswers(
  document: BundleDocument,
  answers: StoredAnswers,
  keyBytes: KeyBytes,
  owner: string,
): Promise<Answers> {
  const { id, key } = await importKey(keyBytes)
  return changeSensitive(document, answers, async (value, pointer) => {
    const text = isJsonObject(value) && typeof value.sealed === 'string' ? value.sealed : ''
    const [version, keyId, iv, sealed] = text.split('.')
    const ivBytes = fromBase64(iv ?? '')
    const sealedBytes = fromBase64(sealed ?? '')
    if (version !== 'v1' || keyId !== id || !ivBytes || !sealedBytes) {
      throw new Error(`The value at ${pointer} is not sealed with this key.`)
    }
    const algorithm = { name: 'AES-GCM', iv: ivBytes, additionalData: utf8(`${owner}${pointer}`) }
    const opened = await crypto.subtle.decrypt(algorithm, key, sealedBytes)
    const plain: unknown = JSON.parse(new TextDecoder().decode(opened))
    return plain
  })
}
