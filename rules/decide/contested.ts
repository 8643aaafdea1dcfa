import type { Message } from '../../schemas/index.ts'
import { isFalse, isTrue, isUnknown } from '../compile/states.ts'
import type { StateOf } from './outcomes.ts'
import type { Run } from './run.ts'

function conflict(table: string, certainty: Message['certainty']): Message {
  return {
    rule: table,
    certainty,
    message: {
      'zh-CN': `决策表“${table}”有多行同时成立,须人工研判。`,
      en: `More than one row of the decision table “${table}” holds; a person has to decide.`,
    },
  }
}

/**
 * Tables under `unique` of which the compiler could not see that their rows exclude each other. Where two rows hold,
 * none of them counts and the case is referred to a person; where a second one may still hold, none is certain.
 */
export function contestedState(
  run: Run,
  plain: StateOf,
): { readonly state: StateOf; readonly referrals: readonly Message[] } {
  const settled = new Map<string, number>()
  const referrals: Message[] = []
  for (const { table, rules } of run.compiled.contested) {
    const possible = rules
      .map((rule) => ({ id: rule.id, state: plain(rule) }))
      .filter(({ state }) => state !== isFalse)
    if (possible.length < 2) continue
    const certain = possible.filter(({ state }) => state === isTrue).length
    for (const { id } of possible) settled.set(id, certain > 1 ? isFalse : isUnknown)
    referrals.push(conflict(table, certain > 1 ? 'certain' : 'open'))
  }
  return { state: (rule) => settled.get(rule.id) ?? plain(rule), referrals }
}
