import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../portal/form/submit/answer.ts'
import { Submitter } from '../../portal/form/submit/submitter.ts'
import { compile, decide } from '../../rules/index.ts'
import { smallDocument } from '../support/documents.ts'

const receipt = {
  number: '430321-20261123-000017',
  secret: 's',
  bundle: 'open-a-stall',
  version: 1,
  hash: 'a',
  receivedAt: '2026-11-23T02:00:00Z',
  decision: decide(compile(smallDocument()), {}),
}

function problem(kind: string, errors: object[] = []) {
  return {
    type: `/problems/${kind}`,
    status: 422,
    title: '有误',
    texts: { 'zh-CN': '有误', en: 'Wrong' },
    errors,
  }
}

/** A server that remembers what it was sent and answers as told. */
function server(answers: (() => Response)[]) {
  const keys: string[] = []
  const send: typeof fetch = async (_, init) => {
    keys.push(new Headers(init?.headers).get('Idempotency-Key') ?? '')
    const answer = answers[keys.length - 1]
    if (!answer) throw new TypeError('network error')
    return answer()
  }
  return { keys, submitter: new Submitter(send) }
}

const received = () => Response.json(receipt, { status: 201 })
const submission = { bundle: 'open-a-stall', version: 1, answers: { area: 6 } }

describe('submitting', () => {
  it('keeps its key while the same content is tried again, so that nothing is submitted twice', async () => {
    const { keys, submitter } = server([() => new Response('bad gateway', { status: 502 })])
    expect(await submitter.submit(submission)).toEqual({ kind: 'unreachable' })
    expect(await submitter.submit(submission)).toEqual({ kind: 'unreachable' })
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('takes a new key for other content', async () => {
    const { keys, submitter } = server([received, received])
    await submitter.submit(submission)
    await submitter.submit({ ...submission, answers: { area: 7 } })
    expect(new Set(keys).size).toBe(2)
  })

  it('gives the receipt', async () => {
    expect(await server([received]).submitter.submit(submission)).toEqual({ kind: 'received', receipt })
  })
})

describe('the server’s answer', () => {
  it('points faults at answers', () => {
    const fault = { pointer: '/answers/helpers/0/name', keyword: 'required', message: { 'zh-CN': '必填' } }
    const elsewhere = { pointer: '/bundle', keyword: 'type', message: { 'zh-CN': '有误' } }
    expect(readAnswer(422, problem('invalid-input', [fault, elsewhere]))).toEqual({
      kind: 'invalid',
      faults: [{ ...fault, pointer: '/helpers/0/name' }],
    })
  })

  it('tells reasons for not being eligible from faults', () => {
    const reason = { pointer: '/answers', keyword: 'E1', message: { 'zh-CN': '不符合' } }
    expect(readAnswer(422, problem('not-eligible', [reason]))).toEqual({
      kind: 'not-eligible',
      faults: [reason],
    })
  })

  it('knows a stale version', () => {
    expect(readAnswer(409, problem('stale-version'))).toEqual({ kind: 'stale' })
  })

  it.each([429, 500, 503])('counts %i as not being reached, to be tried again', (status) => {
    expect(readAnswer(status, problem('busy'))).toEqual({ kind: 'unreachable' })
  })

  it('passes on why anything else was refused', () => {
    expect(readAnswer(404, { ...problem('unknown-bundle'), instance: 'r-1' })).toEqual({
      kind: 'refused',
      title: { 'zh-CN': '有误', en: 'Wrong' },
      instance: 'r-1',
    })
  })

  it.each([
    [200, '<html>'],
    [201, { number: 1 }],
    [422, null],
    [403, { error: 'proxy' }],
  ])('takes %i with something that is none of ours for no answer', (status, body) => {
    expect(readAnswer(status, body)).toEqual({ kind: 'unreachable' })
  })
})
