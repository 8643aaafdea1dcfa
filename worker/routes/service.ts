import Type from 'typebox'
import { openApi } from '../http/openapi.ts'
import { type Operation, operation } from '../http/operation.ts'

const Health = Type.Object({ status: Type.Literal('ok') }, { additionalProperties: false })

/** The operations about the service itself; `others` are what it describes beside itself. */
export function serviceOperations(others: readonly Operation[]): Operation[] {
  const health = operation(
    {
      id: 'getHealth',
      method: 'GET',
      path: '/api/health',
      summary: { 'zh-CN': '服务是否可用', en: 'Whether the service and its database answer' },
      responses: { 200: Health },
      refusals: [],
      crossOrigin: true,
    },
    async (_request, { bundles }) => {
      await bundles.currentVersions()
      return { status: 200, body: { status: 'ok' }, headers: { 'Cache-Control': 'no-store' } }
    },
  )
  const description: Operation = operation(
    {
      id: 'getOpenApi',
      method: 'GET',
      path: '/api/openapi.json',
      summary: { 'zh-CN': '本接口的 OpenAPI 3.1 说明', en: 'This API as OpenAPI 3.1' },
      responses: { 200: Type.Object({}) },
      refusals: [],
      crossOrigin: true,
    },
    async () => {
      const body = openApi([...others, health, description])
      return { status: 200, body, headers: { 'Cache-Control': 'no-cache' } }
    },
  )
  return [health, description]
}
