import type { Fault } from '../fault.ts'

/** Input that cannot be used. Carries every fault found, each with the place in the input. */
export class InvalidInputError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const first = faults[0]
    super(first ? `${first.pointer}: ${first.message.en ?? first.message['zh-CN']}` : 'invalid input')
    this.name = 'InvalidInputError'
    this.faults = faults
  }
}

/** Text that is not JSON at all. Its one fault says in which line and column. */
export class MalformedJsonError extends InvalidInputError {
  constructor(faults: readonly Fault[]) {
    super(faults)
    this.name = 'MalformedJsonError'
  }
}
