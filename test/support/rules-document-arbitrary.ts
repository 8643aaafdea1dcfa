import fc, { type Arbitrary } from 'fast-check'
import type { Answers, BundleDocument, Condition, Effect, Field, Rule, Table } from '../../schemas/index.ts'
import {
  emptyDocument,
  estimate,
  fee,
  item as itemEntry,
  material as materialEntry,
  named,
  title,
} from './rules-document.ts'

/** What a fact holds, and so what it is sensibly compared with. */
type Kind = 'number' | 'boolean' | 'choice' | 'list' | 'date' | 'group'
type Fact = { readonly id: string; readonly kind: Kind }

const choices = ['x', 'y', 'z'] as const
const dates = ['2024-01-01', '2024-06-30', '2025-01-01'] as const
const numbers = [0, 5, 10, 12.5, 20] as const

const schemas: Readonly<Record<Kind, Field['schema']>> = {
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  choice: { type: 'string', enum: [...choices] },
  list: { type: 'array', uniqueItems: true, items: { type: 'string', enum: [...choices] } },
  date: { type: 'string', format: 'date' },
  group: { type: 'object', properties: { size: { type: 'number' }, sort: { type: 'string' } } },
}

const number = fc.constantFrom(...numbers)
const choice = fc.constantFrom(...choices)
const date = fc.constantFrom(...dates)
const fitting: Readonly<Record<Kind, Arbitrary<unknown>>> = {
  number,
  boolean: fc.boolean(),
  choice,
  list: fc.subarray([...choices]),
  date,
  group: fc.record({ size: number, sort: choice }, { requiredKeys: [], noNullPrototype: true }),
}
const unfitting = fc.constantFrom<unknown>(
  '',
  '9',
  '12abc',
  -1,
  true,
  [],
  [5],
  {},
  { size: '5' },
  Number.NaN,
  ['x', ['y']],
)

/** An answer to a question of this kind: mostly one that fits, sometimes none, now and then something odd. */
const answerTo = (kind: Kind): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: fitting[kind] },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: unfitting },
  )

const anyKind: Arbitrary<Kind> = fc.constantFrom<Kind>(
  'number',
  'number',
  'boolean',
  'boolean',
  'choice',
  'choice',
  'list',
  'date',
  'group',
)
const order = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive')
const pair = <T>(one: Arbitrary<T>): Arbitrary<T[]> => fc.tuple(one, one).map((both) => [...both])
const listOf = <T>(one: Arbitrary<T>): Arbitrary<T[]> => fc.array(one, { maxLength: 3 })

type Test = { readonly operator: string; readonly value: unknown; readonly path?: string }
const test = (operator: Arbitrary<string>, value: Arbitrary<unknown>, path?: string): Arbitrary<Test> =>
  fc.record({ operator, value }).map((one) => (path ? { ...one, path } : one))
const presence = test(fc.constantFrom('isPresent', 'isEmpty', 'not:isEmpty'), fc.boolean())

const tests: Readonly<Record<Kind, Arbitrary<Test>>> = {
  number: fc.oneof(
    test(order, fc.oneof(number, fc.constant({ fact: 'param.limit' }))),
    test(fc.constantFrom('equal', 'notEqual', 'not:equal'), fc.oneof(number, fc.constant(null))),
    test(fc.constant('between'), pair(number)),
    test(fc.constantFrom('in', 'notIn'), listOf(number)),
    presence,
  ),
  boolean: fc.oneof(test(fc.constantFrom('equal', 'equal', 'notEqual'), fc.boolean()), presence),
  choice: fc.oneof(
    test(fc.constantFrom('equal', 'notEqual'), fc.oneof(choice, fc.constant({ fact: 'param.sort' }))),
    test(fc.constantFrom('in', 'notIn', 'not:in', 'someValue:equal'), listOf(choice)),
    test(fc.constantFrom('in', 'notIn'), fc.constant({ fact: 'param.sorts' })),
    presence,
  ),
  list: fc.oneof(
    test(
      fc.constantFrom('contains', 'doesNotContain', 'not:contains', 'someFact:equal', 'everyFact:equal'),
      choice,
    ),
    test(
      fc.constantFrom('containsAny', 'containsAll', 'containsNone', 'everyFact:in', 'someFact:not:in'),
      listOf(choice),
    ),
    presence,
  ),
  date: fc.oneof(
    test(
      fc.constantFrom('dateBefore', 'dateOnOrBefore', 'dateAfter', 'dateOnOrAfter', 'not:dateBefore'),
      date,
    ),
    test(fc.constant('dateBetween'), pair(date)),
    presence,
  ),
  group: fc.oneof(
    test(order, number, 'size'),
    test(fc.constantFrom('equal', 'notEqual'), choice, '$.sort'),
    presence,
  ),
}

