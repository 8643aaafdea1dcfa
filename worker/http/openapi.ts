import type { TObject } from 'typebox'
import { Condition, type LocalText, Problem } from '../../schemas/index.ts'
import { Components } from './components.ts'
import { type Operation, refusalsOf } from './operation.ts'
import { problemKinds } from './problem-kinds.ts'

/** A part of an OpenAPI description. */
type Description = Record<string, unknown>

const title = '一件事一次办 · Yijianshi'

/** Version of the API, raised when a client would have to change. */
const apiVersion = '1.0.0'

const successes: Record<string, string> = {
  200: 'OK',
  201: '已创建 · Created',
  304: '没有变化 · Not modified',
}

function both({ 'zh-CN': chinese, en }: LocalText): string {
  return en ? `${chinese} · ${en}` : chinese
}

function parameters(
  components: Components,
  place: 'path' | 'query' | 'header',
  schema?: TObject,
): Description[] {
  const required = new Set<string>(schema?.required)
  return Object.entries(schema?.properties ?? {})
    .filter(([name]) => name !== 'Authorization')
    .map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || required.has(name),
      schema: components.describe(property),
    }))
}

function responses(components: Components, operation: Operation): Description {
  const problem = { 'application/problem+json': { schema: components.describe(Problem) } }
  const good = Object.entries(operation.responses).map(([status, schema]) => {
    const content = schema ? { content: { 'application/json': { schema: components.describe(schema) } } } : {}
    return [status, { description: successes[status], ...content }]
  })
  const byStatus = Map.groupBy(refusalsOf(operation), (kind) => problemKinds[kind].status)
  const bad = [...byStatus].map(([status, kinds]) => {
    const description = kinds
      .map((kind) => `/problems/${kind}: ${both(problemKinds[kind].title)}`)
      .join('\n\n')
    return [String(status), { description, content: problem }]
  })
  return Object.fromEntries([...good, ...bad])
}

function describe(components: Components, operation: Operation): Description {
  const { id, summary, body, bearer } = operation
  const content = body && { 'application/json': { schema: components.describe(body.schema) } }
  return {
    operationId: id,
    summary: both(summary),
    parameters: [
      ...parameters(components, 'path', operation.parameters?.schema),
      ...parameters(components, 'query', operation.query),
      ...parameters(components, 'header', operation.headers),
    ],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: responses(components, operation),
    security: bearer ? [{ publisher: [] }] : [],
  }
}

/** The OpenAPI 3.1 description of the operations, from the same table and schemas that answer and check requests. */
export function openApi(operations: readonly Operation[]): Description {
  const components = new Components()
  components.describe(Condition)
  const byPath = Map.groupBy(operations, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  const paths = [...byPath].map(([path, group]) => [
    path,
    Object.fromEntries(group.map((each) => [each.method.toLowerCase(), describe(components, each)])),
  ])
  return {
    openapi: '3.1.0',
    info: { title, version: apiVersion },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: components.schemas,
      securitySchemes: { publisher: { type: 'http', scheme: 'bearer' } },
    },
  }
}
