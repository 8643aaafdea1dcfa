import type { Message } from '../../schemas/index.ts'
import { isFalse, isTrue, isUnknown } from '../compile/states.ts'
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
 * Corrects `states` accordingly, and gives the referrals.
 */
export function settleContested(run: Run, states: Uint8Array): Message[] {
  const referrals: Message[] = []
  for (const { table, rules } of run.compiled.contested) {
    const possible = rules.filter(({ index }) => states[index] !== isFalse)
    if (possible.length < 2) continue
    const certain = possible.filter(({ index }) => states[index] === isTrue).length
    for (const { index } of possible) states[index] = certain > 1 ? isFalse : isUnknown
    referrals.push(conflict(table, certain > 1 ? 'certain' : 'open'))
  }
  return referrals
}