function comparison(facts: readonly Fact[]): Arbitrary<Condition> {
  const same = (kind: Kind): Fact[] => facts.filter((fact) => fact.kind === kind)
  return fc.constantFrom(...facts).chain((fact) => {
    const own = tests[fact.kind].map((one): Condition => ({ fact: fact.id, ...one }))
    const others = same('number')
    if (fact.kind !== 'number' || others.length < 2) return own
    const other = fc.record({ operator: order, with: fc.constantFrom(...others) })
    return fc.oneof(
      { weight: 5, arbitrary: own },
      {
        weight: 1,
        arbitrary: other.map(
          (one): Condition => ({ fact: fact.id, operator: one.operator, value: { fact: one.with.id } }),
        ),
      },
    )
  })
}

/** A condition over `facts` and the named conditions in `names`. */
function condition(facts: readonly Fact[], names: readonly string[]): Arbitrary<Condition> {
  const leaf = comparison(facts)
  const reference =
    names.length > 0 ? fc.constantFrom(...names).map((name): Condition => ({ condition: name })) : leaf
  const { root } = fc.letrec<{
    node: Condition
    root: Condition
    all: Condition
    any: Condition
    not: Condition
  }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 5, arbitrary: leaf },
      { weight: 1, arbitrary: reference },
      { weight: 1, arbitrary: tie('all') },
      { weight: 1, arbitrary: tie('any') },
      { weight: 1, arbitrary: tie('not') },
    ),
    all: fc.array(tie('node'), { maxLength: 3 }).map((all): Condition => ({ all })),
    any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    not: tie('node').map((not): Condition => ({ not })),
    root: fc.oneof(
      { weight: 4, arbitrary: tie('all') },
      { weight: 3, arbitrary: tie('any') },
      { weight: 1, arbitrary: tie('not') },
      { weight: names.length > 0 ? 1 : 0, arbitrary: reference },
    ),
  }))
  return root
}

/** Fees, estimates and derived numbers: arithmetic over numbers, sometimes divided by something that may be zero. */
function formula(facts: readonly Fact[]): Arbitrary<number | { [operation: string]: never }> {
  const numeric = facts.filter(({ kind }) => kind === 'number')
  const { node } = fc.letrec<{ node: unknown; value: unknown; sum: unknown }>((tie) => ({
    value: fc.oneof(
      number,
      numeric.length > 0 ? fc.constantFrom(...numeric).map(({ id }): unknown => ({ var: id })) : number,
      fc.constant({ var: 'param.limit' }),
    ),
    sum: fc
      .tuple(fc.constantFrom('+', '-', '*', '/', 'min', 'max'), tie('node'), tie('node'))
      .map(([operation, a, b]): unknown => ({ [operation]: [a, b] })),
    node: fc.oneof(
      { depthSize: 'small' },
      tie('value'),
      tie('sum'),
      tie('sum').map((one): unknown => ({ round: one })),
    ),
  }))
  return node as Arbitrary<number | { [operation: string]: never }>
}

const item = fc.constantFrom('item0', 'item1', 'item2')
const material = fc.constantFrom('material0', 'material1')
const message = fc.constant(title)

