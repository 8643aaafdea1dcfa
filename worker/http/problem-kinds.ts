import type { LocalText } from '../../schemas/index.ts'
import type { RefusalKind } from '../domain/refusal.ts'

interface ProblemKind {
  status: number
  title: LocalText
  /** What the client can do about it, where the title does not say. */
  detail?: LocalText
}

/** Every problem type the API answers with. The kind is the last part of its `type`, `/problems/<kind>`. */
export const problemKinds: Record<RefusalKind, ProblemKind> = {
  'not-found': { status: 404, title: { 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' } },
  'unknown-bundle': {
    status: 404,
    title: { 'zh-CN': '没有这个一件事套餐。', en: 'There is no such bundle.' },
  },
  'unknown-version': {
    status: 404,
    title: { 'zh-CN': '这个套餐没有这个版本。', en: 'The bundle has no such version.' },
  },
  'unknown-receipt': {
    status: 404,
    title: {
      'zh-CN': '没有找到与回执编号和查询码相符的办件。',
      en: 'No case matches this receipt number and secret.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { 'zh-CN': '这个地址不支持该请求方法。', en: 'This address does not support the method.' },
  },
  'malformed-json': {
    status: 400,
    title: { 'zh-CN': '请求内容不是有效的 JSON。', en: 'The request is not valid JSON.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: {
      'zh-CN': '请求内容须为 JSON(Content-Type: application/json)。',
      en: 'The request has to be JSON (Content-Type: application/json).',
    },
  },
  'too-large': { status: 413, title: { 'zh-CN': '请求内容过大。', en: 'The request is too large.' } },
  'invalid-parameter': {
    status: 400,
    title: { 'zh-CN': '请求参数有误。', en: 'A parameter of the request is wrong.' },
  },
  'invalid-input': {
    status: 422,
    title: {
      'zh-CN': '填写的内容有误,请按提示修改。',
      en: 'Some of the content is wrong; please correct it.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      'zh-CN': '这个 Idempotency-Key 已用于另一份内容。',
      en: 'This Idempotency-Key was already used for other content.',
    },
    detail: {
      'zh-CN': '要提交另一份申请,请使用新的 Idempotency-Key。',
      en: 'Use a new Idempotency-Key for another application.',
    },
  },
  'stale-version': {
    status: 409,
    title: {
      'zh-CN': '套餐已发布新版本,请按新版本核对后再提交。',
      en: 'The bundle has a newer version; please review your answers on it and submit again.',
    },
  },
  'not-eligible': {
    status: 422,
    title: {
      'zh-CN': '按照所填情况,不符合受理条件。',
      en: 'According to the answers given, the application cannot be accepted.',
    },
  },
  'unverified-document': {
    status: 422,
    title: {
      'zh-CN': '套餐文档未通过场景用例或双引擎核对,没有发布。',
      en: 'The bundle document fails its scenarios or the check on both evaluators; it was not published.',
    },
  },
  'publish-conflict': {
    status: 409,
    title: {
      'zh-CN': '同时有其他版本正在发布,请稍后重试。',
      en: 'Another version was being published at the same time; please try again.',
    },
  },
  unauthorised: {
    status: 401,
    title: { 'zh-CN': '缺少或错误的访问令牌。', en: 'The access token is missing or wrong.' },
  },
  'not-configured': {
    status: 503,
    title: {
      'zh-CN': '服务尚未配置完成,暂时不能办理。',
      en: 'The service is not fully configured and cannot do this yet.',
    },
  },
  busy: {
    status: 503,
    title: { 'zh-CN': '服务繁忙,请稍后重试。', en: 'The service is busy; please try again shortly.' },
    detail: {
      'zh-CN': '用同一个 Idempotency-Key 重试不会重复提交。',
      en: 'Trying again with the same Idempotency-Key submits nothing twice.',
    },
  },
  internal: {
    status: 500,
    title: { 'zh-CN': '服务出现意外错误。', en: 'Something unexpected went wrong.' },
    detail: {
      'zh-CN': '请稍后重试;如需帮助,请提供 instance 编号。',
      en: 'Please try again later; quote the instance if you need help.',
    },
  },
}
