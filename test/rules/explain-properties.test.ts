import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../rules/document/parse.ts'
import { type CompiledBundle, compile, decide, explain } from '../../rules/index.ts'
import type { Answers, BundleDocument, Comparison, Condition, Decision, Field } from '../../schemas/index.ts'
import { both, explained, needsPhoto, rule, shop } from './explain-document.ts'

const directory = join(import.meta.dirname, '..', '..', 'bundles')
const bundles: readonly CompiledBundle[] = readdirSync(directory)
  .filter((file) => file.endsWith('.json'))
  .map((file) => compile(parseDocument(JSON.parse(readFileSync(join(directory, file), 'utf8')))))

/** Answers near the figures that rules compare with. */
function answer(field: Field, figures: readonly number[]): fc.Arbitrary<unknown> {
  const { schema } = field
  if ('enum' in schema) return fc.constantFrom(...schema.enum)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'number' || schema.type === 'integer')
    return fc
      .tuple(fc.constantFrom(0, 1, ...figures), fc.integer({ min: -1, max: 1 }))
      .map(([figure, step]) => Math.max(0, figure + step))
  if (schema.type === 'array' && 'enum' in schema.items) return fc.subarray([...schema.items.enum])
  return fc.constantFrom('某某', '')
}

function answersTo({ document }: CompiledBundle): fc.Arbitrary<Answers> {
  const figures = Object.values(document.parameters).flatMap(({ value }) =>
    typeof value === 'number' ? [value] : [],
  )
  const known = Object.entries(document.form.fields).map(
    ([id, field]) =>
      [
        id,
        fc.oneof(
          { weight: 6, arbitrary: answer(field, figures) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
      ] as const,
  )
  return fc.record(Object.fromEntries(known), { requiredKeys: [] })
}

const anyCase = fc.constantFrom(...bundles).chain((compiled) =>
  fc.record({
    compiled: fc.constant(compiled),
    answers: answersTo(compiled),
    unanswered: fc.constantFrom('unknown' as const, 'absent' as const),
  }),
)

/** How the decision has each rule; undefined where another rule for the same thing hides it. */
function stateIn(decision: Decision, { items, materials }: CompiledBundle, rule: string): string | undefined {
  const states = { certain: 'holds', open: 'open' }
  const { rejections, referrals, warnings, notices, tasks, limit, fees, estimates } = decision
  const message = [rejections, referrals, warnings, notices, tasks].flat().find((one) => one.rule === rule)
  if (message) return states[message.certainty]
  for (const [targets, inclusions] of [
    [items, decision.items],
    [materials, decision.materials],
  ] as const) {
    const target = targets.find(({ rules }) => rules.some(({ id }) => id === rule))
    const inclusion = inclusions.find(({ id }) => id === target?.id)
    if (!target || target.waivers.length > 0) continue
    if (!inclusion?.rules.includes(rule)) return 'fails'
    if (inclusion.rules.length === 1 || inclusion.certainty === 'open') return states[inclusion.certainty]
    return undefined
  }
  const charge = [limit, ...fees, ...estimates].find((one) => one.rule === rule)
  return charge && states[charge.certainty]
}

const isMessageOrTask = (type: string): boolean =>
  ['reject', 'refer', 'warn', 'inform', 'route-task'].includes(type)

test('what is explained is what is decided', () => {
  fc.assert(
    fc.property(anyCase, ({ compiled, answers, unanswered }) => {
      const decision = decide(compiled, answers, { unanswered })
      for (const { rule, outcome } of explain(compiled, answers, { unanswered })) {
        const decided =
          stateIn(decision, compiled, rule) ?? (isMessageOrTask(outcome.type) ? 'fails' : undefined)
        if (decided) expect([rule, outcome.state]).toEqual([rule, decided])
      }
    }),
    { numRuns: 400 },
  )
})

test('explaining leaves no trace: what is decided and explained afterwards is the same', () => {
  fc.assert(
    fc.property(anyCase, ({ compiled, answers, unanswered }) => {
      const [decision, explanations] = [
        decide(compiled, answers, { unanswered }),
        explain(compiled, answers, { unanswered }),
      ]
      expect(decide(compiled, answers, { unanswered })).toEqual(decision)
      expect(explain(compiled, answers, { unanswered })).toEqual(explanations)
    }),
    { numRuns: 50 },
  )
})

test('every sentence is complete: no placeholder, no empty quotes, nothing undefined, in both languages', () => {
  fc.assert(
    fc.property(anyCase, ({ compiled, answers, unanswered }) => {
      for (const { sentence, because } of explain(compiled, answers, { unanswered })) {
        for (const { 'zh-CN': chinese, en = '' } of [sentence, ...because.map((one) => one.sentence)]) {
          for (const text of [chinese, en]) expect(text).not.toMatch(/[{}]|undefined|\[object|“”| {2}|^$/)
          expect(chinese).not.toMatch(/[：；，“（] |。。|；。|：。/)
          expect(en).not.toMatch(/\.\.|[:;] ?\.|\p{Script=Han}/u)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('answers of any type are explained', () => {
  const [restaurant] = bundles.filter(({ document }) => document.id === 'open-a-restaurant')
  if (!restaurant) throw new Error('no restaurant bundle')
  const anything = fc.dictionary(fc.constantFrom(...restaurant.fields.map(({ id }) => id)), fc.jsonValue())
  fc.assert(
    fc.property(anything, (answers) => {
      expect(explain(restaurant, answers).length).toBe(restaurant.rules.length)
    }),
    { numRuns: 200 },
  )
})

describe('the reasons are the right ones', () => {
  const names = Array.from({ length: 10 }, (_, index) => `fact${index}`)
  const fields: BundleDocument['form']['fields'] = Object.fromEntries(
    names.map((name) => [
      name,
      { schema: { type: 'boolean' as const }, title: both(`问题${name}`, `Question ${name}?`) },
    ]),
  )
  const form = { steps: [{ id: 'all', title: both('全部', 'All'), fields: names }], fields }

  /** A condition of any shape in which every comparison reads a fact of its own. */
  const { condition: shape } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.boolean().map((value): Condition => ({ fact: '', operator: 'equal', value })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      tie('condition').map((not): Condition => ({ not })),
    ),
  }))
  function name(condition: Condition, free: string[]): Condition {
    if ('all' in condition) return { all: condition.all.map((child) => name(child, free)) }
    if ('any' in condition) return { any: condition.any.map((child) => name(child, free)) }
    if ('not' in condition) return { not: name(condition.not, free) }
    return { ...condition, fact: free.shift() ?? '' }
  }
  const size = (condition: Condition): number =>
    'all' in condition
      ? condition.all.reduce((sum, child) => sum + size(child), 0)
      : 'any' in condition
        ? condition.any.reduce((sum, child) => sum + size(child), 0)
        : 'not' in condition
          ? size(condition.not)
          : 1
  const conditions = shape
    .filter((condition) => size(condition) <= names.length)
    .map((condition): Condition => ({ all: [name(condition, [...names])] }))
  const booleans = fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length })
  const answersFrom = (values: readonly boolean[]): Record<string, boolean> =>
    Object.fromEntries(names.map((fact, index) => [fact, values[index] ?? false]))
  const compiled = (condition: Condition) => shop({ form, rules: [rule('one', condition, needsPhoto)] })

  test('changing every fact named makes a rule hold that fails', () => {
    fc.assert(
      fc.property(conditions, booleans, (condition, values) => {
        const bundle = compiled(condition)
        const answers = answersFrom(values)
        const { outcome, because } = explained(bundle, answers, 'one')
        fc.pre(outcome.state === 'fails')
        const changed = {
          ...answers,
          ...Object.fromEntries(because.map(({ fact }) => [fact, !answers[fact]])),
        }
        expect(because).not.toEqual([])
        expect(explained(bundle, changed, 'one').outcome.state).toBe('holds')
      }),
      { numRuns: 300 },
    )
  })

  test('a rule that holds goes on holding whatever becomes of the facts not named', () => {
    fc.assert(
      fc.property(conditions, booleans, booleans, (condition, values, others) => {
        const bundle = compiled(condition)
        const answers = answersFrom(values)
        const { outcome, because } = explained(bundle, answers, 'one')
        fc.pre(outcome.state === 'holds')
        const kept = Object.fromEntries(because.map(({ fact }) => [fact, answers[fact]]))
        expect(explained(bundle, { ...answersFrom(others), ...kept }, 'one').outcome.state).toBe('holds')
      }),
      { numRuns: 300 },
    )
  })

  test('an open rule names unanswered facts only, and answering them settles it', () => {
    fc.assert(
      fc.property(conditions, booleans, booleans, (condition, values, answered) => {
        const bundle = compiled(condition)
        const all = answersFrom(values)
        const answers = Object.fromEntries(Object.entries(all).filter((_, index) => answered[index]))
        const { outcome, because } = explained(bundle, answers, 'one')
        fc.pre(outcome.state === 'open')
        for (const { fact, holds } of because) expect([answers[fact], holds]).toEqual([undefined, null])
        const asked = Object.fromEntries(because.map(({ fact }) => [fact, all[fact]]))
        expect(explained(bundle, { ...answers, ...asked }, 'one').outcome.state).not.toBe('open')
      }),
      { numRuns: 300 },
    )
  })
})

describe('in the county’s bundles, meeting the conditions named makes a rule hold that fails', () => {
  /** The comparisons of a rule that is nothing but `all`, through named conditions; undefined of any other. */
  function comparisons(condition: Condition, document: BundleDocument): Comparison[] | undefined {
    if ('operator' in condition) return [condition]
    if ('condition' in condition) {
      const named = document.conditions[condition.condition]
      return named && comparisons(named.when, document)
    }
    if (!('all' in condition)) return undefined
    const inner = condition.all.map((child) => comparisons(child, document))
    return inner.every((one) => one !== undefined) ? inner.flat() : undefined
  }

  /** An answer that meets a simple comparison. */
  function meeting({ operator, value, fact }: Comparison, document: BundleDocument): unknown {
    const constant: unknown =
      typeof value === 'object' && value !== null && 'fact' in value
        ? document.parameters[String(value.fact).replace('param.', '')]?.value
        : value
    const schema = document.form.fields[fact]?.schema
    if (operator === 'equal') return constant
    if (operator === 'in') return Array.isArray(constant) ? constant[0] : undefined
    if (operator === 'notEqual' && typeof constant === 'boolean') return !constant
    if (operator === 'notEqual' && schema && 'enum' in schema)
      return schema.enum.find((one) => one !== constant)
    if (operator === 'contains') return [constant]
    if (typeof constant !== 'number') return undefined
    if (operator === 'lessThan') return constant - 1
    if (operator === 'greaterThan') return constant + 1
    return operator.endsWith('Inclusive') ? constant : undefined
  }

  test.each(bundles.map((compiled) => [compiled.document.id, compiled] as const))('%s', (_, compiled) => {
    const { document } = compiled
    const isPlain = ({ fact }: Comparison) =>
      document.form.fields[fact] && !document.form.fields[fact].showWhen
    const simple = document.rules.flatMap(({ id, conditions, disabled }) => {
      const found = comparisons(conditions, document)
      const isSimple = found?.every(isPlain) && new Set(found.map(({ fact }) => fact)).size === found.length
      return found && isSimple && !disabled && found.length > 0 ? [[id, found] as const] : []
    })
    let flipped = 0
    fc.assert(
      fc.property(answersTo(compiled), (answers) => {
        const explanations = new Map(
          explain(compiled, answers, { unanswered: 'absent' }).map((one) => [one.rule, one]),
        )
        for (const [id, found] of simple) {
          const explanation = explanations.get(id)
          if (explanation?.outcome.state !== 'fails') continue
          const named = new Set(explanation.because.map(({ fact }) => fact))
          const changes = found
            .filter(({ fact }) => named.has(fact))
            .map((one) => [one.fact, meeting(one, document)])
          if (changes.some(([, value]) => value === undefined)) continue
          flipped++
          const changed = { ...answers, ...Object.fromEntries(changes) }
          expect([id, explained(compiled, changed, id, 'absent').outcome.state]).toEqual([id, 'holds'])
        }
      }),
      { numRuns: 12 },
    )
    expect(flipped).toBeGreaterThan(0)
  })
})