function effect(facts: readonly Fact[]): Arbitrary<Effect> {
  const of = <T extends Effect['type']>(type: T, params: Arbitrary<Extract<Effect, { type: T }>['params']>) =>
    params.map((one) => ({ type, params: one }) as Effect)
  return fc.oneof(
    ...(['reject', 'refer', 'warn', 'inform'] as const).map((type) => of(type, fc.record({ message }))),
    of('include-item', fc.record({ item })),
    of('require-material', fc.record({ material })),
    of('require-material', fc.record({ material })),
    of('waive-material', fc.record({ material })),
    of(
      'route-task',
      fc.record({
        department: fc.constant('D'),
        level: fc.constant('4' as const),
        stage: fc.nat(3),
        mode: message,
      }),
    ),
    of('set-limit', fc.record({ days: fc.constantFrom(1, 5, 10) })),
    of(
      'charge-fee',
      fc.record({
        fee: fc.constantFrom('fee0', 'fee1'),
        amount: fc.oneof(number, fc.constant(null), formula(facts)),
      }),
    ),
    of(
      'estimate',
      fc.record({ estimate: fc.constant('estimate0'), amount: fc.oneof(number, formula(facts)) }),
    ),
  )
}

const priority = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined })

function rules(facts: readonly Fact[], names: readonly string[]): Arbitrary<Rule[]> {
  const one = fc.record({ conditions: condition(facts, names), event: effect(facts), priority })
  return fc.array(one, { minLength: 2, maxLength: 10 }).map((list) =>
    list.map(
      ({ priority: of, ...rule }, index): Rule => ({
        id: `r${index}`,
        name: title,
        ...rule,
        ...(of ? { priority: of } : {}),
      }),
    ),
  )
}

/** A grid over one to three facts. Rows are drawn independently, so that they overlap now and then. */
function grid(
  facts: readonly Fact[],
): Arbitrary<Pick<Table, 'columns'> & { cells: Table['rows'][number]['cells'][] }> {
  return fc.subarray([...facts], { minLength: 1, maxLength: 3 }).chain((columns) => {
    const withoutPath = (fact: Fact): Arbitrary<Test> => (fact.kind === 'group' ? presence : tests[fact.kind])
    const row = fc.tuple(...columns.map((fact) => fc.option(withoutPath(fact), { freq: 4 })))
    return fc.array(row, { minLength: 1, maxLength: 4 }).map((cells) => ({
      columns: columns.map(({ id }) => ({ fact: id })),
      cells: cells.map((one) => [...one]),
    }))
  })
}

function table(id: string, facts: readonly Fact[]): Arbitrary<Table> {
  return fc
    .record({
      grid: grid(facts),
      hitPolicy: fc.constantFrom('unique' as const, 'first' as const, 'collect' as const),
      priority,
      event: effect(facts),
    })
    .map(({ grid: { columns, cells }, hitPolicy, event, priority: of }) => ({
      id,
      name: title,
      hitPolicy,
      ...(of ? { priority: of } : {}),
      columns,
      event: { type: event.type, params: {} },
      rows: cells.map((row, index) => ({ id: `row${index}`, cells: row, params: { ...event.params } })),
    }))
}

/** How a derived fact gets its value: by rules of different priorities, or by a table whose first row counts. */
function setters(
  fact: Fact,
  facts: readonly Fact[],
  names: readonly string[],
): Arbitrary<{ rules: Rule[]; tables: Table[] }> {
  const value = fact.kind === 'number' ? fc.oneof(number, formula(facts)) : fitting[fact.kind]
  const event = value.map(
    (one): Effect => ({ type: 'set-fact', params: { fact: fact.id, value: one } }) as Effect,
  )
  const byRules = fc
    .array(fc.record({ conditions: condition(facts, names), event }), { minLength: 1, maxLength: 3 })
    .map((list) => ({
      rules: list.map(
        (rule, index): Rule => ({ id: `set-${fact.id}-${index}`, name: title, priority: index + 1, ...rule }),
      ),
      tables: [],
    }))
  const byTable = fc
    .tuple(grid(facts), fc.array(event, { minLength: 4, maxLength: 4 }))
    .map(([{ columns, cells }, events]) => ({
      rules: [],
      tables: [
        {
          id: `set-${fact.id}`,
          name: title,
          hitPolicy: 'first' as const,
          columns,
          event: { type: 'set-fact' as const, params: { fact: fact.id } },
          rows: cells.map((row, index) => ({
            id: `row${index}`,
            cells: row,
            params: { ...events[index]?.params },
          })),
        },
      ],
    }))
  return fc.oneof(byRules, byTable)
}

const shuffled = <T>(list: readonly T[]): Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length })

