import Type from 'typebox'
import { parseDocument } from '../../rules/publishing.ts'
import { BundleDocument, VersionSummary } from '../../schemas/index.ts'
import { maxDocumentBytes, publish, requirePublisher } from '../domain/publish.ts'
import { operation } from '../http/operation.ts'
import { bundlePath } from './parameters.ts'

export const publishOperations = [
  operation(
    {
      id: 'publishVersion',
      method: 'POST',
      path: '/api/bundles/:id/versions',
      summary: {
        'zh-CN': '发布套餐文档为新版本',
        en: 'Publish a bundle document as the next version',
      },
      parameters: bundlePath,
      headers: Type.Object({ Authorization: Type.Optional(Type.String({ maxLength: 1000 })) }),
      body: { schema: BundleDocument, maxBytes: maxDocumentBytes, read: parseDocument },
      responses: { 200: VersionSummary, 201: VersionSummary },
      refusals: ['not-configured', 'unauthorised', 'unverified-document', 'publish-conflict'],
      crossOrigin: false,
      bearer: true,
    },
    async (request, services) => {
      await requirePublisher(services.keys, request.headers().Authorization)
      const { id } = request.path()
      const { version, created } = await publish(services, id, await request.body())
      const location = `/api/bundles/${id}/versions/${version.number}`
      return { status: created ? 201 : 200, body: version, headers: { Location: location } }
    },
  ),
]
