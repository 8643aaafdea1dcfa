import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { type RefusalCode, refused, refusedInRules } from '../../rules/conditions/refused.ts'
import { parseDocument } from '../../rules/document/parse.ts'
import { DocumentError } from '../../rules/document-error.ts'
import type { Fault } from '../../schemas/index.ts'
import { refusedConditions } from '../../tools/refused-conditions.ts'
import { always, amount, emptyDocument, formOf, title, warn, yesNo } from '../support/rules-document.ts'

type Facts = Readonly<Record<string, unknown>>
const isTopLevel = (value: unknown): value is TopLevelCondition => typeof value === 'object' && value !== null

/** Whether json-rules-engine lets the condition hold. Throws, or rejects, what it throws. */
async function holdsOnEngine(
  condition: unknown,
  facts: Facts,
  named: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const engine = new Engine()
  for (const [name, when] of Object.entries(named)) if (isTopLevel(when)) engine.setCondition(name, when)
  if (!isTopLevel(condition)) throw new Error('not an object')
  engine.addRule({ conditions: condition, event: { type: 'fired' } })
  return (await engine.run({ ...facts })).events.length > 0
}

function faultsOf(document: unknown): readonly Fault[] {
  try {
    parseDocument(document)
    return []
  } catch (error) {
    if (error instanceof DocumentError) return error.faults
    throw error
  }
}

const ruleWith = (conditions: unknown): unknown => ({ id: 'r', name: title, conditions, event: warn })
const documentWithRule = (rule: unknown): unknown => ({
  ...emptyDocument,
  form: formOf({ area: amount, seats: amount, sells: yesNo }),
  parameters: { list: { title, value: ['a'] }, most: { title, value: 50 } },
  facts: { small: { title, type: 'boolean' } },
  conditions: { known: { title, when: always } },
  rules: [rule],
})
const documentWithCondition = (conditions: unknown): unknown => documentWithRule(ruleWith(conditions))

const leaf = (operator: string, value: unknown, more: object = {}) => ({
  fact: 'area',
  operator,
  value,
  ...more,
})
const nested = (depth: number): unknown => (depth === 0 ? leaf('equal', 1) : { all: [nested(depth - 1)] })

type Example = { readonly document: unknown; readonly pointer: string }
const at = (pointer: string, condition: unknown): Example => ({
  document: documentWithCondition(condition),
  pointer: `/rules/0/conditions${pointer}`,
})

type Row = {
  readonly refuses: readonly Example[]
  /** What json-rules-engine does instead. */
  readonly surprise?: readonly [string, () => Promise<void>]
}

