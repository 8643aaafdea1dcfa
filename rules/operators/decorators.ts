import type { Test } from './operator.ts'

/** json-rules-engine's operator decorators, written `someFact:equal`; they nest left to right. */
export const decorators: Readonly<Record<string, (next: Test) => Test>> = {
  someFact: (next) => (fact, value) => Array.isArray(fact) && fact.some((one) => next(one, value)),
  everyFact: (next) => (fact, value) => Array.isArray(fact) && fact.every((one) => next(one, value)),
  someValue: (next) => (fact, value) => Array.isArray(value) && value.some((one) => next(fact, one)),
  everyValue: (next) => (fact, value) => Array.isArray(value) && value.every((one) => next(fact, one)),
  swap: (next) => (fact, value) => next(value, fact),
  not: (next) => (fact, value) => !next(fact, value),
}
