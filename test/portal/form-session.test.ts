import { describe, expect, it } from 'vitest'
import { answersToSubmit, overviewOf } from '../../portal/form/state/overview.ts'
import { answered, begin, renewed, type Session } from '../../portal/form/state/session.ts'
import { goTo, refusedByServer, stepBefore, submitStep } from '../../portal/form/state/walk.ts'
import type { Answers } from '../../schemas/index.ts'
import { smallDocument } from '../support/documents.ts'

const today = '2026-11-24'
const fresh = () => begin(smallDocument(), 1, today)
const give = (session: Session, answers: Answers) => answered(session, Object.keys(answers), answers)
const person = { idNumber: '430321199001010016' }
const stall = { area: 6, hasSign: true, signText: '米粉' }

const atStall = () => submitStep(give(fresh(), person), 'person')
const atReview = () => submitStep(give(atStall(), stall), 'stall')

describe('going on from a step', () => {
  it('is refused while something required is missing, naming the place', () => {
    const session = submitStep(fresh(), 'person')
    expect(session.place).toEqual({ kind: 'step', id: 'person' })
    expect(session.faults).toMatchObject([{ pointer: '/idNumber', keyword: 'required' }])
    expect(session.refusals).toBe(1)
  })

  it('is refused for a wrong answer, with what is expected in both languages', () => {
    const session = submitStep(give(fresh(), { idNumber: '430321199001010017' }), 'person')
    expect(session.faults[0]).toMatchObject({ pointer: '/idNumber', keyword: 'format' })
    expect(session.faults[0]?.message.en).toContain('check digit')
  })

  it('forgets the fault of an answer as soon as it is changed', () => {
    expect(give(submitStep(fresh(), 'person'), person).faults).toEqual([])
  })

  it('leads to the next step and then to the review', () => {
    expect(atStall().place).toEqual({ kind: 'step', id: 'stall' })
    expect(atReview().place).toEqual({ kind: 'review' })
  })

  it('takes what was left empty as left empty on purpose', () => {
    expect(atStall().answers).toMatchObject({ mobile: null, helpers: null })
  })

  it('is refused for a number that cannot be read, and keeps what was typed', () => {
    const session = submitStep(give(atStall(), { ...stall, area: '十二' }), 'stall')
    expect(session.faults).toMatchObject([{ pointer: '/area' }])
    expect(session.answers.area).toBe('十二')
  })

  it('asks a question that the last answer of the step has just made appear', () => {
    const session = submitStep(give(atStall(), { area: 6, hasSign: true }), 'stall')
    expect(session.faults).toMatchObject([{ pointer: '/signText', keyword: 'required' }])
  })
})

describe('what follows from the answers', () => {
  it('is decided on what can be read only', () => {
    expect(overviewOf(give(fresh(), { area: '1x' }), 'zh-CN').decision.limit.certainty).toBe('open')
    expect(overviewOf(give(fresh(), { area: 6 }), 'zh-CN').decision.limit).toMatchObject({
      days: 5,
      certainty: 'certain',
    })
  })

  it('includes answers worked out from others', () => {
    expect(overviewOf(give(fresh(), person), 'zh-CN').answers.age).toBe(36)
    const child = overviewOf(give(fresh(), { idNumber: '430321201501010015' }), 'zh-CN')
    expect(child.answers.age).toBe(11)
    expect(child.decision.eligibility).toBe('rejected')
  })

  it('keeps an answer while its question is hidden, and submits it only while it shows', () => {
    const hidden = give(atReview(), { hasSign: false })
    expect(hidden.answers.signText).toBe('米粉')
    expect(answersToSubmit(hidden, overviewOf(hidden, 'zh-CN'))).not.toHaveProperty('signText')
    const shown = give(hidden, { hasSign: true })
    expect(answersToSubmit(shown, overviewOf(shown, 'zh-CN'))).toMatchObject({ signText: '米粉' })
  })

  it('submits neither derived nor empty answers', () => {
    const session = atReview()
    expect(answersToSubmit(session, overviewOf(session, 'zh-CN'))).toEqual({ ...person, ...stall })
  })

  it('is said in the language asked for', () => {
    expect(overviewOf(fresh(), 'en').steps.map(({ title }) => title)).toEqual([
      'The stallholder',
      'The stall',
    ])
  })
})

