import { isJsonObject } from '../../schemas/index.ts'
import type { Dossier, DossierField } from './dossier.ts'

/** Repeatable random numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Numbers that the dossier's conditions compare each field with. */
function thresholds(value: unknown, found = new Map<string, number[]>()): Map<string, number[]> {
  if (Array.isArray(value)) {
    const [left, right] = value
    if (isJsonObject(left) && typeof left.var === 'string' && typeof right === 'number') {
      found.set(left.var, [...(found.get(left.var) ?? []), right])
    }
    for (const one of value) thresholds(one, found)
  } else if (isJsonObject(value)) for (const one of Object.values(value)) thresholds(one, found)
  return found
}

/** Answers to every question, many of them left empty (null) and many close to a threshold. */
export function randomAnswers(dossier: Dossier, random: () => number): () => Record<string, unknown> {
  const { form, ...rest } = dossier
  const near = thresholds(rest)
  const pick = <T>(list: readonly T[]): T | null => list[Math.floor(random() * list.length)] ?? null
  const answer = (id: string, field: DossierField): unknown => {
    if (random() < 0.12) return null
    if (field.type === 'boolean') return random() < 0.5
    if (field.enum) return pick(field.enum)
    if (field.items?.enum) return field.items.enum.filter(() => random() < 0.4)
    if (field.type !== 'number' && field.type !== 'integer') return null
    const steps = field.type === 'integer' ? [-1, 0, 1] : [-1, -0.01, 0, 0.01, 1]
    const close = (near.get(id) ?? [])
      .flatMap((one) => steps.map((step) => one + step))
      .filter((one) => one >= 0)
    return random() < 0.8 && close.length > 0 ? pick(close) : Math.floor(random() * 400)
  }
  return () =>
    Object.fromEntries(Object.entries(form.properties).map(([id, field]) => [id, answer(id, field)]))
}
