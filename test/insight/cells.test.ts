import { expect, it } from 'vitest'
import type { OnePredicate } from '../../rules/insight/cells/predicate.ts'
import { Space } from '../../rules/insight/cells/space.ts'
import { type FieldVariable, variableOf } from '../../rules/insight/cells/variable.ts'
import type { Field, FieldSchema } from '../../schemas/index.ts'
import { randomFrom } from '../bench/random.ts'
import { text } from './support/clean-document.ts'
import { randomAnswer, randomDocument } from './support/random-document.ts'

const seeds = Array.from({ length: 60 }, (_, index) => index)

/** Every analysed comparison of a field in a random document. */
function variablesOf(seed: number): { variable: FieldVariable; field: Field; predicates: OnePredicate[] }[] {
  const document = randomDocument(randomFrom(seed))
  const space = new Space([document])
  const all = [...(space.documents[0]?.predicates.values() ?? [])]
  return space.variables.flatMap((variable) => {
    const field = document.form.fields[variable.field]
    const predicates = all.filter(
      (one): one is OnePredicate =>
        one.kind === 'one' && one.fact === variable.field && variable.isExact(one),
    )
    return field ? [{ variable, field, predicates }] : []
  })
}

it('decides every comparison alike for all values of a cell', () => {
  const random = randomFrom(7)
  let drawn = 0
  for (const { variable, predicates } of seeds.flatMap(variablesOf))
    for (const atoms of variable.cells) {
      const sample = variable.atoms[atoms[0] ?? -1]?.value
      for (const index of atoms)
        for (let count = 0; count < 10; count++) {
          const atom = variable.atoms[index]
          const value = atom?.draw?.(random.next) ?? atom?.value
          drawn++
          for (const { test, operator, constant } of predicates)
            expect(test(value), `${operator} ${JSON.stringify(constant)} of ${JSON.stringify(value)}`).toBe(
              test(sample),
            )
        }
    }
  expect(drawn).toBeGreaterThan(5000)
})

it('has a cell for every possible answer', () => {
  const random = randomFrom(8)
  for (const { variable, field, predicates } of seeds.flatMap(variablesOf))
    for (let count = 0; count < 50; count++) {
      const value = randomAnswer(random, field)
      const same = variable.cells.some(
        (atoms, cell) =>
          variable.possible[0]?.[cell] === true &&
          predicates.every(({ test }) => test(variable.atoms[atoms[0] ?? -1]?.value) === test(value)),
      )
      expect(same, `${field.title['zh-CN']} ${JSON.stringify(value)}`).toBe(true)
    }
})

const field = (schema: FieldSchema, required = true): Field => ({ schema, title: text('问题'), required })
const cellsOf = (one: Field): unknown[] => variableOf('f', 0, [one], []).atoms.map(({ value }) => value)

it('knows that between 4 and 5 there is no whole number, and that nothing lies outside the bounds', () => {
  expect(cellsOf(field({ type: 'integer', minimum: 4, maximum: 5 }))).toEqual([4, 5])
  expect(cellsOf(field({ type: 'number', minimum: 4, maximum: 5 }))).toEqual([4, 4.5, 5])
  expect(cellsOf(field({ type: 'number', minimum: 0, maximum: 1, multipleOf: 0.5 }))).toEqual([0, 0.5, 1])
})

it('keeps “left empty” apart, where a question may be left empty', () => {
  expect(cellsOf(field({ type: 'boolean' }))).toEqual([false, true])
  expect(cellsOf(field({ type: 'boolean' }, false))).toEqual([null, false, true])
})

it('knows that the fewest and the most choices bound a list', () => {
  const choices = { type: 'string' as const, enum: ['a', 'b'] }
  const list = (minItems: number, maxItems: number): Field =>
    field({ type: 'array', items: choices, uniqueItems: true, minItems, maxItems })
  expect(cellsOf(list(0, 2))).toEqual([[], ['a']])
  expect(cellsOf(list(1, 2))).toEqual([['a']])
  expect(cellsOf(list(2, 2))).toEqual([['a', 'b']])
  expect(cellsOf(list(3, 3))).toEqual([])
})
