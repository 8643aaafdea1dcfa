import { scalarsIn } from './atom.ts'
import { isDateShaped } from './dates.ts'
import type { FactKind } from './kind.ts'
import type { OnePredicate } from './predicate.ts'

/** JavaScript's own `<` behind a `parseFloat`: on texts and lists it depends on more than atoms tell. */
const orderings = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])
const ofText = new Set([
  ...orderings,
  'dateBefore',
  'dateOnOrBefore',
  'dateAfter',
  'dateOnOrAfter',
  'dateBetween',
  'regionWithin',
])

const perMember = (decorator: string): boolean => decorator === 'someFact' || decorator === 'everyFact'

function isExactOnList({ decorators, operator }: OnePredicate): boolean {
  const first = decorators.findIndex((one) => one !== 'not')
  // `someFact:` in front asks each choice by itself, whatever the comparison behind it.
  if (first >= 0 && perMember(decorators[first] ?? ''))
    return !decorators.slice(first + 1).some((one) => perMember(one) || one === 'swap')
  return !decorators.some((one) => perMember(one) || one === 'swap') && !orderings.has(operator)
}

/**
 * Whether a comparison comes out the same for all values of each atom of a fact of this kind, the atoms being cut at
 * its constant. Where it need not, the comparison is not analysed.
 */
export function isExact(kind: FactKind, predicate: OnePredicate): boolean {
  const { decorators, operator, constant, path } = predicate
  const isSwapped = decorators.includes('swap')
  const isScalar = typeof constant !== 'object' || constant === null
  switch (kind.name) {
    case 'boolean':
    case 'choice':
      return true
    case 'number':
      return !isSwapped || isScalar || !orderings.has(operator)
    case 'date':
      if (!orderings.has(operator)) return true
      if (isSwapped && !isScalar) return false
      return scalarsIn(constant).every((one) => typeof one === 'number' || isDateShaped(one))
    case 'text':
      return !ofText.has(operator)
    case 'list':
      return path.length === 0 && isExactOnList(predicate)
    default:
      return path.length === 0 && !isSwapped && !decorators.some(perMember)
  }
}