/** Fields, the later ones shown only where the earlier ones say so, in any order in the document. */
function form(fields: readonly Fact[], names: readonly string[]): Arbitrary<BundleDocument['form']> {
  const shows = fields.map((_, index) =>
    index === 0
      ? fc.constant(undefined)
      : fc.option(condition(fields.slice(0, index), index >= 3 ? names : []), { nil: undefined, freq: 2 }),
  )
  return fc.tuple(fc.tuple(...shows), shuffled(fields.map(({ id }) => id))).map(([showWhens, ids]) => ({
    steps: [{ id: 'only', title, fields: ids }],
    fields: Object.fromEntries(
      ids.map((id): [string, Field] => {
        const index = fields.findIndex((one) => one.id === id)
        const schema = schemas[fields[index]?.kind ?? 'boolean']
        const showWhen = showWhens[index]
        const titles = Object.fromEntries(choices.map((one) => [one, title]))
        return [
          id,
          {
            schema,
            title,
            ...(schema.type === 'array' || 'enum' in schema ? { choices: titles } : {}),
            ...(schema.type === 'object' ? { parts: { size: { title }, sort: { title } } } : {}),
            ...(showWhen ? { showWhen } : {}),
          },
        ]
      }),
    ),
  }))
}

/** A document with everything that decides: visibility, named conditions, derived facts, rules, tables, formulas. */
export const documentArbitrary: Arbitrary<BundleDocument> = fc
  .tuple(
    fc.array(anyKind, { minLength: 4, maxLength: 8 }),
    fc.array(fc.constantFrom<Kind>('number', 'boolean', 'choice'), { maxLength: 3 }),
  )
  .chain(([kinds, derivedKinds]) => {
    const fields = kinds.map((kind, index): Fact => ({ id: `f${index}`, kind }))
    const derived = derivedKinds.map((kind, index): Fact => ({ id: `d${index}`, kind }))
    const facts = [...fields, ...derived]
    const early = fields.slice(0, 3)
    return fc.record({
      form: form(fields, ['n0', 'n1']),
      conditions: fc.tuple(condition(early, []), condition(early, ['n0']), condition(facts, ['n0', 'n1'])),
      setters: fc.tuple(
        ...derived.map((fact, index) => setters(fact, [...fields, ...derived.slice(0, index)], ['n0', 'n1'])),
      ),
      derivedOrder: shuffled(derived),
      rules: rules(facts, ['n0', 'n1', 'n2']),
      tables: fc
        .integer({ min: 0, max: 2 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, index) => table(`t${index}`, facts))),
        ),
    })
  })
  .map((made) => ({
    ...emptyDocument,
    form: made.form,
    parameters: {
      limit: { title, value: 10 },
      sort: { title, value: 'x' },
      sorts: { title, value: ['x', 'y'] },
    },
    facts: Object.fromEntries(
      made.derivedOrder.map(({ id, kind }) => [
        id,
        {
          title,
          type:
            kind === 'choice'
              ? ('string' as const)
              : kind === 'number'
                ? ('number' as const)
                : ('boolean' as const),
        },
      ]),
    ),
    conditions: Object.fromEntries(made.conditions.map((when, index) => [`n${index}`, { title, when }])),
    items: named(['item0', 'item1', 'item2'], itemEntry),
    materials: named(['material0', 'material1'], materialEntry),
    fees: named(['fee0', 'fee1'], fee),
    estimates: named(['estimate0'], estimate),
    rules: [...made.setters.flatMap((one) => one.rules), ...made.rules],
    tables: [...made.setters.flatMap((one) => one.tables), ...made.tables],
  }))

function kindOf({ schema }: Field): Kind {
  const kinds = Object.keys(schemas) as Kind[]
  return kinds.find((kind) => JSON.stringify(schemas[kind]) === JSON.stringify(schema)) ?? 'boolean'
}

/** Answers to every question of a document that `documentArbitrary` made. */
export function completeAnswers(document: BundleDocument): Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(
      Object.entries(document.form.fields).map(([id, field]) => [id, answerTo(kindOf(field))]),
    ),
  )
}

/** Answers to some of the questions. */
export function partialAnswers(document: BundleDocument): Arbitrary<Answers> {
  const fields = Object.keys(document.form.fields)
  return fc
    .tuple(completeAnswers(document), fc.subarray(fields))
    .map(([answers, kept]) => Object.fromEntries(kept.map((id) => [id, answers[id]])))
}
