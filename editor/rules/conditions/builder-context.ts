import { createContext, useContext } from 'react'
import type { BundleDocument } from '../../../schemas/index.ts'
import type { FactGroup } from '../facts/fact.ts'
import type { Vocabulary } from './to-query.ts'

export type Builder = {
  readonly document: BundleDocument
  readonly groups: readonly FactGroup[]
  readonly vocabulary: Vocabulary
}

export const BuilderContext = createContext<Builder | undefined>(undefined)

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext)
  if (!builder) throw new Error('a part of the condition builder stands outside it')
  return builder
}
