/**
 * Orders `names` so that each stands after everything it needs; names outside the list are ignored. Otherwise the
 * given order is kept. `cycle` is a name that leads back to itself, where there is one.
 */
export function orderByNeed(
  names: Iterable<string>,
  needs: (name: string) => Iterable<string>,
): { readonly order: readonly string[]; readonly cycle?: string } {
  const all = new Set(names)
  const done = new Set<string>()
  const open = new Set<string>()
  const order: string[] = []
  let cycle: string | undefined
  const visit = (name: string): void => {
    if (done.has(name) || !all.has(name)) return
    if (open.has(name)) {
      cycle ??= name
      return
    }
    open.add(name)
    for (const need of needs(name)) visit(need)
    open.delete(name)
    done.add(name)
    order.push(name)
  }
  for (const name of all) visit(name)
  return cycle === undefined ? { order } : { order, cycle }
}
