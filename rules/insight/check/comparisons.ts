import { type Comparison, type Condition, pointerTo } from '../../../schemas/index.ts'
import { isReference } from '../../conditions/vocabulary.ts'
import { scalarsIn } from '../cells/atom.ts'
import type { OnePredicate } from '../cells/predicate.ts'
import { predicateOf } from '../cells/predicate.ts'
import type { Context } from './context.ts'
import { canWork, fitOf, kindNames, type Operand, operandOf } from './operand-kind.ts'

type Placed = { readonly comparison: Comparison; readonly pointer: string }

function placedIn(condition: Condition, pointer: string): Placed[] {
  if ('all' in condition)
    return condition.all.flatMap((child, index) => placedIn(child, `${pointer}/all/${index}`))
  if ('any' in condition)
    return condition.any.flatMap((child, index) => placedIn(child, `${pointer}/any/${index}`))
  if ('not' in condition) return placedIn(condition.not, `${pointer}/not`)
  return 'operator' in condition ? [{ comparison: condition, pointer }] : []
}

/** Every comparison of the document with its place; a table's cell is the comparison of its column. */
function comparisonsOf({ document }: Context): Placed[] {
  const placed: Placed[] = []
  for (const [id, { showWhen, requireWhen }] of Object.entries(document.form.fields)) {
    if (showWhen) placed.push(...placedIn(showWhen, pointerTo('form', 'fields', id, 'showWhen')))
    if (requireWhen) placed.push(...placedIn(requireWhen, pointerTo('form', 'fields', id, 'requireWhen')))
  }
  for (const [name, { when }] of Object.entries(document.conditions))
    placed.push(...placedIn(when, pointerTo('conditions', name, 'when')))
  document.rules.forEach(({ conditions }, index) => {
    placed.push(...placedIn(conditions, pointerTo('rules', index, 'conditions')))
  })
  document.tables.forEach(({ columns, rows }, table) => {
    rows.forEach(({ cells }, row) => {
      cells.forEach((cell, index) => {
        const column = columns[index]
        if (cell && column)
          placed.push({
            comparison: { ...column, operator: cell.operator, value: cell.value },
            pointer: pointerTo('tables', table, 'rows', row, 'cells', index),
          })
      })
    })
  })
  return placed
}

const equality = new Set(['equal', 'notEqual', 'in', 'notIn'])
const opposite = (operator: string): boolean => operator === 'notEqual'

/** What each value of an operator is compared with: nothing where it asks for presence only. */
function comparedWith({ operator, constant }: OnePredicate): readonly unknown[] {
  return operator === 'isEmpty' || operator === 'isPresent' || operator === 'regionWithin'
    ? []
    : scalarsIn(constant)
}

function checkOne(context: Context, { comparison, pointer }: Placed, predicate: OnePredicate): void {
  const { decorators, operator, path } = predicate
  const operand = operandOf(context.document, predicate.fact)
  if (!operand || (path.length > 0 && (operand.kind === 'group' || operand.kind === 'list'))) return
  const first = decorators.find((one) => one !== 'not')
  const isPerMember = first === 'someFact' || first === 'everyFact'
  // Other decorators change what stands on which side; such comparisons are judged by their effect alone.
  if (first !== undefined && (!isPerMember || operand.kind !== 'list')) return
  const asked: Operand = isPerMember ? { ...operand, kind: 'choice' } : operand
  const { report } = context
  const kind = kindNames[asked.kind]
  if (!canWork(operator, asked)) {
    const at = `${pointer}/operator`
    report.add('impossible-operator', at, { fact: asked.title, operator: comparison.operator, kind })
    return
  }
  for (const value of new Set(comparedWith(predicate))) {
    if (value === null) {
      if (equality.has(operator)) reportNull(context, { comparison, pointer }, asked)
      continue
    }
    const fit = fitOf(operator, asked, value)
    if (fit === 'fits') continue
    const list = comparison.value
    const place = Array.isArray(list) ? `/${list.indexOf(value)}` : ''
    const at = `${pointer}/value${isReference(list) || !Array.isArray(list) ? '' : place}`
    if (fit === 'unknown-choice') report.add(fit, at, { fact: asked.title, value: String(value) })
    else report.add(fit, at, { fact: asked.title, value: JSON.stringify(value), kind })
  }
}

function reportNull(context: Context, { comparison, pointer }: Placed, operand: Operand): void {
  const canFix =
    comparison.value === null && (comparison.operator === 'equal' || comparison.operator === 'notEqual')
  context.report.add(
    'compares-with-null',
    `${pointer}/value`,
    { fact: operand.title },
    canFix
      ? {
          fix: [
            { op: 'replace', path: `${pointer}/operator`, value: 'isPresent' },
            { op: 'replace', path: `${pointer}/value`, value: opposite(comparison.operator) },
          ],
        }
      : {},
  )
}

/** Comparisons that cannot mean what they say, and those that are not analysed. */
export function checkComparisons(context: Context): void {
  const { document, regions, space, report } = context
  for (const placed of comparisonsOf(context)) {
    const predicate = predicateOf(placed.comparison, regions.read.entries)
    if (predicate.kind === 'constant') continue
    if (predicate.kind === 'one') checkOne(context, placed, predicate)
    const variable = predicate.kind === 'one' ? space.variableOf(0, predicate.fact) : undefined
    const isAnalysed =
      predicate.kind === 'one' &&
      (variable ? variable.isExact(predicate) : Object.hasOwn(document.facts, predicate.fact))
    if (!isAnalysed) {
      const { fact, operator, value } = placed.comparison
      const comparison = `${fact} ${operator} ${isReference(value) ? value.fact : JSON.stringify(value)}`
      report.add('not-analysed', placed.pointer, { comparison }, { variant: 'comparison' })
    }
  }
}
