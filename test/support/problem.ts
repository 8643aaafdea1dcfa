import { expect } from 'vitest'
import { Problem } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'

/** The problem in an answer, which has to be one in every respect. */
export async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  const problem = parse(Problem, await response.json())
  expect(problem.status).toBe(response.status)
  expect(problem.texts.en).toBeTruthy()
  for (const { message } of problem.errors) expect(message.en).toBeTruthy()
  return problem
}
