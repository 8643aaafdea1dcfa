import type { Answers, BundleDocument } from '../../schemas/index.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { constantsByFact } from '../conditions/constants.ts'
import { fieldsBehind } from '../coverage/fields-behind.ts'
import { dateOf, dayOf } from '../days.ts'
import { deriveAnswers } from '../form/derive-answers.ts'
import { fieldStates } from '../form/visible.ts'
import { type Random, randomFrom } from '../random.ts'
import type { ReplayCase } from '../replay/case.ts'
import { calibrate, type Drawing, rejectionsOf, type Weights } from './calibrate.ts'
import { type FieldModel, fieldModels } from './field-model.ts'
import { daysOfReceipt, someTownship } from './year.ts'

/** At most this share of the applications is turned away, where that can be had. */
const rejectedShareWanted = 0.08
const mostRedraws = 60
/** From this share on, looking for somebody who qualifies is not worth the time. */
const hopeless = 0.98
const defaultYear = 2025

export type GenerateOptions = { readonly cases: number; readonly seed: number; readonly year?: number }

/** Draws one application: every question answered, then those that do not apply taken out again. */
function draw(
  compiled: CompiledBundle,
  models: readonly FieldModel[],
  weights: Weights,
  random: Random,
  day: number,
): Drawing {
  const { document } = compiled
  const choices = new Map<string, readonly number[]>()
  const drawn: Record<string, unknown> = {}
  for (const model of models) {
    const chosen = (weights.get(model.id) ?? model.weights).map((list) => random.weighted(list))
    choices.set(model.id, chosen)
    drawn[model.id] = model.answer(random, chosen, day, drawn)
  }
  // What is computed comes from its source alone.
  for (const [id, { derive }] of Object.entries(document.form.fields))
    if (derive && drawn[derive.from] === null) drawn[id] = null
  return { answers: applicable(compiled, models, choices, drawn, random, day), choices }
}

/** Keeps what the form would show, and answers what it would insist on. */
function applicable(
  compiled: CompiledBundle,
  models: readonly FieldModel[],
  choices: ReadonlyMap<string, readonly number[]>,
  drawn: Readonly<Record<string, unknown>>,
  random: Random,
  day: number,
): Answers {
  const today = dateOf(day)
  let answers: Answers = { ...drawn }
  for (const _ of models) {
    answers = deriveAnswers(compiled.document, answers, today)
    const missing = fieldStates(compiled, answers, 'absent').filter(
      ({ id, shown, required }) => shown && required && (answers[id] ?? null) === null,
    )
    if (missing.length === 0) break
    for (const { id } of missing) {
      const model = models.find((one) => one.id === id)
      const [, ...rest] = choices.get(id) ?? []
      const given = model?.answer(random, [0, ...rest], day, answers) ?? null
      if (given === null) throw new Error(`${compiled.document.id}: no answer can be made up for ${id}`)
      answers[id] = given
    }
  }
  const shown = fieldStates(compiled, answers, 'absent').filter((state) => state.shown)
  return Object.fromEntries(
    shown.flatMap(({ id }) => ((answers[id] ?? null) === null ? [] : [[id, answers[id]]])),
  )
}

const isTownship = (value: unknown): value is string =>
  typeof value === 'string' && /^430321\d{3}$/.test(value)

/** The township the form asks for: the question with the county's data element, or the one that offers townships. */
function townshipField(document: BundleDocument): string | undefined {
  const fields = Object.entries(document.form.fields)
  const byElement = fields.find(([, { element }]) => element === 'township-code')
  const byChoices = fields.find(
    ([, { schema }]) => schema.type === 'string' && 'enum' in schema && schema.enum.every(isTownship),
  )
  return (byElement ?? byChoices)?.[0]
}

/**
 * A year of made-up applications for any bundle, in order of receipt. The same document, seed and options give the
 * same cases. Each is one the form would accept: required questions answered, hidden ones absent, optional ones empty
 * now and then; identity numbers, codes and telephone numbers are valid and belong to nobody. Numbers lie log-normally
 * around what rules compare them with, on both sides; most applicants qualify. What the weights stand for is
 * plausible, not measured.
 *
 * @throws Error where a required text has a pattern no text can be made up for.
 */
export function* generateCases(
  document: BundleDocument,
  { cases, seed, year = defaultYear }: GenerateOptions,
): Generator<ReplayCase, void> {
  const compiled = compile(document)
  const models = fieldModels(document, constantsByFact(document))
  const prior: Weights = new Map(models.map(({ id, weights }) => [id, weights]))
  const decisive = new Set(compiled.rejections.flatMap((rule) => fieldsBehind(document, rule)))
  const midYear = dayOf(`${year}-07-01`) ?? 0
  const { weights, rejectedShare } = calibrate(compiled, prior, decisive, (current, random) =>
    draw(compiled, models, current, random, midYear),
  )
  // Kept with this probability, so that the wanted share of all is turned away; all of them where nobody qualifies.
  const others = rejectedShare * (1 - rejectedShareWanted)
  const keepRejected =
    rejectedShare > hopeless || others === 0 ? 1 : (rejectedShareWanted * (1 - rejectedShare)) / others
  const random = randomFrom(seed)
  const asked = townshipField(document)
  for (const day of daysOfReceipt(year, cases, random)) {
    let answers = draw(compiled, models, weights, random, day).answers
    for (let redraw = 0; redraw < mostRedraws; redraw++) {
      if (random.chance(keepRejected) || rejectionsOf(compiled, answers) === 0) break
      answers = draw(compiled, models, weights, random, day).answers
    }
    const given = asked === undefined ? someTownship(random) : answers[asked]
    yield { receivedOn: dateOf(day), township: isTownship(given) ? given : null, answers }
  }
}
