import Type from 'typebox'
import { BundlePage, BundleSummary, Identifier, ServiceObject } from '../../schemas/index.ts'
import { bundleSummary, cataloguePage } from '../domain/catalogue.ts'
import { operation } from '../http/operation.ts'
import { bundlePath, Limit } from './parameters.ts'

const revalidate = { 'Cache-Control': 'no-cache' }

export const bundleOperations = [
  operation(
    {
      id: 'listBundles',
      method: 'GET',
      path: '/api/bundles',
      summary: { 'zh-CN': '查询一件事套餐目录', en: 'List and search the bundles' },
      query: Type.Object(
        {
          q: Type.Optional(Type.String({ maxLength: 200 })),
          category: Type.Optional(Identifier),
          audience: Type.Optional(ServiceObject),
          cursor: Type.Optional(Type.String({ maxLength: 500 })),
          limit: Type.Optional(Limit),
        },
        { additionalProperties: false },
      ),
      responses: { 200: BundlePage },
      refusals: [],
      crossOrigin: true,
    },
    async (request, { bundles }) => ({
      status: 200,
      body: await cataloguePage(bundles, request.query()),
      headers: revalidate,
    }),
  ),
  operation(
    {
      id: 'getBundle',
      method: 'GET',
      path: '/api/bundles/:id',
      summary: { 'zh-CN': '查看一个套餐的概要', en: 'Get one bundle in brief' },
      parameters: bundlePath,
      responses: { 200: BundleSummary },
      refusals: [],
      crossOrigin: true,
    },
    async (request, { bundles }) => ({
      status: 200,
      body: await bundleSummary(bundles, request.path().id),
      headers: revalidate,
    }),
  ),
]
