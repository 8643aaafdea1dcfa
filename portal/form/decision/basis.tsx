import type { Language } from '../../../schemas/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'

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
  const texts = sharedTexts[language]
  if (!basis && verified) return null
  return (
    <p className="basis">
      {basis ? (
        <>
          <span className="basis-label">{texts.basis}</span> <span lang="zh-CN">{basis}</span>{' '}
        </>
      ) : null}
      {verified ? null : <span className="tag tag-unverified">{texts.unverified}</span>}
    </p>
  )
}
