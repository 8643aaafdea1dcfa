import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../rules/document/parse.ts'
import { catalogueKey, compile, compileCatalogue, decide, decideAll } from '../../rules/index.ts'
import type { Answers, BundleDocument, Field } from '../../schemas/index.ts'
import { all, amount, documentWith, formOf, is, oneOf, rule, warn, yesNo } from '../support/rules-document.ts'
import { completeAnswers, documentArbitrary, partialAnswers } from '../support/rules-document-arbitrary.ts'

const withElement = (field: Field, element: string): Field => ({ ...field, element })

/** The answers of one bundle out of those of all. */
function answersOf(document: BundleDocument, answers: Answers): Answers {
  const own = Object.keys(document.form.fields).map(
    (id) => [id, answers[catalogueKey(document, id)]] as const,
  )
  return Object.fromEntries(own.filter(([, answer]) => answer !== undefined))
}

function expectEachAsAlone(documents: readonly BundleDocument[], answers: Answers): void {
  const together = decideAll(compileCatalogue(documents), answers)
  expect(together).toEqual(
    documents.map((document) => decide(compile(document), answersOf(document, answers))),
  )
}

/** One bundle asks the age of everybody, the other only of locals; both know a question called size, each its own. */
const [open, guarded] = [
  documentWith({
    id: 'open',
    form: formOf({ age: withElement(amount, 'age'), size: amount }),
    rules: [
      rule('old', all({ fact: 'age', operator: 'greaterThan', value: 60 }), warn),
      rule('big', all({ fact: 'size', operator: 'greaterThan', value: 60 }), warn),
    ],
  }),
  documentWith({
    id: 'guarded',
    form: formOf({
      years: { ...withElement(amount, 'age'), showWhen: is('local', true) },
      local: withElement(yesNo, 'local'),
      size: amount,
    }),
    rules: [
      rule('old', all({ fact: 'years', operator: 'greaterThan', value: 60 }), warn),
      rule('big', all({ fact: 'size', operator: 'greaterThan', value: 60 }), warn),
    ],
  }),
]
const warned = (answers: Answers): string[][] =>
  decideAll(compileCatalogue([open, guarded]), answers).map(({ warnings }) =>
    warnings.map(({ rule: id, certainty }) => `${id} ${certainty}`),
  )

describe('all bundles at once', () => {
  it('share an answer by its element, and keep other answers of one name apart', () => {
    expect(warned({ age: 70, local: true, 'open.size': 10, 'guarded.size': 90 })).toEqual([
      ['old certain'],
      ['old certain', 'big certain'],
    ])
  })

  it('hide a shared question where its bundle hides it, and only there', () => {
    expect(warned({ age: 70, local: false, 'open.size': 10, 'guarded.size': 10 })).toEqual([
      ['old certain'],
      [],
    ])
  })

  it('leave open what is not answered', () => {
    expect(warned({ age: 70 })).toEqual([
      ['old certain', 'big open'],
      ['old open', 'big open'],
    ])
    expect(decideAll(compileCatalogue([open, guarded]), { age: 70 }).map(({ complete }) => complete)).toEqual(
      [false, false],
    )
  })

  it('are complete bundle by bundle', () => {
    expect(
      decideAll(compileCatalogue([open, guarded]), { age: 7, 'open.size': 1 }).map(
        ({ complete }) => complete,
      ),
    ).toEqual([true, false])
    expect(
      decideAll(compileCatalogue([guarded, open]), { age: 7, 'open.size': 1 }).map(
        ({ complete }) => complete,
      ),
    ).toEqual([false, true])
  })

  it('are decided again for the next person as if there had been none before', () => {
    const catalogue = compileCatalogue([open, guarded])
    const first = { age: 70, local: true, 'open.size': 10, 'guarded.size': 90 }
    const before = decideAll(catalogue, first)
    decideAll(catalogue, { local: false })
    decideAll(catalogue, {})
    expect(decideAll(catalogue, first)).toEqual(before)
  })

  it('give what each bundle gives alone, whatever they share', () => {
    const three = fc.tuple(documentArbitrary, documentArbitrary, documentArbitrary)
    const anyCase = three.chain((documents) =>
      fc.record({
        documents: fc.constant(documents),
        shared: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        answers: fc.tuple(
          ...documents.map((document) => fc.oneof(partialAnswers(document), completeAnswers(document))),
        ),
      }),
    )
    fc.assert(
      fc.property(anyCase, ({ documents, shared, answers }) => {
        // Fields of one kind at one place of the form are the same question, here and there.
        const made = documents.map((document, index) => ({
          ...document,
          id: `bundle-${index}`,
          form: sharing(document.form, shared),
        }))
        const given: Answers = {}
        made.forEach((document, index) => {
          for (const [id, answer] of Object.entries(answers[index] ?? {}))
            given[catalogueKey(document, id)] ??= answer
        })
        expectEachAsAlone(
          made.map((document) => parseDocument(document)),
          given,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('give what the county’s own bundles give alone', () => {
    const folder = join(import.meta.dirname, '..', '..', 'bundles')
    const documents = readdirSync(folder).map((file) =>
      parseDocument(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    )
    for (const document of documents) {
      for (const { answers } of document.scenarios.slice(0, 5)) {
        const given = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [catalogueKey(document, id), answer]),
        )
        expectEachAsAlone(documents, given)
      }
    }
  })
})

function sharing(form: BundleDocument['form'], shared: readonly boolean[]): BundleDocument['form'] {
  const fields = Object.entries(form.fields).map(([id, field], index): [string, Field] => [
    id,
    shared[index]
      ? withElement(field, `${field.schema.type}${'enum' in field.schema ? 'enum' : ''}${id}`)
      : field,
  ])
  return { ...form, fields: Object.fromEntries(fields) }
}

describe('the key of a question', () => {
  it('is its element, or its bundle and its own name', () => {
    const document = documentWith({
      id: 'stall',
      form: formOf({ age: withElement(amount, 'age'), kind: oneOf('a') }),
    })
    expect(catalogueKey(document, 'age')).toBe('age')
    expect(catalogueKey(document, 'kind')).toBe('stall.kind')
  })
})
