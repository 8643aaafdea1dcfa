import { type Atom, absentAtom, valueAtom } from './atom.ts'
import { dateAtoms, isDateShaped, isDay } from './dates.ts'
import { isExact } from './exact.ts'
import type { FactKind, KindName } from './kind.ts'
import { listAtoms, membersFor } from './lists.ts'
import { numberAtoms, numberBetween, numberFits } from './numbers.ts'
import type { OnePredicate } from './predicate.ts'
import { textAtoms, textFits } from './texts.ts'

type Of<N extends KindName> = Extract<FactKind, { name: N }>
const ofName = <N extends KindName>(kinds: readonly FactKind[], name: N): Of<N>[] =>
  kinds.filter((kind): kind is Of<N> => kind.name === name)

function presentAtoms(kinds: readonly FactKind[], predicates: readonly OnePredicate[]): Atom[] | undefined {
  const constants = predicates.map(({ constant }) => constant)
  switch (kinds[0]?.name) {
    case 'boolean':
      return [false, true].map(valueAtom)
    case 'choice': {
      const choices = ofName(kinds, 'choice').flatMap((kind) => kind.choices)
      return [...new Set(choices)].map(valueAtom)
    }
    case 'number':
      return numberAtoms(ofName(kinds, 'number'), constants)
    case 'date':
      return dateAtoms(constants)
    case 'text':
      return textAtoms(ofName(kinds, 'text'), constants)
    case 'list':
      return listAtoms(ofName(kinds, 'list'), predicates)
    case 'group':
      return [valueAtom({})]
    default: {
      const groups = ofName(kinds, 'groups')
      const atoms = groups.some(({ fewest }) => fewest === 0) ? [valueAtom([])] : []
      const count = Math.max(1, ...groups.map(({ fewest }) => fewest))
      return [...atoms, valueAtom(Array.from({ length: count }, () => ({})))]
    }
  }
}

/**
 * The domain of a field in atoms, *absent* first, cut by the comparisons that are exact on it. `kinds` are of one
 * name: one for each document compared. Undefined where there would be too many.
 */
export function atomsOf(kinds: readonly FactKind[], predicates: readonly OnePredicate[]): Atom[] | undefined {
  const exact = predicates.filter((predicate) => kinds.every((kind) => isExact(kind, predicate)))
  const present = presentAtoms(kinds, exact)
  return present && [absentAtom, ...present]
}

/** Whether a field of this kind can be answered with a value of the atom. */
export function isPossible(kind: FactKind, { kind: form, value, low, high, members }: Atom): boolean {
  if (form === 'absent') return false
  switch (kind.name) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && kind.choices.includes(value)
    case 'number':
      if (form === 'between')
        return numberBetween(kind, Number(low ?? -Infinity), Number(high ?? Infinity)) !== undefined
      return typeof value === 'number' && numberFits(kind, value)
    case 'date':
      return isDateShaped(value) && isDay(value)
    case 'text':
      return form === 'other' || (typeof value === 'string' && textFits(kind, value))
    case 'list':
      return members !== undefined && membersFor(kind, members) !== undefined
    case 'group':
      return true
    default:
      return Array.isArray(value) && value.length >= kind.fewest && value.length <= kind.most
  }
}
