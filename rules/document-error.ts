import type { Fault } from '../schemas/index.ts'

/** A bundle document that cannot be used. Carries every fault found, each with a JSON Pointer into the document. */
export class DocumentError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const first = faults[0]
    super(
      first ? `${first.pointer}: ${first.message.en ?? first.message['zh-CN']}` : 'unusable bundle document',
    )
    this.name = 'DocumentError'
    this.faults = faults
  }
}
