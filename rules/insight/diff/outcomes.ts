import type { Decision, EffectType, LocalText } from '../../../schemas/index.ts'
import type { Node } from '../boxes/nodes.ts'
import {
  anyOf,
  eligibility,
  estimateNode,
  feeNode,
  itemNode,
  limitNode,
  materialNode,
  questionNode,
  type RuleOf,
  rulesOf,
} from '../regions/outcomes.ts'
import type { Regions } from '../regions/regions.ts'
import { whereResult } from '../regions/tables.ts'
import type { Decided, Outcome } from './outcome.ts'

const messageLists = {
  reject: 'rejections',
  refer: 'referrals',
  warn: 'warnings',
  inform: 'notices',
} as const satisfies Partial<Record<EffectType, keyof Decision>>
type MessageType = keyof typeof messageLists

/** A set as a function to true and false, so that all outcomes compare alike. */
function answered({ space }: Regions, node: Node): Node {
  return space.diagram.choose(node, space.terminal(true), space.terminal(false))
}

function messages(regions: Regions, type: MessageType): Outcome[] {
  const groups = new Map<string, RuleOf<MessageType>[]>()
  for (const rule of rulesOf(regions, type)) {
    const said = rule.effect.params.message['zh-CN']
    groups.set(said, [...(groups.get(said) ?? []), rule])
  }
  return [...groups].map(([said, rules]) => ({
    type,
    id: rules[0]?.id ?? said,
    title: rules[0]?.effect.params.message ?? { 'zh-CN': said },
    key: `${type} ${said}`,
    rules: rules.map(({ id }) => id),
    node: () => answered(regions, anyOf(regions, rules)),
    read: ({ decision }) => decision[messageLists[type]].some((one) => one.message['zh-CN'] === said),
  }))
}

function conflicts(regions: Regions): Outcome[] {
  return regions.document.tables.flatMap((table) => {
    if (table.hitPolicy !== 'unique' || table.event.type === 'set-fact') return []
    return {
      type: 'refer',
      id: table.id,
      title: table.name,
      key: `conflict ${table.id}`,
      rules: [],
      node: () => {
        const { node, conflict } = regions.table(table)
        return answered(
          regions,
          whereResult(regions, node, (terminal) => terminal === conflict),
        )
      },
      read: ({ decision }) => decision.referrals.some(({ rule }) => rule === table.id),
    }
  })
}

function tasks(regions: Regions): Outcome[] {
  const groups = new Map<string, RuleOf<'route-task'>[]>()
  for (const rule of rulesOf(regions, 'route-task')) {
    const { department, level, stage, mode } = rule.effect.params
    const key = JSON.stringify([department, level, stage, mode['zh-CN']])
    groups.set(key, [...(groups.get(key) ?? []), rule])
  }
  return [...groups].map(([key, rules]) => {
    const ids = new Set(rules.map(({ id }) => id))
    const code = rules[0]?.effect.params.department ?? ''
    const department = regions.document.departments.find((one) => one.code === code)
    return {
      type: 'route-task',
      id: rules[0]?.id ?? code,
      title: department?.name ?? { 'zh-CN': code },
      key: `task ${key}`,
      rules: [...ids],
      node: () => answered(regions, anyOf(regions, rules)),
      read: ({ decision }) => decision.tasks.some(({ rule }) => ids.has(rule)),
    }
  })
}

function catalogue(
  type: string,
  entries: Readonly<Record<string, { readonly name: LocalText } | { readonly title: LocalText }>>,
  nodeOf: (id: string) => Node,
  read: (decided: Decided, id: string) => unknown,
): Outcome[] {
  return Object.entries(entries).map(([id, entry]) => ({
    type,
    id,
    title: 'name' in entry ? entry.name : entry.title,
    key: `${type} ${id}`,
    rules: [],
    node: () => nodeOf(id),
    read: (decided) => read(decided, id),
  }))
}

const charge = (charges: Decision['fees'], id: string): unknown => {
  const found = charges.find((one) => one.id === id)
  return found ? [found.amount, found.text?.['zh-CN'] ?? null] : null
}

/** Every outcome of a document for which applicants can be decided differently. */
export function outcomesOf(regions: Regions): Outcome[] {
  const { document } = regions
  const includes = (list: Decision['items'], id: string): boolean => list.some((one) => one.id === id)
  return [
    {
      type: 'eligibility',
      id: 'eligibility',
      title: { 'zh-CN': '能否受理', en: 'Eligibility' },
      key: 'eligibility',
      rules: [],
      node: () => eligibility(regions),
      read: ({ decision }) => decision.eligibility,
    },
    ...messages(regions, 'reject'),
    ...messages(regions, 'refer'),
    ...messages(regions, 'warn'),
    ...messages(regions, 'inform'),
    ...conflicts(regions),
    ...catalogue(
      'include-item',
      document.items,
      (id) => answered(regions, itemNode(regions, id)),
      ({ decision }, id) => includes(decision.items, id),
    ),
    ...catalogue(
      'require-material',
      document.materials,
      (id) => answered(regions, materialNode(regions, id)),
      ({ decision }, id) => includes(decision.materials, id),
    ),
    ...tasks(regions),
    {
      type: 'set-limit',
      id: 'limit',
      title: { 'zh-CN': '承诺时限', en: 'Time limit' },
      key: 'limit',
      rules: [],
      node: () => limitNode(regions),
      read: ({ decision }) => decision.limit.days,
    },
    ...catalogue(
      'charge-fee',
      document.fees,
      (id) => feeNode(regions, id),
      ({ decision }, id) => charge(decision.fees, id),
    ),
    ...catalogue(
      'estimate',
      document.estimates,
      (id) => estimateNode(regions, id),
      ({ decision }, id) => charge(decision.estimates, id),
    ),
  ]
}

/** Which questions are asked, and whether they have to be answered. */
export function questionsOf(regions: Regions): Outcome[] {
  return catalogue(
    'question',
    regions.document.form.fields,
    (id) => questionNode(regions, id),
    ({ states }, id) => {
      const state = states().find((one) => one.id === id)
      return state?.shown ? (state.required ? 'required' : 'optional') : 'hidden'
    },
  )
}
