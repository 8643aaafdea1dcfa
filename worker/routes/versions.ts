import Type from 'typebox'
import { BundleId, Version, VersionPage } from '../../schemas/index.ts'
import { findVersion } from '../domain/library.ts'
import { versionPage, withDocument } from '../domain/versions.ts'
import { namesTag } from '../http/entity-tag.ts'
import { operation, type Reply } from '../http/operation.ts'
import type { Bundles, PublishedVersion } from '../ports.ts'
import { bundlePath, defaultLimit, Limit } from './parameters.ts'

const versionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })

/** A published version never changes: a year, the longest that RFC 9111 caches are asked to keep. */
const immutable = 'public, max-age=31536000, immutable'

/** The document, or 304 where the client has it already. */
async function conditional(
  bundles: Bundles,
  version: PublishedVersion,
  tag: string,
  cacheControl: string,
  ifNoneMatch: string | undefined,
): Promise<Reply> {
  const headers = { ETag: tag, 'Cache-Control': cacheControl }
  if (namesTag(ifNoneMatch, tag)) return { status: 304, headers }
  return { status: 200, body: await withDocument(bundles, version), headers }
}

export const versionOperations = [
  operation(
    {
      id: 'listVersions',
      method: 'GET',
      path: '/api/bundles/:id/versions',
      summary: { 'zh-CN': '查询套餐的全部版本', en: 'List the versions of a bundle' },
      parameters: bundlePath,
      query: Type.Object(
        { cursor: Type.Optional(versionNumber), limit: Type.Optional(Limit) },
        { additionalProperties: false },
      ),
      responses: { 200: VersionPage },
      refusals: [],
      crossOrigin: true,
    },
    async (request, { bundles }) => {
      const { cursor, limit } = request.query()
      const page = await versionPage(bundles, request.path().id, cursor ?? null, limit ?? defaultLimit)
      return { status: 200, body: page, headers: { 'Cache-Control': 'no-cache' } }
    },
  ),
  operation(
    {
      id: 'getCurrentVersion',
      method: 'GET',
      path: '/api/bundles/:id/versions/current',
      summary: { 'zh-CN': '取得套餐的现行版本', en: 'Get the current version of a bundle' },
      parameters: bundlePath,
      responses: { 200: Version, 304: null },
      refusals: [],
      crossOrigin: true,
    },
    async (request, { bundles }) => {
      const version = await findVersion(bundles, request.path().id)
      // After a roll-back the same content has another number, which a client must come to know.
      const tag = version.firstOfItsContent ? `"${version.hash}"` : `"${version.hash}.${version.number}"`
      return conditional(bundles, version, tag, 'no-cache', request.ifNoneMatch)
    },
  ),
  operation(
    {
      id: 'getVersion',
      method: 'GET',
      path: '/api/bundles/:id/versions/:number',
      summary: { 'zh-CN': '取得套餐的某个版本', en: 'Get one version of a bundle' },
      parameters: {
        schema: Type.Object({ id: BundleId, number: versionNumber }, { additionalProperties: false }),
        refusal: 'unknown-version',
      },
      responses: { 200: Version, 304: null },
      refusals: ['unknown-bundle'],
      crossOrigin: true,
    },
    async (request, { bundles }) => {
      const { id, number } = request.path()
      const version = await findVersion(bundles, id, number)
      return conditional(bundles, version, `"${version.hash}"`, immutable, request.ifNoneMatch)
    },
  ),
]
