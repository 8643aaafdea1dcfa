import { catalogueKey, decide, decideAll, deriveAnswers } from '../../rules/index.ts'
import { normaliseAnswer } from '../../schemas/formats/index.ts'
import type { Answers, BundleDocument, DecideAllResponse, Fault } from '../../schemas/index.ts'
import { pointerTo } from '../../schemas/index.ts'
import { checkAnswer } from './answers.ts'
import { beijingDate } from './beijing.ts'
import type { Library, OpenVersion } from './library.ts'
import { Refusal } from './refusal.ts'

/** What one bundle makes of the answers: those its own fields accept, and the keys of those they do not. */
interface Reading {
  fields: Answers
  refused: Map<string, Fault[]>
}

/** Reads answers by `catalogueKey` for one bundle. */
export function readFor(document: BundleDocument, answers: Answers): Reading {
  const reading: Reading = { fields: {}, refused: new Map() }
  for (const [id, field] of Object.entries(document.form.fields)) {
    const key = catalogueKey(document, id)
    if (!Object.hasOwn(answers, key)) continue
    const value = normaliseAnswer(field.schema, answers[key])
    const faults = checkAnswer(field, value, pointerTo('answers', key))
    if (faults.length === 0) reading.fields[id] = value
    else reading.refused.set(key, faults)
  }
  return reading
}

function checkKeys(opened: readonly OpenVersion[], readings: readonly Reading[], answers: Answers): void {
  const known = new Set(
    opened.flatMap(({ compiled: { document } }) =>
      Object.keys(document.form.fields).map((id) => catalogueKey(document, id)),
    ),
  )
  const accepted = new Set(
    opened.flatMap(({ compiled: { document } }, index) =>
      Object.keys(readings[index]?.fields ?? {}).map((id) => catalogueKey(document, id)),
    ),
  )
  const errors = Object.keys(answers).flatMap((key): Fault[] => {
    const pointer = pointerTo('answers', key)
    if (!known.has(key)) return [unknownKey(pointer, key)]
    if (accepted.has(key)) return []
    return readings.find(({ refused }) => refused.has(key))?.refused.get(key) ?? []
  })
  if (errors.length > 0) throw new Refusal('invalid-input', { errors })
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function unknownKey(pointer: string, key: string): Fault {
  return {
    pointer,
    keyword: 'additionalProperties',
    message: {
      'zh-CN': `没有任何套餐使用名为“${key}”的数据元或字段。`,
      en: `No bundle has an element or a field called “${key}”.`,
    },
  }
}

/**
 * Decides every published bundle for one person. A value that one bundle's field does not accept is unknown there.
 *
 * @throws Refusal `invalid-input` for keys that no bundle has and values that no bundle accepts.
 */
export async function decideEveryBundle(
  library: Library,
  answers: Answers,
  now: Date,
): Promise<DecideAllResponse> {
  const { opened, catalogue } = await library.all()
  const readings = opened.map(({ compiled }) => readFor(compiled.document, answers))
  checkKeys(opened, readings, answers)

  // What can be worked out for one bundle is known to all that ask the same question.
  const shared = new Map<string, unknown>()
  const today = beijingDate(now)
  const own = opened.map(({ compiled: { document } }, index) => {
    const fields = deriveAnswers(document, readings[index]?.fields ?? {}, today)
    for (const [id, value] of Object.entries(fields)) {
      const key = catalogueKey(document, id)
      if (!shared.has(key)) shared.set(key, value)
    }
    return fields
  })
  const decisions = decideAll(catalogue, Object.fromEntries(shared))
  return {
    decisions: opened.map(({ version, compiled }, index) => {
      const fields = own[index] ?? {}
      const together = decisions[index]
      const agrees =
        readings[index]?.refused.size === 0 &&
        Object.entries(fields).every(([id, value]) =>
          isSame(shared.get(catalogueKey(compiled.document, id)), value),
        )
      const decision = agrees && together ? together : decide(compiled, fields)
      return { bundle: version.bundle, version: version.number, hash: version.hash, decision }
    }),
  }
}
