import Type from 'typebox'
import { BundleId } from '../../schemas/index.ts'

/** `:id` of a bundle in a path. */
export const bundlePath = {
  schema: Type.Object({ id: BundleId }, { additionalProperties: false }),
  refusal: 'unknown-bundle',
} as const

/** How many entries a page of a list has. */
export const Limit = Type.Integer({ minimum: 1, maximum: 100, default: 20 })
export const defaultLimit = 20

/** Bytes of a request with answers in it. */
export const maxAnswerBytes = 256 * 1024
