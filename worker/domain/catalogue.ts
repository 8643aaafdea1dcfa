import Type from 'typebox'
import type { BundlePage, BundleSummary } from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/index.ts'
import type { Bundles, CataloguePlace } from '../ports.ts'
import { fromBase64, toBase64Url, utf8 } from './crypto.ts'
import { Refusal } from './refusal.ts'
import { wordsOf } from './search.ts'

export interface CatalogueRequest {
  q?: string
  category?: string
  audience?: string
  cursor?: string
  limit?: number
}

export const defaultLimit = 20

const Place = Type.Tuple([Type.Integer({ minimum: 0, maximum: 1 }), Type.String(), Type.String()])

function isPlace(value: unknown): value is [number, string, string] {
  return validate(Place, value).length === 0
}

function writeCursor({ rank, code, id }: CataloguePlace): string {
  return toBase64Url(utf8(JSON.stringify([rank, code, id])))
}

function readCursor(cursor: string): CataloguePlace {
  try {
    const place: unknown = JSON.parse(new TextDecoder().decode(fromBase64(cursor) ?? utf8('null')))
    if (isPlace(place)) return { rank: place[0], code: place[1], id: place[2] }
  } catch {
    // Not JSON: refused below like any other cursor that is not ours.
  }
  throw new Refusal('invalid-parameter', {
    errors: [
      {
        pointer: '/query/cursor',
        keyword: 'cursor',
        message: {
          'zh-CN': '翻页标记无效,请从第一页重新开始。',
          en: 'The cursor is not one of ours; please start again from the first page.',
        },
      },
    ],
  })
}

/**
 * A page of the catalogue: title hits first, then by the county's own number.
 *
 * @throws Refusal `invalid-parameter` where the cursor is not one of ours.
 */
export async function cataloguePage(bundles: Bundles, request: CatalogueRequest): Promise<BundlePage> {
  const limit = request.limit ?? defaultLimit
  const entries = await bundles.page({
    words: wordsOf(request.q ?? ''),
    category: request.category || null,
    audience: request.audience || null,
    after: request.cursor ? readCursor(request.cursor) : null,
    limit: limit + 1,
  })
  const shown = entries.slice(0, limit)
  const last = entries.length > limit ? shown.at(-1) : undefined
  return { bundles: shown.map(({ summary }) => summary), next: last ? writeCursor(last.place) : null }
}

/** @throws Refusal `unknown-bundle`. */
export async function bundleSummary(bundles: Bundles, id: string): Promise<BundleSummary> {
  const summary = await bundles.summary(id)
  if (!summary) throw new Refusal('unknown-bundle')
  return summary
}
