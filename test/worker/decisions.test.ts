import { beforeAll, describe, expect, it } from 'vitest'
import { DecideAllResponse, DecideResponse, FormResponse } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { smallDocument } from '../support/documents.ts'
import { identityNumberOf } from '../support/identity-number.ts'
import { problemOf } from '../support/problem.ts'
import { rowCounts, testApp } from './support/app.ts'

const server = testApp()
const child = identityNumberOf('20150101')
const decisions = '/api/bundles/open-a-stall/decisions'

const another = smallDocument({ id: 'market-hall', code: 'TEST-002' })
if (another.form.fields.area) another.form.fields.area.schema = { type: 'number', minimum: 0, maximum: 10 }

beforeAll(async () => {
  await server.publish(smallDocument())
  await server.publish(another)
})

async function decide(answers: object, options: object = {}) {
  const response = await server.post(decisions, { answers, ...options })
  expect(response.status).toBe(200)
  return parse(DecideResponse, await response.json())
}

describe('deciding one bundle', () => {
  it('says what is certain and what is still open', async () => {
    const { decision } = await decide({ area: 6 })
    expect(decision.complete).toBe(false)
    expect(decision.items).toMatchObject([{ id: 'stall', certainty: 'certain' }])
    expect(decision.materials).toMatchObject([{ id: 'photo', certainty: 'open' }])
    expect(decision.ask.length).toBeGreaterThan(0)
  })

  it('takes what is unanswered as left empty where it is told to', async () => {
    const { decision } = await decide({ area: 6 }, { unanswered: 'absent' })
    expect(decision.complete).toBe(true)
    expect(decision.materials).toEqual([])
  })

  it('works out derived answers itself, on the Beijing date, whatever was sent', async () => {
    const born = (date: string) => ({ idNumber: identityNumberOf(date), age: 99, area: 6 })
    server.setTime('2026-11-23T15:59:59Z')
    expect((await decide(born('20081124'))).decision.eligibility).toBe('rejected')
    server.setTime('2026-11-23T16:00:00Z')
    expect((await decide(born('20081124'))).decision.eligibility).not.toBe('rejected')
  })

  it('drops answers that do not apply and names them', async () => {
    const { dropped, decision } = await decide({ hasSign: false, signText: '米粉' })
    expect(dropped).toEqual(['signText'])
    expect(decision.hidden).toContain('signText')
  })

  it('takes null for an answer that was left empty', async () => {
    const { decision } = await decide({ area: null, hasSign: null }, { unanswered: 'absent' })
    expect(decision.items).toEqual([])
  })

  it('explains itself on demand', async () => {
    expect((await decide({ area: 6 })).explanations).toBeUndefined()
    const { explanations } = await decide({ area: 6 }, { explain: true })
    expect(explanations?.some(({ rule }) => rule === 'permit')).toBe(true)
  })

  it('decides on the version asked for', async () => {
    expect((await decide({}, { version: 1 })).version).toBe(1)
    const response = await server.post(decisions, { answers: {}, version: 7 })
    expect(response.status).toBe(404)
    expect(await problemOf(response)).toMatchObject({ type: '/problems/unknown-version', currentVersion: 1 })
  })

  it.each([
    ['a field the form does not have', { ghost: 1 }, '/answers/ghost'],
    ['a number in words', { area: 'six' }, '/answers/area'],
    ['a choice that is not there', { townshipCode: '430321999' }, '/answers/townshipCode'],
    ['an identity number with a wrong check digit', { idNumber: '430321199001010017' }, '/answers/idNumber'],
    ['an identity number of a day that never was', { idNumber: '430321199002300016' }, '/answers/idNumber'],
    [
      'a wrong value deep inside a group',
      { helpers: [{ name: '甲', idNumber: '1' }] },
      '/answers/helpers/0/idNumber',
    ],
    ['a part the group does not have', { helpers: [{ name: '甲', ghost: 1 }] }, '/answers/helpers/0/ghost'],
    ['too many entries', { helpers: Array(10_000).fill({ name: '甲' }) }, '/answers/helpers'],
  ])('refuses %s', async (_what, answers, pointer) => {
    const response = await server.post(decisions, { answers })
    expect(response.status).toBe(422)
    const problem = await problemOf(response)
    expect(problem.type).toBe('/problems/invalid-input')
    expect(problem.errors.map((fault) => fault.pointer)).toContain(pointer)
  })

  it('stores nothing', async () => {
    expect(await rowCounts()).toMatchObject({ cases: 0, receipt_counters: 0 })
  })
})

describe('the form for given answers', () => {
  const form = '/api/bundles/open-a-stall/form'

  it('has the fields that apply, in the language asked for', async () => {
    const shown = async (answers: object, language?: string) =>
      parse(
        FormResponse,
        await (await server.post(form, { answers, ...(language ? { language } : {}) })).json(),
      )
    expect((await shown({ hasSign: false })).hidden).toEqual(['signText'])
    const { schema, steps } = await shown({ hasSign: true }, 'en')
    expect(Object.keys(Object(schema).properties)).toContain('signText')
    expect(steps[1]?.title).toBe('The stall')
  })

  it('follows the browser’s language where none is asked for', async () => {
    const response = await server.post(form, { answers: {} }, { 'Accept-Language': 'en-GB,zh;q=0.5' })
    expect(parse(FormResponse, await response.json()).steps[0]?.title).toBe('The stallholder')
  })
})

describe('deciding every bundle at once', () => {
  async function decideAll(answers: object) {
    const response = await server.post('/api/decisions', { answers })
    expect(response.status).toBe(200)
    const { decisions: all } = parse(DecideAllResponse, await response.json())
    return Object.fromEntries(all.map(({ bundle, decision }) => [bundle, decision]))
  }

  it('agrees with deciding each of them', async () => {
    const shared = { 'business-area': 6, 'applicant-id-number': child }
    const all = await decideAll({ ...shared, 'open-a-stall.hasSign': true })
    expect(all['open-a-stall']?.eligibility).toBe('rejected')
    expect(all['market-hall']?.eligibility).toBe('rejected')
    const { decision } = await decide({ area: 6, idNumber: child, hasSign: true })
    expect(all['open-a-stall']).toEqual(decision)
  })

  it('does not know, in one bundle, what only the other accepts', async () => {
    const all = await decideAll({ 'business-area': 60 })
    expect(all['open-a-stall']?.items).toMatchObject([{ certainty: 'certain' }])
    expect(all['market-hall']?.items).toMatchObject([{ certainty: 'open' }])
  })

  it('takes no answers at all', async () => {
    expect(Object.keys(await decideAll({}))).toEqual(['market-hall', 'open-a-stall'])
  })

  it.each([
    ['a key no bundle has', { ghost: 1 }, '/answers/ghost'],
    ['a field that goes by its element', { 'open-a-stall.area': 1 }, '/answers/open-a-stall.area'],
    ['a value no bundle accepts', { 'business-area': -1 }, '/answers/business-area'],
  ])('refuses %s', async (_what, answers, pointer) => {
    const response = await server.post('/api/decisions', { answers })
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer }])
  })
})
