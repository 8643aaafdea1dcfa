import type { Operator, Test } from './operator.ts'

/** Operators real rules need and json-rules-engine lacks. Absent facts (null) hold only where a name says so. */
const isEmpty = (fact: unknown): boolean =>
  fact === null || fact === undefined || fact === '' || (Array.isArray(fact) && fact.length === 0)
const isPresent = (fact: unknown): boolean => fact !== null && fact !== undefined

const between: Test = (fact, value) =>
  typeof fact === 'number' &&
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  fact >= value[0] &&
  fact <= value[1]

const datePattern = /^\d{4}-\d{2}-\d{2}$/
const isDate = (value: unknown): value is string => typeof value === 'string' && datePattern.test(value)
/** ISO dates sort as text. */
const dates = (holds: (fact: string, value: string) => boolean): Test => {
  return (fact, value) => isDate(fact) && isDate(value) && holds(fact, value)
}
const dateBetween: Test = (fact, value) =>
  isDate(fact) &&
  Array.isArray(value) &&
  isDate(value[0]) &&
  isDate(value[1]) &&
  fact >= value[0] &&
  fact <= value[1]

const lists = (holds: (fact: readonly unknown[], value: readonly unknown[]) => boolean): Test => {
  return (fact, value) => Array.isArray(fact) && Array.isArray(value) && holds(fact, value)
}

/**
 * Administrative division codes (GB/T 2260, GB/T 10114): province 2 digits, city 4, county 6, township 9, village 12;
 * trailing zero groups mean "the whole of it" (430300 is all of 湘潭市).
 */
function significantCode(code: string): string {
  for (const [length, zeros] of [
    [12, '000'],
    [9, '000'],
    [6, '00'],
    [4, '00'],
  ] as const) {
    if (code.length === length && code.endsWith(zeros))
      return significantCode(code.slice(0, length - zeros.length))
  }
  return code
}
const isWithin = (fact: unknown, region: unknown): boolean =>
  typeof fact === 'string' &&
  typeof region === 'string' &&
  /^\d{2,12}$/.test(fact) &&
  fact.startsWith(significantCode(region))
const regionWithin: Test = (fact, value) =>
  Array.isArray(value) ? value.some((region) => isWithin(fact, region)) : isWithin(fact, value)

const additional = (name: string, value: Operator['value'], test: Test): Operator => ({
  name,
  value,
  test,
  stock: false,
})

export const additionalOperators: readonly Operator[] = [
  additional('isEmpty', 'boolean', (fact, value) => isEmpty(fact) === value),
  additional('isPresent', 'boolean', (fact, value) => isPresent(fact) === value),
  additional('between', 'range', between),
  additional(
    'dateBefore',
    'date',
    dates((fact, value) => fact < value),
  ),
  additional(
    'dateOnOrBefore',
    'date',
    dates((fact, value) => fact <= value),
  ),
  additional(
    'dateAfter',
    'date',
    dates((fact, value) => fact > value),
  ),
  additional(
    'dateOnOrAfter',
    'date',
    dates((fact, value) => fact >= value),
  ),
  additional('dateBetween', 'date-range', dateBetween),
  additional(
    'containsAny',
    'list',
    lists((fact, value) => value.some((one) => fact.includes(one))),
  ),
  additional(
    'containsAll',
    'list',
    lists((fact, value) => value.every((one) => fact.includes(one))),
  ),
  additional(
    'containsNone',
    'list',
    lists((fact, value) => !value.some((one) => fact.includes(one))),
  ),
  additional('regionWithin', 'region', regionWithin),
]
