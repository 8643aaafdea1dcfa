/** Text typed into inputs that has not reached the answers yet. */
export class Typing {
  readonly #pending = new Set<() => void>()

  /** Remembers how to hand over what was typed into one input. */
  add(handOver: () => void): void {
    this.#pending.add(handOver)
  }

  remove(handOver: () => void): void {
    this.#pending.delete(handOver)
  }

  /** Hands over everything now, before something is done with the answers. Tells whether there was anything. */
  flush(): boolean {
    const pending = [...this.#pending]
    for (const handOver of pending) handOver()
    return pending.length > 0
  }
}
