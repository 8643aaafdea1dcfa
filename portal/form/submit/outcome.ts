import type { Fault, LocalText, Receipt } from '../../../schemas/index.ts'

/** What became of a submission. */
export type Outcome =
  | { kind: 'received'; receipt: Receipt }
  /** Some answers are wrong; pointers into the answers. */
  | { kind: 'invalid'; faults: readonly Fault[] }
  /** The rules do not let the application pass; each fault is a reason with its basis. */
  | { kind: 'not-eligible'; faults: readonly Fault[] }
  /** The bundle has a newer version than the one that was filled in. */
  | { kind: 'stale' }
  /** No answer, or the server cannot just now: to be tried again under the same key. */
  | { kind: 'unreachable' }
  /** Refused for good, for a reason the applicant cannot change. */
  | { kind: 'refused'; title: LocalText; instance: string | undefined }
