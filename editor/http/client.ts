import type { Static, TSchema } from 'typebox'
import { type Language, Problem, textIn } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'

/** The server refused: the problem says why, in both languages. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.texts['zh-CN'])
    this.problem = problem
  }
}

/** No answer of ours came: no network, a proxy's page, or the server is down. Trying again may help. */
export class UnreachableError extends Error {
  override name = 'UnreachableError'
}

export interface Answer<T> {
  status: number
  body: T
  /** The entity tag, as it goes into If-Match. */
  etag: string | null
}

export interface Asked<Schema extends TSchema> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  ifMatch?: string
  /** What the answer has to look like. */
  answers: Schema
  signal?: AbortSignal
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new UnreachableError(`The answer with status ${response.status} is no JSON.`)
  }
}

function problemIn(body: unknown): Problem {
  try {
    return parse(Problem, body)
  } catch {
    throw new UnreachableError('The refusal is none of ours.')
  }
}

/**
 * Asks our own server and checks what it answers.
 *
 * @throws RefusedError with the server's problem, UnreachableError where none of its answers came.
 */
export async function ask<Schema extends TSchema>(
  path: string,
  { method = 'GET', body, ifMatch, answers, signal }: Asked<Schema>,
): Promise<Answer<Static<Schema>>> {
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }
  let response: Response
  try {
    response = await fetch(path, request)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new UnreachableError('No answer came.', { cause: error })
  }
  const value = await jsonOf(response)
  if (!response.ok) throw new RefusedError(problemIn(value))
  return { status: response.status, body: parse(answers, value), etag: response.headers.get('ETag') }
}

/** What a person is told about a request that failed; `unreachable` stands for what is none of the server's words. */
export function messageOf(error: unknown, language: Language, unreachable: string): string {
  return error instanceof RefusedError ? textIn(error.problem.texts, language) : unreachable
}
