import fc, { type Arbitrary } from 'fast-check'
import { additionalOperators } from '../../rules/operators/additional.ts'
import { decorators } from '../../rules/operators/decorators.ts'
import type { Operator, ValueShape } from '../../rules/operators/operator.ts'
import { stockOperators } from '../../rules/operators/stock.ts'
import type { RawRule, RawRules } from './rules-raw.ts'

const facts = ['a', 'b', 'c', 'd', 'e'] as const
const setFacts = ['s1', 's2', 's3'] as const

const dates = ['2023-01-01', '2024-06-30', '2024-07-01', '2024-7-1'] as const
const regions = [
  '430321',
  '430300',
  '430000',
  '43',
  '4303',
  '430321101',
  '430321101000',
  '430421',
  '4303210',
] as const
const numbers = [-1, 0, 1, 2, 5, 9, 10, 12.5, 1e21, 2 ** 53, 2 ** 53 + 2, Number.MAX_VALUE, 1e-7] as const
const texts = [
  '',
  ' ',
  'x',
  'xy',
  '9',
  '10',
  ' 7',
  '12abc',
  '0x10',
  '1e3',
  'Infinity',
  'null',
  'true',
] as const

const scalar: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(...dates, ...regions),
  fc.constantFrom<unknown>(null, true, false),
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(1, 5, 9) }, { weight: 1, arbitrary: fc.double() }),
)
/** What only a fact may hold: literals come from JSON. */
const odd: Arbitrary<unknown> = fc.constantFrom<unknown>(Number.NaN, Infinity, -Infinity, -0, undefined)

const { value: dirty } = fc.letrec<{ value: unknown; list: unknown; group: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: scalar },
    { weight: 1, arbitrary: odd },
    { weight: 2, arbitrary: tie('list') },
    { weight: 2, arbitrary: tie('group') },
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  group: fc.record(
    { a: tie('value'), b: tie('value'), list: fc.oneof(tie('list'), tie('value')), 0: tie('value') },
    { requiredKeys: [], noNullPrototype: true },
  ),
}))

const paths = [
  'a',
  'b',
  'a.b',
  '$.a',
  '$.a.b',
  '$.list[0]',
  'list[1]',
  'list[0].a',
  '$.list[1][0]',
  '$',
  '$[0]',
  '$[1].b',
  '$.a[0]',
] as const
const refusedPaths = [
  '$..a',
  '$.*',
  'list[*]',
  '$.list[?(@.a)]',
  '',
  '.a',
  '[0].b',
  '$.__proto__',
  '$.list.length',
  '$.a^',
  '$.list[0:2]',
  '$.list[-1]',
  '$.a~',
] as const

const listOf = (member: Arbitrary<unknown>): Arbitrary<unknown> => fc.array(member, { maxLength: 4 })
const pairOf = (members: readonly unknown[]): Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...members), fc.constantFrom(...members))
const byShape: Record<ValueShape, Arbitrary<unknown>> = {
  scalar,
  number: fc.constantFrom(...numbers),
  'number-or-text': fc.constantFrom<unknown>(...numbers, ...texts, ...dates),
  list: listOf(scalar),
  range: pairOf(numbers),
  boolean: fc.boolean(),
  date: fc.constantFrom(...dates.slice(0, 3)),
  'date-range': pairOf(dates.slice(0, 3)),
  region: fc.oneof(fc.constantFrom(...regions), fc.array(fc.constantFrom(...regions), { maxLength: 3 })),
}

const operators: readonly Operator[] = [...stockOperators, ...stockOperators, ...additionalOperators]
const prefixes: Arbitrary<readonly string[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...Object.keys(decorators)), { minLength: 1, maxLength: 2 }),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...Object.keys(decorators)), { minLength: 3, maxLength: 3 }),
  },
)

/** Whether the fact, not the value, stands on the right of `names` (decorators, left to right). */
const isSwapped = (names: readonly string[]): boolean =>
  names.filter((name) => name === 'swap').length % 2 === 1
const goesThroughValue = (name: string): boolean => name === 'someValue' || name === 'everyValue'

/** Decorators that go through the members of a fact on the right are refused: those are left to the wild cases. */
function tidy(names: readonly string[], operator: Operator): readonly string[] {
  const kept = names.filter((name, index) => !goesThroughValue(name) || !isSwapped(names.slice(0, index)))
  return operator.value === 'list' && isSwapped(kept) ? kept.filter((name) => name !== 'swap') : kept
}

/** A value that fits the operator behind its decorators. */
function valueFor(operator: Operator, names: readonly string[]): Arbitrary<unknown> {
  let value = isSwapped(names) ? scalar : byShape[operator.value]
  for (const [index, name] of [...names.entries()].toReversed())
    if (goesThroughValue(name) && !isSwapped(names.slice(0, index))) value = listOf(value)
  return value
}

const priority = { priority: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 }) }
const path = (wild: boolean): Arbitrary<string | undefined> =>
  fc.option(wild ? fc.constantFrom(...paths, ...refusedPaths) : fc.constantFrom(...paths), {
    nil: undefined,
    freq: 3,
  })

