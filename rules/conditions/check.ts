import { type Condition, type Fault, isJsonObject, pointerTo } from '../../schemas/index.ts'
import { resolveOperator } from '../operators/resolve.ts'
import { checkValue } from './check-value.ts'
import { parsePath } from './path.ts'
import { refusal } from './refused.ts'
import { type FactEntry, isReference } from './vocabulary.ts'

/** Deeper than any person writes, far shallower than any stack. */
export const maximumDepth = 32

export type ConditionContext = {
  readonly facts: ReadonlyMap<string, FactEntry>
  readonly conditions: ReadonlySet<string>
  /** False for conditions that decide what is asked: they come before any derived fact. */
  readonly derivedFacts: boolean
}

const remarks = ['name', 'priority']

function checkFact(fact: unknown, path: unknown, pointer: string, context: ConditionContext): Fault[] {
  const faults: Fault[] = []
  const entry = typeof fact === 'string' ? context.facts.get(fact) : undefined
  if (!entry) faults.push(refusal('unknown-fact', `${pointer}/fact`, String(fact)))
  else if (entry.kind === 'derived' && !context.derivedFacts) {
    faults.push(refusal('fact-not-yet-known', `${pointer}/fact`, String(fact)))
  }
  if (path !== undefined && (typeof path !== 'string' || !parsePath(path))) {
    faults.push(refusal('path', `${pointer}/path`, String(path)))
  }
  return faults
}

function checkComparison(node: Record<string, unknown>, pointer: string, context: ConditionContext): Fault[] {
  const faults = checkFact(node.fact, node.path, pointer, context)
  const resolved = typeof node.operator === 'string' ? resolveOperator(node.operator) : undefined
  if (!resolved || typeof node.operator !== 'string') {
    return [...faults, refusal('unknown-operator', `${pointer}/operator`, String(node.operator))]
  }
  const at = `${pointer}/value`
  if (!isReference(node.value)) return [...faults, ...checkValue(resolved, node.operator, node.value, at)]
  if (Object.keys(node.value).some((key) => key !== 'fact' && key !== 'path'))
    faults.push(refusal('value-reference', at))
  faults.push(...checkFact(node.value.fact, node.value.path, at, context))
  const entry = context.facts.get(node.value.fact)
  if (entry?.kind === 'parameter' && node.value.path === undefined) {
    faults.push(...checkValue(resolved, node.operator, entry.value, at))
  } else if (
    resolved.operator.value === 'list' ||
    resolved.decorators.some((one) => one === 'someValue' || one === 'everyValue')
  ) {
    faults.push(refusal('list-expected', at, node.operator))
  }
  return faults
}

/**
 * Every fault of one condition, each with a JSON Pointer below `pointer`. An empty answer means the value is a
 * Condition that both evaluators decide alike.
 */
export function checkCondition(
  value: unknown,
  pointer: string,
  context: ConditionContext,
  depth = 0,
): Fault[] {
  if (depth > maximumDepth) return [refusal('too-deep', pointer, String(maximumDepth))]
  if (!isJsonObject(value)) return [refusal('not-a-condition', pointer)]
  const kinds = ['all', 'any', 'not', 'condition', 'operator'].filter((key) => Object.hasOwn(value, key))
  const kind = kinds[0]
  if (kinds.length !== 1 || kind === undefined) return [refusal('not-a-condition', pointer)]
  const allowed = kind === 'operator' ? ['fact', 'operator', 'value', 'path'] : [kind]
  const faults = Object.keys(value)
    .filter((key) => !allowed.includes(key) && !(remarks.includes(key) && kind !== 'condition'))
    .map((key) => refusal('unknown-key', pointer + pointerTo(key), key))
  const content = value[kind]
  if (kind === 'operator') {
    if (!Object.hasOwn(value, 'fact') || !Object.hasOwn(value, 'value'))
      faults.push(refusal('not-a-condition', pointer))
    return [...faults, ...checkComparison(value, pointer, context)]
  }
  if (kind === 'condition') {
    if (typeof content !== 'string' || !context.conditions.has(content)) {
      faults.push(refusal('unknown-condition', `${pointer}/condition`, String(content)))
    }
    return faults
  }
  if (kind === 'not') return [...faults, ...checkCondition(content, `${pointer}/not`, context, depth + 1)]
  if (!Array.isArray(content)) return [...faults, refusal('not-a-condition', `${pointer}/${kind}`)]
  if (kind === 'any' && content.length === 0) faults.push(refusal('empty-any', `${pointer}/any`))
  content.forEach((child, index) => {
    faults.push(...checkCondition(child, `${pointer}/${kind}/${index}`, context, depth + 1))
  })
  return faults
}

/** As `checkCondition`, for a rule's outermost level, where json-rules-engine refuses a bare comparison. */
export function checkRootCondition(value: unknown, pointer: string, context: ConditionContext): Fault[] {
  const faults = checkCondition(value, pointer, context)
  if (isJsonObject(value) && Object.hasOwn(value, 'operator'))
    faults.push(refusal('root-comparison', pointer))
  return faults
}

/** Names of the conditions a condition refers to, directly. */
export function namedConditionsIn(condition: Condition): string[] {
  if ('condition' in condition) return [condition.condition]
  if ('not' in condition) return namedConditionsIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(namedConditionsIn)
  if ('any' in condition) return condition.any.flatMap(namedConditionsIn)
  return []
}

/** Names of the facts a condition reads, itself, on either side; named conditions are not followed. */
export function factsIn(condition: Condition): string[] {
  if ('condition' in condition) return []
  if ('not' in condition) return factsIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  return isReference(condition.value) ? [condition.fact, condition.value.fact] : [condition.fact]
}
