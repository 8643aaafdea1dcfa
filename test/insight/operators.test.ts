import { describe, expect, it } from 'vitest'
import { checkCondition } from '../../rules/conditions/check.ts'
import type { FactEntry } from '../../rules/conditions/vocabulary.ts'
import { type OnePredicate, predicateOf } from '../../rules/insight/cells/predicate.ts'
import { variableOf } from '../../rules/insight/cells/variable.ts'
import { decorators } from '../../rules/operators/decorators.ts'
import { operatorNames } from '../../rules/operators/resolve.ts'
import type { Field, FieldSchema } from '../../schemas/index.ts'
import { randomFrom } from '../bench/random.ts'
import { text } from './support/clean-document.ts'
import { randomAnswer } from './support/random-document.ts'

const choices = ['a', 'b', '5']
const kinds: Readonly<Record<string, FieldSchema>> = {
  boolean: { type: 'boolean' },
  choice: { type: 'string', enum: choices },
  integer: { type: 'integer', minimum: 0, maximum: 12 },
  number: { type: 'number', minimum: 0, maximum: 12 },
  date: { type: 'string', format: 'date' },
  text: { type: 'string', maxLength: 10 },
  list: { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c', 'd'] }, uniqueItems: true },
  group: { type: 'object', properties: { part: { type: 'boolean' } } },
}

const constants: readonly unknown[] = [
  ...[5, 7.5, '5', 'a', '', true, false, null, '2024-06-30', '430321'],
  ...[[5, 'a'], ['a', 'b'], [], [2, 7], ['2024-02-28', '2024-06-30'], [[5], ['a', 'b']]],
]

const prefixes = ['', ...Object.keys(decorators).map((one) => `${one}:`)]
const operators = prefixes.flatMap((outer) =>
  prefixes.flatMap((inner) =>
    outer === '' && inner !== '' ? [] : operatorNames.map((name) => outer + inner + name),
  ),
)

const entries: ReadonlyMap<string, FactEntry> = new Map([['f', { kind: 'field' }]])
const context = { facts: entries, conditions: new Set<string>(), derivedFacts: true }

/** Every comparison of one fact that is accepted. */
const accepted = operators.flatMap((operator) =>
  constants.flatMap((value) => {
    const comparison = { fact: 'f', operator, value }
    if (checkCondition(comparison, '', context).length > 0) return []
    const predicate = predicateOf(comparison, entries)
    return predicate.kind === 'one' ? [{ operator, predicate }] : []
  }),
)

describe.each(Object.entries(kinds))('every operator and decorator on a %s', (_, schema) => {
  const field: Field = { schema, title: text('问题') }
  const random = randomFrom(11)
  const answers = [null, ...Array.from({ length: 30 }, () => randomAnswer(random, field))]

  it('is decided alike for all values of a cell, or is said not to be analysed', () => {
    let exact = 0
    for (const { operator, predicate } of accepted) {
      const variable = variableOf('f', 0, [field], [predicate])
      if (!variable.isExact(predicate)) continue
      exact++
      const truths = (wanted: OnePredicate): Set<string> =>
        new Set(
          variable.cells.map((atoms) => {
            const { kind, value } = variable.atoms[atoms[0] ?? -1] ?? { kind: 'absent', value: null }
            return `${kind === 'absent'} ${wanted.test(value)}`
          }),
        )
      const known = truths(predicate)
      const name = `${operator} ${JSON.stringify(predicate.constant)}`
      const stray = answers.filter((answer) => !known.has(`${answer === null} ${predicate.test(answer)}`))
      if (stray.length > 0) expect.fail(`${name} of ${JSON.stringify(stray)} is in no cell`)
      for (const atoms of variable.cells) {
        const results = atoms.flatMap((index) =>
          Array.from({ length: 4 }, () => {
            const atom = variable.atoms[index]
            return predicate.test(atom?.draw?.(random.next) ?? atom?.value)
          }),
        )
        if (new Set(results).size !== 1) expect.fail(`${name} divides a cell`)
      }
    }
    expect(exact / accepted.length).toBeGreaterThan(0.15)
  })
})

it('covers most of the ways to write a comparison', () => {
  expect(accepted.length).toBeGreaterThan(3000)
})
