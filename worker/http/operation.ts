import type { Static, TObject, TSchema } from 'typebox'
import type { Fault, Language, LocalText } from '../../schemas/index.ts'
import { InvalidInputError, parse } from '../../schemas/validator/index.ts'
import { Refusal, type RefusalKind } from '../domain/refusal.ts'
import type { Services } from '../services.ts'
import { readJson } from './request-body.ts'

/** What an operation answers with; `body` is sent as JSON. */
export interface Reply {
  status: 200 | 201 | 304
  body?: unknown
  headers?: Record<string, string>
}

/** A request as the server hands it over: nothing parsed yet. */
export interface RawRequest {
  request: Request
  path: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  language: Language
}

/** A request as a handler sees it. Each part is checked against its schema when it is asked for. */
export interface ParsedRequest<
  Path extends TObject,
  Query extends TObject,
  Headers extends TObject,
  Body extends TSchema,
> {
  path(): Static<Path>
  query(): Static<Query>
  headers(): Static<Headers>
  body(): Promise<Static<Body>>
  language: Language
  ifNoneMatch: string | undefined
}

interface OperationShape<
  Path extends TObject = TObject,
  Query extends TObject = TObject,
  Headers extends TObject = TObject,
  Body extends TSchema = TSchema,
> {
  /** Name of the operation in the OpenAPI description. */
  id: string
  method: 'GET' | 'POST'
  /** Path with parameters as `:name`. */
  path: string
  summary: LocalText
  /** Parameters in the path, and how a path that does not match is refused. */
  parameters?: { schema: Path; refusal: RefusalKind }
  query?: Query
  headers?: Headers
  body?: {
    schema: Body
    maxBytes: number
    /** Reads what the schema alone cannot check. */
    read?: (value: unknown) => Static<Body>
  }
  /** What the successful answers carry, by status; null: nothing. */
  responses: Partial<Record<Reply['status'], TSchema | null>>
  /** Reasons for which it refuses, beside those that follow from its parameters and body. */
  refusals: readonly RefusalKind[]
  /** Any web page may call it. */
  crossOrigin: boolean
  /** It needs the publish token. */
  bearer?: boolean
}

/** One line of the route table: it is registered, checked and described from this alone. */
export interface Operation extends OperationShape {
  run(raw: RawRequest, services: Services): Promise<Reply>
}

type Nothing = TObject<Record<never, never>>
type Texts = Readonly<Record<string, string | undefined>>

/** Every reason for which an operation may refuse. */
export function refusalsOf({ parameters, query, headers, body, refusals }: Operation): RefusalKind[] {
  const fromBody: RefusalKind[] = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid-input']
  const all: RefusalKind[] = [
    ...(parameters ? [parameters.refusal] : []),
    ...(query || headers ? (['invalid-parameter'] as const) : []),
    ...(body ? fromBody : []),
    ...refusals,
    'busy',
    'internal',
  ]
  return [...new Set(all)]
}

/** Texts of a URL as the schema's types: whole numbers where it asks for them. */
function typed(schema: TObject, texts: Texts): Record<string, unknown> {
  const entries = Object.entries(schema.properties).flatMap(([name, property]) => {
    const text = texts[name]
    if (text === undefined) return []
    const isNumber = 'type' in property && property.type === 'integer' && /^-?\d{1,15}$/.test(text)
    return [[name, isNumber ? Number(text) : text]]
  })
  return Object.fromEntries(entries)
}

function parseTexts<Schema extends TObject>(
  schema: Schema | undefined,
  texts: Texts,
  refuse: (errors: readonly Fault[]) => Refusal,
): Static<Schema> {
  if (!schema) throw new Error('The operation has no schema for this part of the request.')
  try {
    return parse(schema, typed(schema, texts))
  } catch (error) {
    throw error instanceof InvalidInputError ? refuse(error.faults) : error
  }
}

function refuseParameter(place: string) {
  return (faults: readonly Fault[]) =>
    new Refusal('invalid-parameter', {
      errors: faults.map((fault) => ({ ...fault, pointer: place + fault.pointer })),
    })
}

/** A line of the route table with its handler, whose types follow from the schemas. */
export function operation<
  Path extends TObject = Nothing,
  Query extends TObject = Nothing,
  Headers extends TObject = Nothing,
  Body extends TSchema = Nothing,
>(
  shape: OperationShape<Path, Query, Headers, Body>,
  handle: (request: ParsedRequest<Path, Query, Headers, Body>, services: Services) => Promise<Reply>,
): Operation {
  const { parameters, query, headers, body } = shape
  return {
    ...shape,
    run: ({ request, path, query: queryTexts, language }, services) => {
      const headerTexts = () =>
        Object.fromEntries(
          Object.keys(headers?.properties ?? {}).map((name) => [
            name,
            request.headers.get(name) ?? undefined,
          ]),
        )
      return handle(
        {
          path: () =>
            parseTexts(parameters?.schema, path, () => new Refusal(parameters?.refusal ?? 'not-found')),
          query: () => parseTexts(query, queryTexts, refuseParameter('/query')),
          headers: () => parseTexts(headers, headerTexts(), refuseParameter('/header')),
          body: async () => {
            if (!body) throw new Error('The operation has no schema for a body.')
            const value = await readJson(request, body.maxBytes)
            return body.read ? body.read(value) : parse(body.schema, value)
          },
          language,
          ifNoneMatch: request.headers.get('If-None-Match') ?? undefined,
        },
        services,
      )
    },
  }
}
