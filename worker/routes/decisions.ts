import {
  DecideAllRequest,
  DecideAllResponse,
  DecideRequest,
  DecideResponse,
  FormRequest,
  FormResponse,
} from '../../schemas/index.ts'
import { decideBundle } from '../domain/decide.ts'
import { decideEveryBundle } from '../domain/decide-all.ts'
import { formFor } from '../domain/form.ts'
import { operation } from '../http/operation.ts'
import { bundlePath, maxAnswerBytes } from './parameters.ts'

/** Answers are somebody's own: what was decided on them is kept by nobody on the way. */
const headers = { 'Cache-Control': 'no-store' }

export const decisionOperations = [
  operation(
    {
      id: 'deriveForm',
      method: 'POST',
      path: '/api/bundles/:id/form',
      summary: { 'zh-CN': '按已有回答生成表单', en: 'Derive the form for given answers' },
      parameters: bundlePath,
      body: { schema: FormRequest, maxBytes: maxAnswerBytes },
      responses: { 200: FormResponse },
      refusals: ['unknown-version'],
      crossOrigin: true,
    },
    async (request, { library, clock }) => {
      const form = await formFor(
        library,
        request.path().id,
        await request.body(),
        request.language,
        clock.now(),
      )
      return { status: 200, body: form, headers }
    },
  ),
  operation(
    {
      id: 'decideBundle',
      method: 'POST',
      path: '/api/bundles/:id/decisions',
      summary: { 'zh-CN': '按回答给出一个套餐的办理决定单', en: 'Decide one bundle for given answers' },
      parameters: bundlePath,
      body: { schema: DecideRequest, maxBytes: maxAnswerBytes },
      responses: { 200: DecideResponse },
      refusals: ['unknown-version'],
      crossOrigin: true,
    },
    async (request, { library, clock }) => {
      const decided = await decideBundle(library, request.path().id, await request.body(), clock.now())
      return { status: 200, body: decided, headers }
    },
  ),
  operation(
    {
      id: 'decideEveryBundle',
      method: 'POST',
      path: '/api/decisions',
      summary: { 'zh-CN': '按回答给出所有套餐的办理决定单', en: 'Decide every bundle for one person' },
      body: { schema: DecideAllRequest, maxBytes: maxAnswerBytes },
      responses: { 200: DecideAllResponse },
      refusals: [],
      crossOrigin: true,
    },
    async (request, { library, clock }) => {
      const { answers } = await request.body()
      return { status: 200, body: await decideEveryBundle(library, answers, clock.now()), headers }
    },
  ),
]
