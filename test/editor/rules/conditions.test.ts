import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromQuery } from '../../../editor/rules/conditions/from-query.ts'
import { type Group, isGroup, keptField, type Line } from '../../../editor/rules/conditions/query.ts'
import { toQuery, vocabularyOf } from '../../../editor/rules/conditions/to-query.ts'
import { rowCondition } from '../../../rules/compile/lower.ts'
import type { BundleDocument, Condition } from '../../../schemas/index.ts'
import { documentArbitrary } from '../../support/rules-document-arbitrary.ts'
import { bundleDocuments } from '../support/bundles.ts'

function conditionsOf(document: BundleDocument): Condition[] {
  return [
    ...document.rules.map(({ conditions }) => conditions),
    ...Object.values(document.conditions).map(({ when }) => when),
    ...Object.values(document.form.fields).flatMap(({ showWhen, requireWhen }) =>
      [showWhen, requireWhen].filter((one) => one !== undefined),
    ),
    ...document.tables.flatMap((table) => table.rows.map((row) => rowCondition(table, row))),
  ]
}

function linesOf(group: Group): Line[] {
  return group.rules.flatMap((rule) => (isGroup(rule) ? linesOf(rule) : [rule]))
}

const restaurant = bundleDocuments.find(({ id }) => id === 'open-a-restaurant')

describe('conditions in the builder', () => {
  it.each(bundleDocuments.map((document) => [document.id, document] as const))(
    'come back from the builder as they were: %s',
    (_, document) => {
      const vocabulary = vocabularyOf(document)
      const conditions = conditionsOf(document)
      expect(conditions.length).toBeGreaterThan(20)
      for (const condition of conditions)
        expect(fromQuery(toQuery(condition, vocabulary), vocabulary)).toEqual(condition)
    },
  )

  it.each(bundleDocuments.map((document) => [document.id, document] as const))(
    'are all shown with controls: %s',
    (_, document) => {
      const vocabulary = vocabularyOf(document)
      const kept = conditionsOf(document)
        .flatMap((condition) => linesOf(toQuery(condition, vocabulary)))
        .filter(({ field }) => field === keptField)
      expect(kept).toEqual([])
    },
  )

  it('come back as they were in generated documents', () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        const vocabulary = vocabularyOf(document)
        for (const condition of conditionsOf(document))
          expect(fromQuery(toQuery(condition, vocabulary), vocabulary)).toEqual(condition)
      }),
      { numRuns: 300 },
    )
  })

  it('come back as they were whatever they hold, broken pieces too', () => {
    if (!restaurant) throw new Error('the restaurant is missing')
    const vocabulary = vocabularyOf(restaurant)
    const fact = fc.constantFrom(...vocabulary.facts.keys(), 'unknown', 'toString')
    const operator = fc.constantFrom(
      ...[
        'equal',
        'notEqual',
        'in',
        'contains',
        'lessThan',
        'between',
        'isEmpty',
        'isPresent',
        'regionWithin',
      ],
      ...['dateAfter', 'dateBetween', 'not:equal', 'someFact:lessThan', 'nonsense', ''],
    )
    const value = fc.oneof(
      fc.constantFrom<unknown>(null, '', 'x', true, false, 0, 12.5, [], ['a'], [1, 2], [null, 3], {}),
      fc.record({ fact }),
      fc.record({ fact, path: fc.constantFrom('a', '$.b') }),
      fc.jsonValue(),
    )
    const remarks = { name: fc.string(), priority: fc.integer({ min: 1, max: 9 }) }
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record(
          { fact, operator, value, path: fc.constantFrom('a', '$.b[0]'), ...remarks },
          { requiredKeys: ['fact', 'operator', 'value'], noNullPrototype: true },
        ),
        fc.record({ condition: fc.constantFrom(...vocabulary.named, 'unknown') }, { noNullPrototype: true }),
        fc.jsonValue(),
        fc.record(
          { all: fc.array(tie('node'), { maxLength: 3 }), ...remarks },
          { requiredKeys: ['all'], noNullPrototype: true },
        ),
        fc.record(
          { any: fc.array(tie('node'), { maxLength: 3 }), ...remarks },
          { requiredKeys: ['any'], noNullPrototype: true },
        ),
        fc.record({ not: tie('node'), ...remarks }, { requiredKeys: ['not'], noNullPrototype: true }),
        fc.record(
          { all: fc.array(tie('node'), { maxLength: 1 }), not: tie('node') },
          { noNullPrototype: true },
        ),
      ),
    }))
    fc.assert(
      fc.property(node, (condition) => {
        // What comes out of storage is typed as a condition before anybody has checked it.
        const stored: Condition = JSON.parse(JSON.stringify(condition))
        expect(fromQuery(toQuery(stored, vocabulary), vocabulary)).toEqual(stored)
      }),
      { numRuns: 5000 },
    )
  })
})
