import { describe, expect, it } from 'vitest'
import { isJsonObject } from '../../schemas/index.ts'
import { operations } from '../../worker/routes/index.ts'
import { testApp } from './support/app.ts'

const server = testApp()

async function description(): Promise<Record<string, unknown>> {
  const response = await server.get('/api/openapi.json')
  expect(response.status).toBe(200)
  const value: unknown = await response.json()
  if (!isJsonObject(value)) throw new Error('The description is an object.')
  return value
}

/** Every value of a keyword, wherever it stands. */
function valuesOf(keyword: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((part) => valuesOf(keyword, part))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, part]) => (key === keyword ? [part] : valuesOf(keyword, part)))
}

describe('the OpenAPI description', () => {
  it('has every route of the API, and no other', async () => {
    const { paths } = await description()
    const described = Object.entries(Object(paths)).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`,
      ),
    )
    const registered = server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
      .map(({ method, path }) => `${method} ${path}`)
    expect(described.sort()).toEqual([...new Set(registered)].sort())
    expect(described.length).toBe(operations.length)
  })

  it('resolves every reference', async () => {
    const whole = await description()
    const references = valuesOf('$ref', whole)
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      const segments = String(reference).split('/').slice(1)
      const target = segments.reduce<unknown>((at, key) => (isJsonObject(at) ? at[key] : undefined), whole)
      expect(target, String(reference)).toSatisfy(isJsonObject)
      expect(Object.keys(Object(target)).length, String(reference)).toBeGreaterThan(0)
    }
    expect(valuesOf('$id', whole)).toEqual([])
  })

  it('names each operation once and says what can go wrong', async () => {
    const whole = await description()
    const ids = valuesOf('operationId', whole)
    expect(new Set(ids).size).toBe(ids.length)
    const { paths } = whole
    expect(Object(paths)['/api/cases'].post.responses).toMatchObject({
      '201': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } } },
      '409': {
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    })
    expect(Object(paths)['/api/bundles/{id}/versions'].post.security).toEqual([{ publisher: [] }])
  })
})
