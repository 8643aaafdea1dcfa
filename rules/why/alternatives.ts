import type { Answers, BundleDocument, Field } from '../../schemas/index.ts'
import { constantsByFact } from '../conditions/constants.ts'
import { comparedFields, formulaFields } from './links.ts'
import { type Step, stepsFrom } from './steps.ts'

/** The other answers to try, question by question. */
export type Alternatives = {
  readonly steps: ReadonlyMap<string, readonly Step[]>
  /** Whether every answer the form accepts, to any of the questions asked about, comes out as one of the steps does. */
  readonly isExhaustive: boolean
}

/** Whether the steps from every answer stand for all answers: choices one by one, numbers cut at numbers. */
function isCoveredBySteps({ schema }: Field, constants: readonly unknown[], isLinked: boolean): boolean {
  if (schema.type === 'boolean') return true
  if (schema.type === 'string') return 'enum' in schema
  if (schema.type !== 'number' && schema.type !== 'integer') return false
  return !isLinked && constants.every((value) => typeof value === 'number')
}

/** What else could be answered to `fields`. Private questions are left alone. */
export function alternativesFor(
  document: BundleDocument,
  fields: readonly string[],
  situation: Answers,
): Alternatives {
  const constants = constantsByFact(document)
  const compared = comparedFields(document)
  const inFormulas = formulaFields(document)
  const steps = new Map<string, readonly Step[]>()
  let isExhaustive = true
  for (const id of fields) {
    const field = document.form.fields[id]
    if (!field) continue
    const others = [...(compared.get(id) ?? [])]
    const known = constants.get(id) ?? []
    const isLinked = others.length > 0 || inFormulas.has(id)
    if (field.sensitive || !isCoveredBySteps(field, known, isLinked)) isExhaustive = false
    if (field.sensitive) continue
    const found = stepsFrom(
      id,
      field,
      situation[id],
      known,
      others.map((other) => situation[other]),
      inFormulas.has(id),
    )
    if (found.length > 0) steps.set(id, found)
  }
  return { steps, isExhaustive }
}

/** What the numbers of a question are multiples of; undefined where anything goes. */
export function gridOf(document: BundleDocument, id: string): number | undefined {
  const schema = document.form.fields[id]?.schema
  if (schema?.type !== 'integer' && schema?.type !== 'number') return undefined
  return schema.multipleOf ?? (schema.type === 'integer' ? 1 : undefined)
}

/** Whether `one` lies further on from `step` than `step` itself. */
function isBeyond(one: Step, { side, bound }: Step): boolean {
  if (one.to === null || one.bound === undefined || bound === undefined) return false
  return side === 'atMost' || side === 'below'
    ? one.bound < bound || (one.bound === bound && one.side === 'below')
    : one.bound > bound || (one.bound === bound && one.side === 'above')
}

/**
 * A step told as a side of its boundary where everything on that side, as far as the form accepts it, makes the same
 * difference; otherwise, or where nothing else lies there, as the one value it is.
 */
export function toldBySide(
  document: BundleDocument,
  step: Step,
  all: readonly Step[],
  flips: (step: Step) => boolean,
): Step {
  const { side, bound, ...plain } = step
  if (side === undefined || bound === undefined) return step
  const schema = document.form.fields[step.field]?.schema
  const downwards = side === 'atMost' || side === 'below'
  const isNumber = schema?.type === 'number' || schema?.type === 'integer'
  const end = !isNumber ? undefined : downwards ? schema.minimum : schema.maximum
  if (end !== undefined && step.to === end) return plain
  const beyond = all.filter((one) => isBeyond(one, step))
  const ends = end === undefined ? [] : [{ ...plain, to: end }]
  return [...beyond, ...ends].every(flips) ? step : plain
}
