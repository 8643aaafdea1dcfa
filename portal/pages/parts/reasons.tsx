/** @jsxImportSource hono/jsx */
import type { Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import type { Reasons } from '../../view/card.ts'
import type { Source } from '../../view/source.ts'

/** Why: the facts behind each rule; so for everybody where there are none. */
export function Because({ reasons, language }: { reasons: Reasons; language: Language }) {
  if (reasons.length === 0) return null
  const texts = guideTexts[language]
  const rules = reasons.map((sentences) => sentences.map((one) => textIn(one, language)).join(texts.and))
  return <span class="because">{texts.because([...new Set(rules)].join(texts.also))}</span>
}

/** The id of a basis in the list at the end of the card. */
export const basisId = (number: number) => `basis-${number}`

/** Where something comes from: numbers that lead to the list of legal bases. */
export function BasisNumbers({
  sources,
  bases,
  language,
}: {
  sources: readonly Source[]
  bases: readonly Source[]
  language: Language
}) {
  const numbers = sources.map(({ basis }) => bases.findIndex((one) => one.basis === basis) + 1)
  if (numbers.length === 0) return null
  return (
    <span class="basis-numbers">
      {guideTexts[language].basisShort}
      {numbers.map((number) => (
        <a href={`#${basisId(number)}`}>[{number}]</a>
      ))}
    </span>
  )
}
