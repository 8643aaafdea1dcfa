import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../rules/document/parse.ts'
import { type CompiledBundle, compile, decide } from '../../rules/index.ts'
import type { Answers, BundleDocument, Decision } from '../../schemas/index.ts'
import { completeAnswers, documentArbitrary, partialAnswers } from '../support/rules-document-arbitrary.ts'

type Case = {
  readonly document: BundleDocument
  readonly partial: Answers
  readonly completions: readonly Answers[]
}

const anyCase: Arbitrary<Case> = documentArbitrary.chain((document) =>
  fc
    .record({
      partial: partialAnswers(document),
      completions: fc.array(completeAnswers(document), { minLength: 4, maxLength: 4 }),
    })
    .map(({ partial, completions }) => ({
      document,
      partial,
      completions: completions.map((answers) => ({ ...answers, ...partial })),
    })),
)

/** Holds for any document and any answers; every document is one that passes all checks. */
function holds(
  property: (compiled: CompiledBundle, partial: Answers, completions: readonly Answers[]) => void,
): void {
  const numRuns = Number(process.env.FUZZ_THREE_VALUED ?? 1000)
  fc.assert(
    fc.property(anyCase, ({ document, partial, completions }) =>
      property(compile(parseDocument(document)), partial, completions),
    ),
    { numRuns },
  )
}

const certain = <O extends { readonly certainty: string }>(outcomes: readonly O[]): O[] =>
  outcomes.filter(({ certainty }) => certainty === 'certain')

const lists = ['rejections', 'referrals', 'warnings', 'notices', 'tasks'] as const
const included = ['items', 'materials'] as const
const charged = ['fees', 'estimates'] as const

/** Everything `partial` is certain of, seen against a decision on answers that complete it. */
function expectStillTrue(partial: Decision, complete: Decision): void {
  if (partial.eligibility !== 'open') expect(complete.eligibility).toBe(partial.eligibility)
  for (const key of lists) {
    expect(complete[key]).toEqual(expect.arrayContaining(certain<Decision[typeof key][number]>(partial[key])))
    const possible = partial[key].map(({ rule }) => rule)
    for (const { rule } of complete[key]) expect(possible).toContain(rule)
  }
  for (const key of included) {
    for (const { id, rules } of certain(partial[key]))
      expect(complete[key].find((one) => one.id === id)?.rules).toEqual(expect.arrayContaining(rules))
    for (const { id, rules } of complete[key]) {
      const before = partial[key].find((one) => one.id === id)
      expect(before).toBeDefined()
      if (before?.certainty === 'open') expect(before.rules).toEqual(expect.arrayContaining(rules))
    }
  }
  if (partial.limit.certainty === 'certain') expect(complete.limit).toEqual(partial.limit)
  for (const key of charged) {
    expect(complete[key]).toEqual(expect.arrayContaining(certain(partial[key])))
    const possible = partial[key].map(({ id }) => id)
    for (const { id } of complete[key]) expect(possible).toContain(id)
  }
  expect(complete.hidden).toEqual(expect.arrayContaining(partial.hidden))
}

const isAnswered = (answers: Answers, field: string): boolean => answers[field] !== undefined
/** What is decided, without what further answers may add: more rules that ask for the same, more hidden questions. */
function gist(decision: Decision): unknown {
  const ids = (list: Decision['items']): string[] => list.map(({ id }) => id)
  return { ...decision, items: ids(decision.items), materials: ids(decision.materials), hidden: [] }
}

describe('a decision on some of the answers', () => {
  it('says nothing is certain that other answers could change', () => {
    holds((compiled, partial, completions) => {
      const decision = decide(compiled, partial)
      for (const answers of completions) expectStillTrue(decision, decide(compiled, answers))
    })
  })

  it('is complete exactly when it asks nothing, and then further answers change nothing', () => {
    holds((compiled, partial, completions) => {
      const decision = decide(compiled, partial)
      expect(decision.ask.length === 0).toBe(decision.complete)
      if (!decision.complete) return
      for (const answers of completions) expect(gist(decide(compiled, answers))).toEqual(gist(decision))
    })
  })

  it('asks only questions that have no answer yet and are not hidden', () => {
    holds((compiled, partial) => {
      const { ask, hidden } = decide(compiled, partial)
      for (const { field } of ask) {
        expect(isAnswered(partial, field)).toBe(false)
        expect(hidden).not.toContain(field)
      }
    })
  })

  it('is completed by answering what it asks, the first question first', () => {
    holds((compiled, partial, [answers = {}]) => {
      const given: Answers = { ...partial }
      let decision = decide(compiled, given)
      let rounds = 0
      while (!decision.complete) {
        const field = decision.ask[0]?.field ?? ''
        given[field] = answers[field]
        decision = decide(compiled, given)
        expect(++rounds).toBeLessThanOrEqual(Object.keys(answers).length)
      }
      expect(gist(decision)).toEqual(gist(decide(compiled, answers)))
    })
  })

  it('orders its questions by how much they settle', () => {
    holds((compiled, partial) => {
      const weights = decide(compiled, partial).ask.map(({ settles }) => settles)
      expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    })
  })
})

describe('a decision on all answers', () => {
  it('is the same whether missing answers would count as unknown or as absent', () => {
    holds((compiled, _, [answers = {}]) => {
      const decision = decide(compiled, answers)
      expect(decision.complete).toBe(true)
      expect(decide(compiled, answers, { unanswered: 'absent' })).toEqual(decision)
    })
  })

  it('counts a missing answer as null where it is left empty', () => {
    holds((compiled, partial) => {
      const empty = Object.fromEntries(Object.keys(compiled.document.form.fields).map((id) => [id, null]))
      expect(decide(compiled, partial, { unanswered: 'absent' })).toEqual(
        decide(compiled, { ...empty, ...partial }),
      )
    })
  })

  it('does not depend on what was decided before', () => {
    holds((compiled, partial, [answers = {}]) => {
      const first = decide(compiled, answers)
      decide(compiled, partial)
      decide(compiled, partial, { unanswered: 'absent' })
      expect(decide(compiled, answers)).toEqual(first)
      expect(decide(compile(compiled.document), answers)).toEqual(first)
    })
  })
})