/** Leaves out what is undefined: json-rules-engine looks at which keys a condition owns. */
function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>
}

function comparison(
  known: readonly string[],
  parameters: readonly string[],
  wild: boolean,
): Arbitrary<unknown> {
  const reference = fc
    .record({ fact: fc.constantFrom(...known, ...parameters), path: path(wild) })
    .map((value): unknown => withoutUndefined(value))
  return fc
    .tuple(fc.constantFrom(...operators), prefixes, fc.boolean())
    .chain(([operator, prefix, likely]) => {
      const names = wild ? prefix : tidy(prefix, operator)
      const needsList = operator.value === 'list' || names.some(goesThroughValue)
      const literal = wild ? fc.oneof(valueFor(operator, names), dirty) : valueFor(operator, names)
      const value =
        !needsList && likely
          ? fc.oneof({ weight: 3, arbitrary: literal }, { weight: 1, arbitrary: reference })
          : literal
      return fc.record({
        fact: fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(...known) },
          { weight: 1, arbitrary: fc.constantFrom(...parameters) },
        ),
        operator: fc.constant([...names, operator.name].join(':')),
        value,
        path: path(wild),
        ...priority,
      })
    })
    .map((value): unknown =>
      Object.is(value.value, undefined)
        ? { ...withoutUndefined(value), value: undefined }
        : withoutUndefined(value),
    )
}

function condition(
  known: readonly string[],
  parameters: readonly string[],
  named: readonly string[],
  wild: boolean,
): Arbitrary<unknown> {
  const children = (node: Arbitrary<unknown>) => fc.array(node, { minLength: wild ? 0 : 1, maxLength: 4 })
  const { root } = fc.letrec<{
    node: unknown
    root: unknown
    all: unknown
    any: unknown
    not: unknown
    leaf: unknown
    named: unknown
  }>((tie) => ({
    leaf: comparison(known, parameters, wild),
    named:
      named.length > 0
        ? fc.constantFrom(...named).map((name): unknown => ({ condition: name }))
        : tie('leaf'),
    all: fc
      .record({ all: fc.array(tie('node'), { maxLength: 4 }), ...priority })
      .map((value): unknown => withoutUndefined(value)),
    any: fc
      .record({ any: children(tie('node')), ...priority })
      .map((value): unknown => withoutUndefined(value)),
    not: fc.record({ not: tie('node'), ...priority }).map((value): unknown => withoutUndefined(value)),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: tie('leaf') },
      { weight: 1, arbitrary: tie('named') },
      { weight: 2, arbitrary: tie('all') },
      { weight: 2, arbitrary: tie('any') },
      { weight: 1, arbitrary: tie('not') },
    ),
    root: fc.oneof(tie('all'), tie('any'), tie('not'), named.length > 0 ? tie('named') : tie('all')),
  }))
  return root
}

const parameterValues: Arbitrary<RawRules['parameters']> = fc.record({
  'param.number': fc.constantFrom(...numbers),
  'param.text': fc.constantFrom(...texts),
  'param.list': fc.array(fc.constantFrom(1, 5, 'x', '9'), { maxLength: 3 }),
})
const parameterNames = ['param.number', 'param.text', 'param.list'] as const

function rule(node: Arbitrary<unknown>): Arbitrary<RawRule> {
  return fc.record({ conditions: node, priority: fc.integer({ min: 1, max: 5 }) })
}

/** Rules and facts of every kind we accept; one set in five also holds what we refuse. */
export const rawCase: Arbitrary<{ rules: RawRules; facts: Record<string, unknown> }> = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .chain(([wildness, depth]) => {
    const wild = wildness === 0
    const known = (layer: number): string[] => [...facts, ...setFacts.slice(0, layer)]
    const at = (layer: number, named: readonly string[]) =>
      condition(known(layer), parameterNames, named, wild)
    const conditions = fc
      .tuple(at(0, []), at(0, ['n1']), at(0, ['n1', 'n2']))
      .map((list) => list.map((when, index) => ({ name: `n${index + 1}`, when })))
    const names = ['n1', 'n2', 'n3']
    const setters = setFacts.slice(0, depth).map((fact, layer) =>
      fc.array(fc.tuple(at(layer, names), scalar), { minLength: 1, maxLength: 2 }).map((list) =>
        list.map(
          ([when, value], index): RawRule => ({
            conditions: when,
            priority: index + 1,
            sets: { fact, value },
          }),
        ),
      ),
    )
    const layers = fc.tuple(...setters, fc.array(rule(at(depth, names)), { minLength: 1, maxLength: 4 }))
    return fc.record({
      rules: fc.record({
        facts: fc.constant([...facts, ...setFacts.slice(0, depth)]),
        parameters: parameterValues,
        conditions,
        layers,
      }),
      facts: fc.record(
        { a: dirty, b: dirty, c: dirty, d: dirty, e: dirty },
        { requiredKeys: [], noNullPrototype: true },
      ),
    })
  })
