import Type, { type Static } from 'typebox'
import { Answers } from '../bundle/scenario.ts'
import { Decision } from '../decision.ts'
import { BundleId } from '../identifier.ts'
import { LocalText } from '../text.ts'

const closed = { additionalProperties: false }

/** 430321-20261123-000017: region, Beijing date of receipt, the day's running number without gaps. */
export const receiptNumberPattern = '^\\d{6}-\\d{8}-\\d{6}$'
export const ReceiptNumber = Type.String({ pattern: receiptNumberPattern })

/** An application. `version` is the version the applicant saw. */
export const CaseSubmission = Type.Object(
  { bundle: BundleId, version: Type.Integer({ minimum: 1 }), answers: Answers },
  { ...closed, $id: 'CaseSubmission' },
)
export type CaseSubmission = Static<typeof CaseSubmission>

/** 回执. `secret` is shown once; with the number it opens the status. */
export const Receipt = Type.Object(
  {
    number: ReceiptNumber,
    secret: Type.String(),
    bundle: BundleId,
    version: Type.Integer(),
    hash: Type.String(),
    receivedAt: Type.String({ format: 'date-time' }),
    decision: Decision,
  },
  { ...closed, $id: 'Receipt' },
)
export type Receipt = Static<typeof Receipt>

/** What number and secret open: no answers, nothing personal. */
export const CaseStatus = Type.Object(
  {
    number: ReceiptNumber,
    bundle: BundleId,
    title: LocalText,
    version: Type.Integer(),
    hash: Type.String(),
    state: Type.Enum(['received']),
    receivedAt: Type.String({ format: 'date-time' }),
    decision: Decision,
  },
  { ...closed, $id: 'CaseStatus' },
)
export type CaseStatus = Static<typeof CaseStatus>