const rows: Readonly<Record<RefusalCode, Row>> = {
  'not-a-condition': {
    refuses: [
      at('', {}),
      at('/all/0', { all: [7] }),
      at('/all/0', { all: [null] }),
      at('', { all: [], any: [leaf('equal', 1)] }),
      at('/not', { not: [leaf('equal', 1)] }),
      at('/all', { all: leaf('equal', 1) }),
      at('/all/0', { all: [{ fact: 'area', operator: 'equal' }] }),
      at('/all/0', { all: [{ ...leaf('equal', 1), all: [] }] }),
    ],
    surprise: [
      'ignores an all that stands beside an any',
      async () =>
        expect(await holdsOnEngine({ any: [leaf('equal', 1)], all: [leaf('equal', 2)] }, { area: 1 })).toBe(
          true,
        ),
    ],
  },
  'root-comparison': {
    refuses: [at('', leaf('equal', 1))],
    surprise: [
      'throws when the rule is added',
      async () => expect(holdsOnEngine(leaf('equal', 1), { area: 1 })).rejects.toThrow('root must contain'),
    ],
  },
  'unknown-key': {
    refuses: [
      at('/all/0/pth', { all: [leaf('equal', 1, { pth: 'a' })] }),
      at('/all/0/params', { all: [leaf('equal', 1, { params: {} })] }),
      at('/none', { all: [], none: [] }),
      at('/priority', { condition: 'known', priority: 2 }),
    ],
    surprise: [
      'ignores a misspelt path',
      async () =>
        expect(await holdsOnEngine({ all: [leaf('equal', 1, { pth: 'a' })] }, { area: 1 })).toBe(true),
    ],
  },
  'too-deep': {
    refuses: [at('/all/0'.repeat(33), nested(40))],
    surprise: [
      'runs out of stack',
      async () => {
        let deep: unknown = leaf('equal', 1)
        for (let depth = 0; depth < 50_000; depth++) deep = { all: [deep] }
        await expect(holdsOnEngine(deep, { area: 1 })).rejects.toThrow(RangeError)
      },
    ],
  },
  'empty-any': {
    refuses: [at('/any', { any: [] }), at('/all/0/any', { all: [{ any: [] }] })],
    surprise: ['takes it as true', async () => expect(await holdsOnEngine({ any: [] }, {})).toBe(true)],
  },
  'unknown-fact': {
    refuses: [
      at('/all/0/fact', { all: [{ ...leaf('equal', 1), fact: 'aera' }] }),
      at('/all/0/fact', { all: [{ ...leaf('equal', 1), fact: 7 }] }),
      at('/all/0/fact', { all: [{ ...leaf('equal', 1), fact: 'most' }] }),
      at('/all/0/value/fact', { all: [leaf('lessThan', { fact: 'param.least' })] }),
    ],
    surprise: [
      'rejects the run, but only when a rule comes to it',
      async () => {
        const condition = { any: [leaf('equal', 1, { priority: 2 }), { ...leaf('equal', 1), fact: 'aera' }] }
        expect(await holdsOnEngine(condition, { area: 1 })).toBe(true)
        await expect(holdsOnEngine(condition, { area: 2 })).rejects.toThrow('Undefined fact')
      },
    ],
  },
  'fact-not-yet-known': {
    refuses: [
      {
        document: {
          ...emptyDocument,
          facts: { small: { title, type: 'boolean' } },
          form: formOf({
            area: amount,
            seats: { ...amount, showWhen: { fact: 'small', operator: 'equal', value: true } },
          }),
        },
        pointer: '/form/fields/seats/showWhen/fact',
      },
      {
        document: {
          ...emptyDocument,
          facts: { small: { title, type: 'boolean' } },
          conditions: {
            isSmall: { title, when: { all: [{ fact: 'small', operator: 'equal', value: true }] } },
          },
          form: formOf({ area: amount, seats: { ...amount, requireWhen: { condition: 'isSmall' } } }),
        },
        pointer: '/form/fields/seats/requireWhen',
      },
    ],
  },
  'unknown-condition': {
    refuses: [
      at('/condition', { condition: 'unknown' }),
      at('/all/0/condition', { all: [{ condition: 7 }] }),
    ],
    surprise: [
      'rejects the run',
      async () =>
        expect(holdsOnEngine({ condition: 'unknown' }, {})).rejects.toThrow('No condition unknown exists'),
    ],
  },
  'condition-cycle': {
    refuses: [
      {
        document: {
          ...emptyDocument,
          conditions: {
            a: { title, when: { condition: 'b' } },
            b: { title, when: { not: { condition: 'a' } } },
          },
        },
        pointer: '/conditions/a',
      },
    ],
    surprise: [
      'runs out of stack',
      async () => {
        const named = { a: { condition: 'b' }, b: { condition: 'a' } }
        await expect(holdsOnEngine({ condition: 'a' }, {}, named)).rejects.toThrow(RangeError)
      },
    ],
  },
  'unknown-operator': {
    refuses: [
      at('/all/0/operator', { all: [leaf('equals', 1)] }),
      at('/all/0/operator', { all: [leaf('none:equal', 1)] }),
      at('/all/0/operator', { all: [leaf('constructor:equal', 1)] }),
      at('/all/0/operator', { all: [{ ...leaf('', 1), operator: null }] }),
    ],
    surprise: [
      'rejects the run, but only when a rule comes to it',
      async () => {
        const condition = { all: [leaf('equal', 1, { priority: 2 }), leaf('equals', 1)] }
        expect(await holdsOnEngine(condition, { area: 2 })).toBe(false)
        await expect(holdsOnEngine(condition, { area: 1 })).rejects.toThrow('Unknown operator')
      },
    ],
  },
  path: {
    refuses: [
      ...[
        '',
        '.a',
        '[0].b',
        '$..a',
        '$.*',
        'a[*]',
        '$.a[?(@.b)]',
        '$.a[(@.length-1)]',
        '$.a[0:2]',
        '$.a[-1]',
        '$.a^',
        '$.a~',
        '$.__proto__',
        '$.constructor',
        'a.length',
        '$.a["b"]',
        '`a',
        'a.',
        '$a',
      ].map((path) => at('/all/0/path', { all: [leaf('equal', 1, { path })] })),
      at('/all/0/path', { all: [leaf('equal', 1, { path: 7 })] }),
      at('/all/0/value/path', { all: [leaf('lessThan', { fact: 'seats', path: '$..a' })] }),
    ],
    surprise: [
      'runs a filter expression',
      async () => {
        const path = '$.shops[?(@.seats * 2 > 100)].name'
        const facts = {
          area: {
            shops: [
              { seats: 40, name: 'small' },
              { seats: 60, name: 'large' },
            ],
          },
        }
        expect(await holdsOnEngine({ all: [leaf('contains', 'large', { path })] }, facts)).toBe(true)
        expect(await holdsOnEngine({ all: [leaf('contains', 'small', { path })] }, facts)).toBe(false)
      },
    ],
  },
  'null-comparison': {
    refuses: [
      at('/all/0/value', { all: [leaf('greaterThan', null)] }),
      at('/all/0/value', { all: [leaf('someValue:lessThan', [5, null])] }),
    ],
    surprise: [
      'lets 5 > null hold, and null < 5 not',
      async () => {
        expect(await holdsOnEngine({ all: [leaf('greaterThan', null)] }, { area: 5 })).toBe(true)
        expect(await holdsOnEngine({ all: [leaf('lessThan', 5)] }, { area: null })).toBe(false)
      },
    ],
  },
  'value-shape': {
    refuses: [
      at('/all/0/value', { all: [leaf('lessThan', true)] }),
      at('/all/0/value', { all: [leaf('lessThan', [5])] }),
      at('/all/0/value', { all: [leaf('between', 5)] }),
      at('/all/0/value', { all: [leaf('between', [1, 2, 3])] }),
      at('/all/0/value', { all: [leaf('isPresent', 'yes')] }),
      at('/all/0/value', { all: [leaf('dateBefore', '2024-1-1')] }),
      at('/all/0/value', { all: [leaf('dateBetween', ['2024-01-01'])] }),
      at('/all/0/value', { all: [leaf('regionWithin', 430321)] }),
      at('/all/0/value', { all: [leaf('regionWithin', ['湘潭县'])] }),
      at('/all/0/value', { all: [leaf('dateBefore', { fact: 'param.most' })] }),
    ],
    surprise: [
      'compares whatever it gets',
      async () => {
        expect(await holdsOnEngine({ all: [leaf('lessThan', true)] }, { area: 0 })).toBe(true)
        expect(await holdsOnEngine({ all: [leaf('lessThan', [5])] }, { area: 4 })).toBe(true)
      },
    ],
  },
  'list-expected': {
    refuses: [
      at('/all/0/value', { all: [leaf('in', 'category')] }),
      at('/all/0/value', { all: [leaf('notIn', null)] }),
      at('/all/0/value', { all: [leaf('in', { fact: 'seats' })] }),
      at('/all/0/value', { all: [leaf('in', { fact: 'param.most' })] }),
      at('/all/0/value', { all: [leaf('containsAny', 'a')] }),
      at('/all/0/value', { all: [leaf('swap:in', ['a'])] }),
      at('/all/0/value', { all: [leaf('someValue:equal', 'a')] }),
      at('/all/0/value', { all: [leaf('someValue:someValue:equal', ['a'])] }),
      at('/all/0/value', { all: [leaf('swap:everyValue:equal', ['a'])] }),
      at('/all/0/value', { all: [leaf('everyValue:equal', { fact: 'seats' })] }),
    ],
    surprise: [
      'searches inside a text, and rejects the run on null and on what is no list',
      async () => {
        expect(await holdsOnEngine({ all: [leaf('in', 'category')] }, { area: 'cat' })).toBe(true)
        await expect(holdsOnEngine({ all: [leaf('in', null)] }, { area: 'cat' })).rejects.toThrow(TypeError)
        await expect(holdsOnEngine({ all: [leaf('someValue:equal', 'a')] }, { area: 'a' })).rejects.toThrow(
          TypeError,
        )
        await expect(
          holdsOnEngine({ all: [leaf('swap:everyValue:equal', ['a'])] }, { area: 'a' }),
        ).rejects.toThrow(TypeError)
      },
    ],
  },
  'structure-equality': {
    refuses: [
      at('/all/0/value', { all: [leaf('equal', ['a'])] }),
      at('/all/0/value', { all: [leaf('notEqual', { a: 1 })] }),
      at('/all/0/value', { all: [leaf('contains', ['a'])] }),
      at('/all/0/value', { all: [leaf('equal', { fact: 'param.list' })] }),
    ],
    surprise: [
      'finds a list different from the same list',
      async () => expect(await holdsOnEngine({ all: [leaf('equal', ['a'])] }, { area: ['a'] })).toBe(false),
    ],
  },
  'reference-in-list': {
    refuses: [at('/all/0/value', { all: [leaf('in', [{ fact: 'seats' }])] })],
    surprise: [
      'does not resolve it',
      async () =>
        expect(await holdsOnEngine({ all: [leaf('in', [{ fact: 'seats' }])] }, { area: 1, seats: 1 })).toBe(
          false,
        ),
    ],
  },
  'value-reference': {
    refuses: [
      at('/all/0/value', { all: [leaf('lessThan', { fact: 'seats', default: 10 })] }),
      at('/all/0/value', { all: [leaf('lessThan', { fact: 'seats', params: {} })] }),
    ],
    surprise: [
      'ignores a default, and compares with null',
      async () => {
        const condition = { all: [leaf('greaterThan', { fact: 'seats', default: 10 })] }
        expect(await holdsOnEngine(condition, { area: 5, seats: null })).toBe(true)
      },
    ],
  },
}

