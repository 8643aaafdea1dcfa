import { parseJson } from '../../schemas/validator/index.ts'
import { Refusal } from '../domain/refusal.ts'

/**
 * The request's text, read no further than `maxBytes`.
 *
 * @throws Refusal `too-large`, or `malformed-json` where it is not UTF-8.
 */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw new Refusal('too-large')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let bytes = 0
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) break
      parts.push(decoder.decode(chunk, { stream: true }))
    }
    if (bytes <= maxBytes) parts.push(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('malformed-json')
    throw error
  }
  if (bytes > maxBytes) throw new Refusal('too-large')
  return parts.join('')
}

/**
 * The request's JSON value.
 *
 * @throws Refusal `unsupported-media-type`, `too-large` or `malformed-json`.
 * @throws InvalidInputError what `parseJson` throws: not JSON, too deep, or with keys that are no data.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Refusal('unsupported-media-type')
  return parseJson(await readText(request, maxBytes), { maxBytes })
}
