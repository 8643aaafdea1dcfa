import { type Atom, scalarsIn } from './atom.ts'
import type { FactKind } from './kind.ts'
import type { OnePredicate } from './predicate.ts'

export type ListKind = Extract<FactKind, { name: 'list' }>

/** More classes of choices would make more than 1,024 atoms: such a fact is not analysed. */
const mostClasses = 10

/** Whether `value` is a possible answer. */
export function listFits({ choices, fewest, most }: ListKind, value: readonly string[]): boolean {
  return value.length >= fewest && value.length <= most && value.every((one) => choices.includes(one))
}

/**
 * Choices that no comparison tells apart: those it names stand alone, the others go by how `someFact:` and
 * `everyFact:` comparisons take each of them.
 */
function classesOf(kinds: readonly ListKind[], predicates: readonly OnePredicate[]): (readonly string[])[] {
  const choices = [...new Set(kinds.flatMap((kind) => kind.choices))]
  const perMember = predicates.filter(({ decorators }) => decorators.some((one) => one.endsWith('Fact')))
  const named = new Set(
    predicates.filter((one) => !perMember.includes(one)).flatMap(({ constant }) => scalarsIn(constant)),
  )
  const classes = new Map<string, string[]>()
  for (const choice of choices) {
    const key = [
      named.has(choice) ? choice : '',
      ...kinds.map((kind) => kind.choices.includes(choice)),
      ...perMember.map(({ test }) => test([choice])),
    ].join(' ')
    classes.set(key, [...(classes.get(key) ?? []), choice])
  }
  return [...classes.values()]
}

/** A possible answer with at least one choice of each wanted class and none of the others; undefined where there is none. */
export function membersFor(kind: ListKind, wanted: readonly (readonly string[])[]): string[] | undefined {
  const possible = wanted.map((choices) => choices.filter((choice) => kind.choices.includes(choice)))
  if (possible.some((choices) => choices.length === 0)) return undefined
  const members = possible.flatMap((choices) => choices.slice(0, 1))
  const spare = possible.flatMap((choices) => choices.slice(1))
  while (members.length < kind.fewest) {
    const next = spare.shift()
    if (next === undefined) return undefined
    members.push(next)
  }
  return members.length <= kind.most ? kind.choices.filter((choice) => members.includes(choice)) : undefined
}

/** Answers of several choices, by which classes of choices are among them; undefined where there are too many. */
export function listAtoms(
  kinds: readonly ListKind[],
  predicates: readonly OnePredicate[],
): Atom[] | undefined {
  const classes = classesOf(kinds, predicates)
  if (classes.length > mostClasses) return undefined
  const atoms: Atom[] = []
  for (let chosen = 0; chosen < 2 ** classes.length; chosen++) {
    const wanted = classes.filter((_, index) => (chosen >> index) & 1)
    const found = kinds.flatMap((kind) => {
      const members = membersFor(kind, wanted)
      return members ? [members] : []
    })
    const value = found.find((one) => kinds.every((kind) => listFits(kind, one))) ?? found[0]
    if (!value) continue
    const draw = (random: () => number) => drawMembers(kinds, wanted, value, random)
    atoms.push({ kind: 'members', value, members: wanted, draw })
  }
  return atoms
}

function drawMembers(
  kinds: readonly ListKind[],
  wanted: readonly (readonly string[])[],
  usual: readonly string[],
  random: () => number,
): readonly string[] {
  const members = wanted.flatMap((choices) => {
    const sure = choices[Math.floor(random() * choices.length)]
    return choices.filter((choice) => choice === sure || random() < 0.4)
  })
  return kinds.every((kind) => listFits(kind, members)) ? members : usual
}