/** Faults of a rule around its conditions; their keywords are those of the document's schema, or the row's own. */
const rulesRefused: Readonly<
  Record<keyof typeof refusedInRules, Row & { readonly keywords: readonly string[] }>
> = {
  'event-type': {
    keywords: ['enum'],
    refuses: ['error', 'success', 'aproved', ''].map((type) => ({
      document: documentWithRule({ id: 'r', name: title, conditions: always, event: { type, params: {} } }),
      pointer: '/rules/0/event/type',
    })),
    surprise: [
      'rejects the run when a rule with the type error fires',
      async () => {
        const engine = new Engine()
        engine.addRule({ conditions: { all: [] }, event: { type: 'error', params: { message: 'no' } } })
        await expect(engine.run({})).rejects.toBeDefined()
      },
    ],
  },
  priority: {
    keywords: ['minimum', 'maximum', 'type'],
    refuses: [0, -1, 2.9, 1001, 'high'].map((priority) => ({
      document: documentWithRule({ id: 'r', name: title, conditions: always, event: warn, priority }),
      pointer: '/rules/0/priority',
    })),
    surprise: [
      'throws at 0 and takes 2.9 as 2',
      async () => {
        const rule = { conditions: { all: [] }, event: { type: 'fired' } }
        expect(() => new Engine().addRule({ ...rule, priority: -1 })).toThrow()
        const engine = new Engine()
        engine.addRule({ ...rule, priority: 2.9 })
        engine.on('fired', (_event, _almanac, result) => expect(result.priority).toBe(2))
        await engine.run({})
        expect.assertions(2)
      },
    ],
  },
  'set-fact-priority': {
    keywords: ['set-fact-priority'],
    refuses: [
      {
        document: {
          ...emptyDocument,
          facts: { small: { title, type: 'boolean' } },
          rules: ['a', 'b'].map((id) => ({
            id,
            name: title,
            conditions: always,
            event: { type: 'set-fact', params: { fact: 'small', value: id === 'a' } },
          })),
        },
        pointer: '/rules/1',
      },
    ],
  },
}

