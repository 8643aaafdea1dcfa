import type { Field, LocalText } from '../../../schemas/index.ts'
import { fill, type Speaker } from '../../explain/speaker.ts'
import { titleIn } from '../../explain/subject.ts'
import { valueIn } from '../../explain/value.ts'
import type { Atom } from '../cells/atom.ts'
import type { FieldVariable } from '../cells/variable.ts'
import { words } from './words.ts'

const isNumeric = (atom: Atom): boolean => atom.kind === 'between' || atom.kind === 'value'

/** Runs of neighbouring atoms as intervals; `last` tells an open end. */
function runsOf(atoms: readonly Atom[], chosen: ReadonlySet<number>): (readonly Atom[])[] {
  const runs: Atom[][] = []
  let open: Atom[] | undefined
  atoms.forEach((atom, index) => {
    if (!chosen.has(index) || atom.kind === 'absent') {
      open = undefined
      return
    }
    if (!open) {
      open = []
      runs.push(open)
    }
    open.push(atom)
  })
  return runs
}

/** Phrases put together two at a time. */
export function joinedBy({ text }: Speaker, template: LocalText, phrases: readonly string[]): string {
  const [first = '', ...others] = phrases
  return others.reduce((before, next) => fill(text(template), { first: before, next }), first)
}

type Written = (value: unknown) => string

/** One interval of numbers or dates. `isFirst` and `isLast`: nothing of the domain lies beyond it. */
function intervalPhrase(
  { text }: Speaker,
  fact: string,
  run: readonly Atom[],
  isFirst: boolean,
  isLast: boolean,
  written: Written,
): string {
  const [from, to] = [run[0], run.at(-1)]
  if (!from || !to) return fact
  if (from === to && from.kind === 'value') return fill(text(words.is), { fact, value: written(from.value) })
  const low = from.kind === 'value' ? from.value : from.low
  const high = to.kind === 'value' ? to.value : to.high
  const hasLow = !isFirst && low !== null && low !== undefined
  const hasHigh = !isLast && high !== null && high !== undefined
  const values = { fact, low: hasLow ? written(low) : '', high: hasHigh ? written(high) : '' }
  const start = from.kind === 'value' ? 'atLeast' : 'above'
  const end = to.kind === 'value' ? 'AtMost' : 'Below'
  if (hasLow && hasHigh) return fill(text(words[`${start}${end}`]), values)
  if (hasLow) return fill(text(words[start]), values)
  return fill(text(end === 'AtMost' ? words.atMost : words.below), values)
}

function orderedPhrase(
  speaker: Speaker,
  fact: string,
  atoms: readonly Atom[],
  chosen: ReadonlySet<number>,
  written: Written,
): string {
  const first = atoms.findIndex(isNumeric)
  const phrases = runsOf(atoms, chosen).map((run) => {
    const isFirst = run[0] === atoms[first]
    return intervalPhrase(speaker, fact, run, isFirst, run.at(-1) === atoms.at(-1), written)
  })
  return joinedBy(speaker, words.either, phrases)
}

function choicePhrase(
  speaker: Speaker,
  fact: string,
  atoms: readonly Atom[],
  chosen: ReadonlySet<number>,
  written: Written,
): string {
  const inside = atoms.filter((_, index) => chosen.has(index))
  const outside = atoms.filter((atom, index) => !chosen.has(index) && atom.kind !== 'absent')
  const list = (some: readonly Atom[]): string => speaker.or(some.map(({ value }) => written(value)))
  const isNot = chosen.has(atoms.findIndex(({ kind }) => kind === 'absent')) || inside.length > 3
  if (
    outside.length > 0 &&
    isNot &&
    outside.length <= inside.length &&
    outside.every((one) => one.kind !== 'other')
  )
    return fill(speaker.text(words.isNot), { fact, value: list(outside) })
  const known = inside.filter(({ kind }) => kind === 'value')
  const parts = known.length > 0 ? [fill(speaker.text(words.is), { fact, value: list(known) })] : []
  if (inside.some(({ kind }) => kind === 'other')) parts.push(fill(speaker.text(words.otherText), { fact }))
  return joinedBy(speaker, words.either, parts)
}

/** Several choices: which are always and which never among those chosen. */
function membersPhrase(
  speaker: Speaker,
  fact: string,
  atoms: readonly Atom[],
  chosen: ReadonlySet<number>,
  written: Written,
): string {
  const inside = atoms.filter((atom, index) => chosen.has(index) && atom.kind === 'members')
  const all = [...new Set(atoms.flatMap(({ members }) => members ?? []))]
  const has = (atom: Atom, choices: readonly string[]): boolean => atom.members?.includes(choices) === true
  const always = all.filter((choices) => inside.every((atom) => has(atom, choices)))
  const never = all.filter((choices) => !inside.some((atom) => has(atom, choices)))
  const { text } = speaker
  if (never.length === all.length) return fill(text(words.nothing), { fact })
  const list = (
    classes: readonly (readonly string[])[],
    join: (items: readonly string[]) => string,
  ): string => join(classes.flatMap((choices) => choices.slice(0, 4)).map(written))
  const values = { fact, value: list(always, speaker.and), others: list(never, speaker.or) }
  const enough = all.filter((choices) =>
    atoms.every((atom, index) => !has(atom, choices) || chosen.has(index)),
  )
  if (inside.every((atom) => enough.some((choices) => has(atom, choices))))
    return fill(text(words.includes), { fact, value: list(enough, speaker.or) })
  const isExact = 2 ** (all.length - always.length - never.length) === inside.length
  if (!isExact) return fill(text(words.combinations), { fact })
  if (always.length > 0 && never.length > 0) return fill(text(words.includesAndLacks), values)
  if (always.length > 0) return fill(text(words.includes), values)
  if (never.length > 0) return fill(text(words.lacks), { fact, value: values.others })
  return fill(text(words.combinations), { fact })
}

/** What is said of one fact: the values its cells hold. */
export function factPhrase(
  speaker: Speaker,
  field: Field,
  variable: FieldVariable,
  cells: ReadonlySet<number>,
): string {
  const { text } = speaker
  const fact = fill(speaker.texts.fact, { title: titleIn(speaker, field.title, field.unit) })
  const chosen = new Set([...cells].flatMap((cell) => variable.cells[cell] ?? []))
  const hasAbsent = variable.absent >= 0 && cells.has(variable.absent)
  const present = variable.atoms.flatMap((atom, index) => (atom.kind === 'absent' ? [] : [index]))
  const inside = present.filter((index) => chosen.has(index))
  if (inside.length === 0) return fill(text(words.absent), { fact })
  if (inside.length === present.length) return fill(text(words.present), { fact })
  const meaning = { unit: field.unit, choices: field.choices }
  const written: Written = (value) => valueIn(speaker, value, meaning, speaker.or)
  const name = variable.kinds[0]?.name
  const write =
    name === 'number' || name === 'date' ? orderedPhrase : name === 'list' ? membersPhrase : choicePhrase
  const phrase = write(speaker, fact, variable.atoms, chosen, written)
  const says = name === 'choice' || name === 'text' || name === 'boolean'
  const isNegated =
    says && inside.length > present.length - inside.length && present.length - inside.length > 0
  return hasAbsent && !isNegated ? fill(text(words.orAbsent), { phrase }) : phrase
}
