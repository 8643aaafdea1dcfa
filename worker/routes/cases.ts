import Type from 'typebox'
import { CaseStatus, CaseSubmission, Receipt, ReceiptNumber } from '../../schemas/index.ts'
import { statusOf } from '../domain/receipt.ts'
import { submit } from '../domain/submit.ts'
import { operation } from '../http/operation.ts'
import { maxAnswerBytes } from './parameters.ts'

const privately = { 'Cache-Control': 'no-store' }

export const caseOperations = [
  operation(
    {
      id: 'submitCase',
      method: 'POST',
      path: '/api/cases',
      summary: { 'zh-CN': '提交办件', en: 'Submit an application' },
      headers: Type.Object({
        'Idempotency-Key': Type.String({
          minLength: 8,
          maxLength: 200,
          pattern: '^[!-~]*$',
          description: 'one fresh key for each application, the same for each attempt to submit it',
        }),
      }),
      body: { schema: CaseSubmission, maxBytes: maxAnswerBytes },
      responses: { 200: Receipt, 201: Receipt },
      refusals: [
        'not-configured',
        'unknown-bundle',
        'unknown-version',
        'stale-version',
        'idempotency-key-reused',
        'not-eligible',
      ],
      crossOrigin: false,
    },
    async (request, services) => {
      const key = request.headers()['Idempotency-Key']
      const { receipt, replayed } = await submit(services, services.library, await request.body(), key)
      const headers = { ...privately, Location: `/api/cases/${receipt.number}` }
      return replayed
        ? { status: 200, body: receipt, headers: { ...headers, 'Idempotent-Replayed': 'true' } }
        : { status: 201, body: receipt, headers }
    },
  ),
  operation(
    {
      id: 'getCase',
      method: 'GET',
      path: '/api/cases/:number',
      summary: { 'zh-CN': '凭回执编号和查询码查看办件状态', en: 'Get the status of an application' },
      parameters: {
        schema: Type.Object({ number: ReceiptNumber }, { additionalProperties: false }),
        refusal: 'unknown-receipt',
      },
      headers: Type.Object({ 'Receipt-Secret': Type.Optional(Type.String({ maxLength: 200 })) }),
      responses: { 200: CaseStatus },
      refusals: [],
      crossOrigin: false,
    },
    async (request, { cases, bundles }) => {
      const secret = request.headers()['Receipt-Secret'] ?? ''
      const { status } = await statusOf(cases, bundles, request.path().number, secret)
      return { status: 200, body: status, headers: privately }
    },
  ),
]
