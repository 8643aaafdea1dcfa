import type { LocalText } from '../../schemas/index.ts'
import { unknown } from '../compile/states.ts'
import { parsePath, resolvePath } from '../conditions/path.ts'
import { parameterPrefix } from '../conditions/vocabulary.ts'
import { factsInFormula } from '../formulas/formula.ts'
import type { Context } from './context.ts'
import { fill, type Speaker } from './speaker.ts'

/** One side of a comparison: what it is called, and its value in the run at hand (`unknown` while unanswered). */
export type Subject = {
  readonly fact: string
  readonly kind: 'field' | 'derived' | 'parameter'
  readonly title: LocalText
  /** A part of a group of fields. */
  readonly part?: LocalText
  readonly unit?: LocalText
  readonly choices?: Readonly<Record<string, LocalText>>
  readonly sensitive: boolean
  readonly value: unknown
}

/** Derived facts are as sensitive as what they are worked out from. */
function isSensitive(context: Context, fact: string): boolean {
  const entry = context.facts.get(fact)
  if (!entry) return false
  if (!('setters' in entry)) return context.compiled.document.form.fields[fact]?.sensitive === true
  return entry.setters.some(
    ({ effect }) =>
      effect.type === 'set-fact' &&
      factsInFormula(effect.params.value).some((one) => isSensitive(context, one)),
  )
}

/** What `fact` means, at `path` where it is a group. Expects a fact of the compiled document. */
export function subjectOf(context: Context, fact: string, path?: string): Subject {
  const { document, table } = context.compiled
  const segments = path ? (parsePath(path) ?? []).filter((segment) => segment !== '$') : []
  if (fact.startsWith(parameterPrefix)) {
    const parameter = document.parameters[fact.slice(parameterPrefix.length)]
    const title = parameter?.title ?? { 'zh-CN': fact }
    const value = resolvePath(parameter?.value, segments)
    return { ...parameter, fact, kind: 'parameter', title, sensitive: false, value }
  }
  const entry = context.facts.get(fact)
  const held = entry ? table.facts[entry.slot] : null
  const value = held === unknown ? unknown : resolvePath(held, segments)
  const field = document.form.fields[fact]
  const part = field?.parts?.[segments.at(-1) ?? '']
  const described = part ?? field ?? document.facts[fact]
  return {
    fact,
    kind: field ? 'field' : 'derived',
    title: field?.title ?? described?.title ?? { 'zh-CN': fact },
    ...(part ? { part: part.title } : {}),
    ...(field?.unit ? { unit: field.unit } : {}),
    ...(described?.choices ? { choices: described.choices } : {}),
    sensitive: part?.sensitive === true || isSensitive(context, fact),
    value,
  }
}

/** A unit in brackets at the end of a title says what every figure beside it says again. */
const unitWords: Readonly<Record<string, string>> = { 平方米: '㎡' }
const bracketed = /\s*[(（]([^()（）]*)[)）]$/

/** A title without its unit, where the unit stands behind the figure anyway. */
export function titleIn({ text }: Speaker, title: LocalText, unit?: LocalText): string {
  const written = text(title)
  const bracket = unit && bracketed.exec(written)
  if (!bracket) return written
  const word = bracket[1] ?? ''
  return (unitWords[word] ?? word) === text(unit) ? written.slice(0, bracket.index) : written
}

/** What a side is called, as it stands in a sentence. */
export function factIn(speaker: Speaker, { title, part, unit }: Subject): string {
  const values = { title: titleIn(speaker, title, unit) }
  if (!part) return fill(speaker.texts.fact, values)
  return fill(speaker.texts.partOfFact, { ...values, part: speaker.text(part) })
}
