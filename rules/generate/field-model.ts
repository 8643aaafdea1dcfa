import type { BundleDocument, Derivation, Field } from '../../schemas/index.ts'
import { numbersAmong } from '../conditions/constants.ts'
import { dateOf, dayOf } from '../days.ts'
import type { Random } from '../random.ts'
import { madeUp, madeUpIdentityNumber } from './identifiers.ts'
import { type NumberModel, type NumberShape, numberModel } from './number-model.ts'
import { groupModel, shapeOf, shareLeftEmpty, textOf } from './part-model.ts'

/**
 * How one question is answered: some choices by weight (one weight list each), which together give the answer.
 * Calibration changes the weights; what an answer looks like stays.
 */
export type FieldModel = {
  readonly id: string
  readonly weights: readonly (readonly number[])[]
  /** The answer for the choices taken, on the day of the application; `drawn` holds the fields drawn before. */
  readonly answer: (random: Random, choices: readonly number[], day: number, drawn: Drawn) => unknown
}
export type Drawn = Readonly<Record<string, unknown>>

const yesAndNo = [1, 1] as const

/** Earlier choices of a list are the commoner ones, as forms are written. */
const byRank = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => 1 / (index + 1) ** 0.7)

const countyCentre = 0.28
/** Townships by size: the county seat first, then in the order of the list. */
const byTownship = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? countyCentre : (1 - countyCentre) / (index + 4)))

const isTownship = (code: string): boolean => /^\d{9}$/.test(code)

/** Younger than those whose order codes the made-up numbers use. */
const eldest = 99

/** Ages as adults have them; other numbers are spread around what rules compare them with. */
const priors: Readonly<Partial<Record<Derivation['as'], (random: Random) => number>>> = {
  'age-in-years': (random) => Math.min(eldest, Math.abs(44 + 15 * random.normal())),
}

type Unfilled = Omit<FieldModel, 'id'>

function ofNumber(shape: NumberShape, write: (value: number, day: number) => unknown): Unfilled {
  const model: NumberModel = numberModel(shape)
  return {
    weights: [model.weights],
    answer: (random, [cell = 0], day) => write(model.draw(random, cell), day),
  }
}

/** A date: where rules compare it, around those dates; otherwise in the year before the application. */
function ofDate(constants: readonly unknown[]): Unfilled {
  const days = constants
    .flatMap((one) => (typeof one === 'string' ? (dayOf(one) ?? []) : []))
    .sort((a, b) => a - b)
  if (days.length === 0) return { weights: [], answer: (random, _, day) => madeUp(random, 'date', day) }
  const prior = (random: Random): number => (random.pick(days) ?? 0) + 60 * random.normal()
  const shape = {
    integer: true,
    minimum: undefined,
    maximum: undefined,
    multipleOf: undefined,
    anchors: days,
    prior,
  }
  return ofNumber(shape, (value) => dateOf(value))
}

function ofField(
  document: BundleDocument,
  id: string,
  field: Field,
  constants: readonly unknown[],
): Unfilled {
  const { schema } = field
  const computed = Object.entries(document.form.fields).filter(([, { derive }]) => derive?.from === id)
  if (computed.length > 0) return asComputedFrom(schema, computed)
  if (schema.type === 'boolean') return { weights: [yesAndNo], answer: (_, [choice]) => choice === 0 }
  if (schema.type === 'object') {
    const draw = groupModel(schema, field.parts)
    return { weights: [], answer: (random, _, day) => draw(random, day) }
  }
  if (schema.type === 'array') {
    const { items, minItems = 0, maxItems = Infinity } = schema
    if (items.type === 'object') {
      const most = Math.min(maxItems, Math.max(minItems, 4))
      const draw = groupModel(items, field.parts)
      return {
        weights: [],
        answer: (random, _, day) =>
          Array.from({ length: random.between(minItems, most) }, () => draw(random, day)),
      }
    }
    return {
      weights: items.enum.map(() => yesAndNo),
      answer: (_, choices) => {
        const wanted = items.enum.filter((_, index) => choices[index] === 0).slice(0, maxItems)
        return wanted.length >= minItems ? wanted : items.enum.slice(0, minItems)
      },
    }
  }
  if (schema.type === 'string') {
    if ('enum' in schema) {
      const weights = schema.enum.every(isTownship)
        ? byTownship(schema.enum.length)
        : byRank(schema.enum.length)
      return { weights: [weights], answer: (_, [choice = 0]) => schema.enum[choice] }
    }
    if (schema.format === 'date') return ofDate(constants)
    return { weights: [], answer: (random, _, day) => textOf(random, schema, field.title['zh-CN'], day) }
  }
  const prior = field.derive && priors[field.derive.as]
  const shape = { ...shapeOf(schema), anchors: numbersAmong(constants), ...(prior ? { prior } : {}) }
  return ofNumber(shape, (value) => value)
}

/** The source of computed fields is made up so that they come out as drawn. */
function asComputedFrom(schema: Field['schema'], computed: readonly (readonly [string, Field])[]): Unfilled {
  const target = (drawn: Drawn, as: Derivation['as']): unknown => {
    const [id] = computed.find(([, { derive }]) => derive?.as === as) ?? []
    return id === undefined ? undefined : drawn[id]
  }
  const isDate = schema.type === 'string' && 'format' in schema && schema.format === 'date'
  return {
    weights: [],
    answer: (random, _, day, drawn) => {
      if (isDate) {
        const days = target(drawn, 'days-since')
        return dateOf(day - (typeof days === 'number' ? days : random.between(1, 360)))
      }
      const age = target(drawn, 'age-in-years')
      const years = typeof age === 'number' ? Math.min(eldest, age) : random.between(20, 70)
      // A birthday lies at most 365 days back, so that the age stays as drawn; leap days shift it by one at most.
      const birthDay = day - Math.ceil(years * 365.25) - random.between(1, 360)
      return madeUpIdentityNumber(random, birthDay, target(drawn, 'sex'))
    },
  }
}

/** How each question of a document is answered, computed ones before what they are computed from. */
export function fieldModels(
  document: BundleDocument,
  constants: ReadonlyMap<string, unknown[]>,
): FieldModel[] {
  const entries = Object.entries(document.form.fields)
  const sources = new Set(entries.flatMap(([, { derive }]) => (derive ? [derive.from] : [])))
  const ordered = [
    ...entries.filter(([id]) => !sources.has(id)),
    ...entries.filter(([id]) => sources.has(id)),
  ]
  return ordered.map(([id, field]) => {
    const { weights, answer } = ofField(document, id, field, constants.get(id) ?? [])
    if (field.required || field.derive) return { id, weights, answer }
    return {
      id,
      weights: [[1 - shareLeftEmpty, shareLeftEmpty], ...weights],
      answer: (random, [empty, ...choices], day, drawn) =>
        empty === 1 ? null : answer(random, choices, day, drawn),
    }
  })
}
