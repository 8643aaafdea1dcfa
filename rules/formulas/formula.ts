import { defaultMethods, LogicEngine } from 'json-logic-engine'
import { type Fault, type Formula, isJsonObject, pointerTo } from '../../schemas/index.ts'

/**
 * Formulas are JsonLogic arithmetic, interpreted by json-logic-engine with nothing but the operations below; no code
 * is generated. Facts are read by `var`, parameters as `param.<id>`.
 */
const numeric = (input: unknown): number => Number(Array.isArray(input) ? input[0] : input)
const operations: Record<string, unknown> = {
  // JsonLogic's own `var` would take a name such as `first.amount` for a path.
  var: (fact: unknown, facts: unknown) => (isJsonObject(facts) ? facts[String(fact)] : undefined),
  '+': defaultMethods['+'],
  '-': defaultMethods['-'],
  '*': defaultMethods['*'],
  '/': defaultMethods['/'],
  min: defaultMethods.min,
  max: defaultMethods.max,
  floor: (input: unknown) => Math.floor(numeric(input)),
  ceil: (input: unknown) => Math.ceil(numeric(input)),
  round: (input: unknown) => roundToCents(numeric(input)),
  number: (input: unknown) => numeric(input),
}

/** What arithmetic in binary fractions may have lost: a little, and a few units in the last place of a large amount. */
const lost = (hundredths: number): number => 1e-9 + hundredths * 2 ** -50

/** Half up (away from zero) to two decimals, that is to 分 for an amount in 元, despite binary fractions (1.005 → 1.01). */
export function roundToCents(amount: number): number {
  const hundredths = Math.abs(amount) * 100
  if (hundredths >= Number.MAX_SAFE_INTEGER) return amount
  const rounded = Math.floor(hundredths + 0.5 + lost(hundredths)) / 100
  return amount < 0 && rounded > 0 ? -rounded : rounded
}

const engine = new LogicEngine(operations, {
  disableInline: true,
  disableInterpretedOptimization: true,
  permissive: false,
})

export function isFormula(value: unknown): value is Formula {
  return isJsonObject(value)
}

/** The facts a formula reads. */
export function factsInFormula(formula: unknown): string[] {
  if (Array.isArray(formula)) return formula.flatMap(factsInFormula)
  if (!isJsonObject(formula)) return []
  const [operation, operands] = Object.entries(formula)[0] ?? []
  return operation === 'var' && typeof operands === 'string' ? [operands] : factsInFormula(operands)
}

function fault(keyword: string, pointer: string, zh: string, en: string): Fault {
  return { pointer, keyword, message: { 'zh-CN': zh, en } }
}

/** Every fault of a formula, each with a JSON Pointer below `pointer`. `knows` says which facts exist. */
export function checkFormula(
  value: unknown,
  pointer: string,
  knows: (fact: string) => boolean,
  depth = 0,
): Fault[] {
  if (typeof value === 'number') return []
  const entries = isJsonObject(value) ? Object.entries(value) : []
  const [operation, operands] = entries[0] ?? []
  if (
    depth > 16 ||
    entries.length !== 1 ||
    operation === undefined ||
    !Object.hasOwn(operations, operation)
  ) {
    const names = Object.keys(operations).join(' ')
    return [
      fault(
        'formula',
        pointer,
        `公式只能由数字和这些运算组成:${names}。`,
        `A formula consists of numbers and these operations only: ${names}.`,
      ),
    ]
  }
  const at = pointer + pointerTo(operation)
  if (operation === 'var') {
    if (typeof operands === 'string' && knows(operands)) return []
    return [
      fault(
        'unknown-fact',
        at,
        `没有名为“${String(operands)}”的事实。`,
        `There is no fact called “${String(operands)}”.`,
      ),
    ]
  }
  const list: readonly unknown[] = Array.isArray(operands) ? operands : [operands]
  if (list.length === 0) return [fault('formula', at, '运算缺少运算数。', 'The operation lacks operands.')]
  return list.flatMap((operand, index) =>
    checkFormula(operand, Array.isArray(operands) ? `${at}/${index}` : at, knows, depth + 1),
  )
}

/**
 * The value of a formula over the facts that `read` gives by name (parameters as `param.<id>`). Null where a fact it reads is absent or
 * not a number (or a text holding one), or where the result is not finite, as after a division by zero.
 */
export function evaluateFormula(formula: Formula, read: (fact: string) => unknown): number | null {
  const facts: Record<string, unknown> = {}
  for (const fact of factsInFormula(formula)) {
    const value = read(fact)
    if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null
    facts[fact] = value
  }
  return finiteOrNull(() => engine.run(formula, facts))
}

/** json-logic-engine throws (NaN, or a record) where arithmetic has no number as its result. */
function finiteOrNull(run: () => unknown): number | null {
  try {
    const result = run()
    return typeof result === 'number' && Number.isFinite(result) ? result : null
  } catch {
    return null
  }
}
