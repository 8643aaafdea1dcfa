import { type ReactNode, useState } from 'react'
import type { Certainty, Language } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { type About, Why } from './explanations.tsx'

/** 确定 or 待定: in words and in the line around them, never by colour alone. */
export function CertaintyTag({ certainty, language }: { certainty: Certainty; language: Language }) {
  return <span className={`tag tag-${certainty}`}>{sharedTexts[language][certainty]}</span>
}

/** One outcome of the decision, which opens to say why. */
export function Outcome({
  about,
  language,
  children,
}: {
  about: About
  language: Language
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <details className="outcome" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="outcome-head">{children}</span>
        <span className="outcome-why">{formTexts[language].why}</span>
      </summary>
      {open ? <Why about={about} language={language} /> : null}
    </details>
  )
}
