import { isJsonObject, pointerTo } from '../../../schemas/index.ts'

/** One difference in what is written. `place` has ids instead of positions, as findings do. */
export type Change = {
  readonly place: string
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  readonly before?: unknown
  readonly after?: unknown
}

/** Compared as wholes: their parts have no meaning by themselves. */
const wholes = new Set([
  'conditions',
  'when',
  'showWhen',
  'requireWhen',
  'cells',
  'event',
  'schema',
  'expect',
  'answers',
])

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => isSame(one, b[index]))
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  )
}

function nameOf(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined
  const name = value.id ?? value.code ?? value.name ?? value.stage
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

/** The members of a list by name; undefined where one has none, or two have the same. */
function byName(list: readonly unknown[]): Map<string, unknown> | undefined {
  const named = new Map<string, unknown>()
  for (const one of list) {
    const name = nameOf(one)
    if (name === undefined || named.has(name)) return undefined
    named.set(name, one)
  }
  return named
}

type Entries = ReadonlyMap<string, unknown>

function compareEntries(before: Entries, after: Entries, place: string): Change[] {
  const changes: Change[] = []
  for (const [key, value] of before) {
    const at = place + pointerTo(key)
    if (!after.has(key)) changes.push({ place: at, change: 'removed', before: value })
    else if (wholes.has(key)) {
      if (!isSame(value, after.get(key)))
        changes.push({ place: at, change: 'changed', before: value, after: after.get(key) })
    } else changes.push(...compare(value, after.get(key), at))
  }
  for (const [key, value] of after)
    if (!before.has(key)) changes.push({ place: place + pointerTo(key), change: 'added', after: value })
  return changes
}

function compare(before: unknown, after: unknown, place: string): Change[] {
  if (isSame(before, after)) return []
  const isText = isJsonObject(before) && 'zh-CN' in before
  if (isJsonObject(before) && isJsonObject(after) && !isText)
    return compareEntries(new Map(Object.entries(before)), new Map(Object.entries(after)), place)
  if (Array.isArray(before) && Array.isArray(after)) {
    const [named, renamed] = [byName(before), byName(after)]
    if (named && renamed) {
      const common = [...renamed.keys()].filter((name) => named.has(name))
      const inOrder = [...named.keys()].filter((name) => renamed.has(name))
      const isMoved = common.some((name, index) => name !== inOrder[index])
      const moved: Change[] = isMoved ? [{ place, change: 'moved', before: inOrder, after: common }] : []
      return [...compareEntries(named, renamed, place), ...moved]
    }
  }
  return [{ place, change: 'changed', before, after }]
}

/** What is written differently, thing by thing: members of lists are matched by id, not by position. */
export function changesBetween(before: object, after: object): Change[] {
  return compare(before, after, '')
}
