import type { Condition, FieldSchema } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { lower } from '../compile/lower.ts'
import { parsePath } from '../conditions/path.ts'
import { isReference } from '../conditions/vocabulary.ts'
import { factsInFormula } from '../formulas/formula.ts'
import type { Unreadable } from './result.ts'
import { openPartsOf } from './withhold.ts'

/** Of a private answer these ask nothing but whether it was given. */
const asksPresence = (operator: string): boolean => /^(?:not:)*(?:isEmpty|isPresent)$/.test(operator)

/** Whether a comparison needs a part of the answer that replaying does not look at. */
function needsPrivate(
  fact: string,
  path: string | undefined,
  operator: string,
  withheld: ReadonlySet<string>,
  schema: FieldSchema | undefined,
  open: readonly string[] | undefined,
): boolean {
  if (asksPresence(operator) || !schema) return false
  if (withheld.has(fact)) return true
  if (!open || path === undefined) return false
  const part = parsePath(path)?.find((segment) => !/^\d+$/.test(segment))
  return part !== undefined && !open.includes(part)
}

/**
 * Private questions whose content one version's rules compare or reckon with. Replaying compares what stands in for
 * them, so decisions that hang on them may differ from what was really decided.
 */
export function unreadableIn(
  version: Unreadable['version'],
  { document }: CompiledBundle,
  withheld: ReadonlySet<string>,
): Unreadable[] {
  const { fields } = document.form
  const lowered = lower(document)
  const needed = new Map<string, Set<string>>()
  const note = (fact: string, by: string): void => {
    const users = needed.get(fact) ?? new Set()
    needed.set(fact, users.add(by))
  }
  const check = (fact: string, path: string | undefined, operator: string, by: string): void => {
    const field = fields[fact]
    const open = field && openPartsOf(field)
    if (needsPrivate(fact, path, operator, withheld, field?.schema, open)) note(fact, by)
  }
  const visit = (condition: Condition, by: string): void => {
    if ('all' in condition) for (const child of condition.all) visit(child, by)
    else if ('any' in condition) for (const child of condition.any) visit(child, by)
    else if ('not' in condition) visit(condition.not, by)
    else if ('condition' in condition) {
      const named = lowered.conditions.get(condition.condition)
      if (named) visit(named, by)
    } else {
      const { fact, path, operator, value } = condition
      check(fact, path, operator, by)
      if (isReference(value)) check(value.fact, value.path, operator, by)
    }
  }
  for (const { id, conditions, effect } of lowered.rules) {
    visit(conditions, id)
    const formula =
      'amount' in effect.params ? effect.params.amount : 'value' in effect.params ? effect.params.value : null
    for (const fact of factsInFormula(formula)) if (withheld.has(fact)) note(fact, id)
  }
  for (const [id, { showWhen }] of Object.entries(fields)) if (showWhen) visit(showWhen, id)
  return [...needed].map(([field, by]) => ({ version, field, neededBy: [...by] }))
}
