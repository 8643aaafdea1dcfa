/** @jsxImportSource hono/jsx */
import type { Language, LocalText } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { foreignLanguage } from '../../view/language.ts'

/** A bilingual text; marked as Chinese where it was not translated, so that a screen reader pronounces it right. */
export function Local({ of, language }: { of: LocalText; language: Language }) {
  return <span lang={foreignLanguage(of, language)}>{textIn(of, language)}</span>
}

/** A legal basis, which is always in Chinese, with its 待核实 mark. */
export function Basis({
  basis,
  verified,
  language,
}: {
  basis: string | undefined
  verified: boolean
  language: Language
}) {
  if (!basis && verified) return null
  return (
    <p class="basis">
      {basis ? (
        <>
          <span class="basis-label">{sharedTexts[language].basis}</span> <span lang="zh-CN">
            {basis}
          </span>{' '}
        </>
      ) : null}
      {verified ? null : <Unverified language={language} />}
    </p>
  )
}

/** 待核实. */
export function Unverified({ language }: { language: Language }) {
  const texts = sharedTexts[language]
  return (
    <span class="tag tag-unverified" title={texts.unverifiedHint}>
      {texts.unverified}
    </span>
  )
}