const table = { ...rows, ...rulesRefused }

describe('what is refused', () => {
  it('has a test for every row of the tables', () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(refused).sort())
    expect(Object.keys(rulesRefused).sort()).toEqual(Object.keys(refusedInRules).sort())
    for (const { refuses } of Object.values(table)) expect(refuses.length).toBeGreaterThan(0)
  })

  it('is listed in docs/refused-conditions.md as the tables have it (node tools/refused-conditions.ts writes it)', () => {
    const file = join(import.meta.dirname, '..', '..', 'docs', 'refused-conditions.md')
    expect(readFileSync(file, 'utf8')).toBe(refusedConditions())
  })

  it('is nothing of an ordinary rule', () => {
    expect(
      faultsOf(
        documentWithCondition({ all: [leaf('lessThan', { fact: 'param.most' }), { condition: 'known' }] }),
      ),
    ).toEqual([])
  })

  it.each(Object.entries(table))('%s', async (code, row) => {
    const keywords = 'keywords' in row ? row.keywords : [code]
    for (const { document, pointer } of row.refuses) {
      const found = faultsOf(document).filter((fault) => keywords.includes(fault.keyword))
      expect(found.map((fault) => fault.pointer)).toContain(pointer)
      for (const { message } of found) {
        expect(message['zh-CN']).toMatch(/[一-龥]/)
        expect(message.en).toMatch(/^[^一-龥]+$/)
        expect(message.en + message['zh-CN']).not.toContain('{name}')
      }
    }
  })
})

describe('json-rules-engine would otherwise surprise', () => {
  it.each(
    Object.entries(table).flatMap(([code, { surprise }]) => (surprise ? [[code, ...surprise] as const] : [])),
  )('%s: it %s', (_code, _what, demonstrate) => demonstrate())
})
