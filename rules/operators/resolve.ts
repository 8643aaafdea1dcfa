import { additionalOperators } from './additional.ts'
import { decorators } from './decorators.ts'
import type { Operator, Test } from './operator.ts'
import { stockOperators } from './stock.ts'

const byName: ReadonlyMap<string, Operator> = new Map(
  [...stockOperators, ...additionalOperators].map((operator) => [operator.name, operator]),
)

export type ResolvedOperator = {
  readonly operator: Operator
  readonly decorators: readonly string[]
  readonly test: Test
}

/** The operator called `name`, with its decorators applied; undefined where a part of the name is unknown. */
export function resolveOperator(name: string): ResolvedOperator | undefined {
  const parts = name.split(':')
  const operator = byName.get(parts.at(-1) ?? '')
  if (!operator) return undefined
  const names = parts.slice(0, -1)
  let test = operator.test
  for (const decorator of names.toReversed()) {
    const decorate = Object.hasOwn(decorators, decorator) ? decorators[decorator] : undefined
    if (!decorate) return undefined
    test = decorate(test)
  }
  return { operator, decorators: names, test }
}

/** Every operator name, stock ones first. */
export const operatorNames: readonly string[] = [...byName.keys()]