describe('moving between steps', () => {
  it('is free backwards, and forwards as far as everything is complete', () => {
    expect(goTo(atStall(), { kind: 'step', id: 'person' }).place).toEqual({ kind: 'step', id: 'person' })
    expect(goTo(fresh(), { kind: 'step', id: 'stall' }).place).toEqual({ kind: 'step', id: 'person' })
    expect(goTo(atStall(), { kind: 'review' }).place).toEqual({ kind: 'step', id: 'stall' })
    expect(goTo(atReview(), { kind: 'review' }).place).toEqual({ kind: 'review' })
  })

  it('shows how far each step is', () => {
    const states = (session: Session) => overviewOf(session, 'zh-CN').steps.map(({ state }) => state)
    expect(states(fresh())).toEqual(['current', 'open'])
    expect(states(atStall())).toEqual(['done', 'current'])
    expect(states(give(atReview(), { idNumber: '1' }))).toEqual(['faulty', 'done'])
  })

  it('knows the step before', () => {
    const { steps } = overviewOf(atStall(), 'zh-CN')
    expect(stepBefore(steps, { kind: 'step', id: 'stall' })?.id).toBe('person')
    expect(stepBefore(steps, { kind: 'step', id: 'person' })).toBeUndefined()
    expect(stepBefore(steps, { kind: 'review' })?.id).toBe('stall')
  })

  it('goes from a changed step straight back to the review, or to what the change made incomplete', () => {
    const changing = goTo(atReview(), { kind: 'step', id: 'person' })
    expect(submitStep(changing, 'person').place).toEqual({ kind: 'review' })
    const broken = give(changing, { signText: '' })
    expect(submitStep(broken, 'person').place).toEqual({ kind: 'step', id: 'stall' })
  })
})

describe('after the server’s word', () => {
  it('shows its faults in the first step they are about', () => {
    const fault = { pointer: '/area', keyword: 'minimum', message: { 'zh-CN': '太小。', en: 'Too small.' } }
    const session = refusedByServer(atReview(), [fault])
    expect(session?.place).toEqual({ kind: 'step', id: 'stall' })
    expect(session?.faults).toEqual([fault])
  })

  it('has no step to show for a fault that is about no question', () => {
    const fault = { pointer: '', keyword: 'schema', message: { 'zh-CN': '有误。' } }
    expect(refusedByServer(atReview(), [fault])).toBeUndefined()
  })

  it('keeps the answers on a newer version, drops those nobody asks for any more, and asks for what is new', () => {
    const { form } = smallDocument()
    const { signText: _, ...fields } = form.fields
    const lamp = { schema: { type: 'boolean' as const }, title: { 'zh-CN': '是否用灯' }, required: true }
    const steps = [
      { ...form.steps[0], id: 'person', title: { 'zh-CN': '经营者' }, fields: ['idNumber', 'age'] },
      { id: 'stall', title: { 'zh-CN': '摊位' }, fields: ['area', 'hasSign', 'lamp'] },
    ]
    const session = renewed(atReview(), smallDocument({ form: { steps, fields: { ...fields, lamp } } }), 2)
    expect(session).toMatchObject({ number: 2, updated: true, place: { kind: 'review' } })
    expect(session.answers).toMatchObject({ ...person, area: 6 })
    expect(session.answers).not.toHaveProperty('signText')
    const { complete, steps: after } = overviewOf(session, 'zh-CN')
    expect(complete).toBe(false)
    expect(after.find((step) => !step.complete)?.id).toBe('stall')
  })
})
