import type { Fault } from '../../schemas/index.ts'

/** A fault of a document, beyond its shape. */
export function fault(keyword: string, pointer: string, zh: string, en: string): Fault {
  return { pointer, keyword, message: { 'zh-CN': zh, en } }
}

/** Something the document names and does not have. `kind` is what it should be, in both languages. */
export function dangling(pointer: string, kind: readonly [zh: string, en: string], name: string): Fault {
  return fault(
    'dangling-reference',
    pointer,
    `没有名为“${name}”的${kind[0]}。`,
    `There is no ${kind[1]} called “${name}”.`,
  )
}

/** The faults of every name in `names` that `known` lacks; `at` gives the pointer of the one at an index. */
export function danglingAmong(
  names: readonly string[],
  known: { readonly has: (name: string) => boolean },
  kind: readonly [zh: string, en: string],
  at: (index: number) => string,
): Fault[] {
  return names.flatMap((name, index) => (known.has(name) ? [] : [dangling(at(index), kind, name)]))
}

/** Names of which `names` has more than one, with the index of each repetition. */
export function repeated(names: readonly string[]): { readonly name: string; readonly index: number }[] {
  const seen = new Set<string>()
  return names.flatMap((name, index) => {
    if (seen.has(name)) return [{ name, index }]
    seen.add(name)
    return []
  })
}
