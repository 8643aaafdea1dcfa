import { TooLarge } from '../boxes/nodes.ts'

/** Works things out once, and finds only once that something grows too large. */
export class Memo<K, V> {
  private readonly known = new Map<K, { readonly value: V } | TooLarge>()

  /** @throws TooLarge as `work` does, the first time and every time after */
  of(key: K, work: () => V): V {
    const known = this.known.get(key)
    if (known instanceof TooLarge) throw known
    if (known) return known.value
    try {
      const value = work()
      this.known.set(key, { value })
      return value
    } catch (error) {
      if (error instanceof TooLarge) this.known.set(key, error)
      throw error
    }
  }
}
