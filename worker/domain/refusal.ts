import type { Fault } from '../../schemas/index.ts'

/** Why a request is refused. Each kind is one problem type, see worker/http/problem-kinds.ts. */
export type RefusalKind =
  | 'not-found'
  | 'unknown-bundle'
  | 'unknown-version'
  | 'unknown-receipt'
  | 'method-not-allowed'
  | 'malformed-json'
  | 'unsupported-media-type'
  | 'too-large'
  | 'invalid-parameter'
  | 'invalid-input'
  | 'idempotency-key-reused'
  | 'stale-version'
  | 'not-eligible'
  | 'unverified-document'
  | 'publish-conflict'
  | 'unauthorised'
  | 'not-configured'
  | 'busy'
  | 'internal'

export interface RefusalDetails {
  errors?: readonly Fault[]
  currentVersion?: number
}

/** A request that is refused for a reason the client is told. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  readonly errors: readonly Fault[]
  readonly currentVersion: number | undefined

  constructor(kind: RefusalKind, details: RefusalDetails = {}) {
    super(kind)
    this.kind = kind
    this.errors = details.errors ?? []
    this.currentVersion = details.currentVersion
  }
}
