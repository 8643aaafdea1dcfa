import { memo, useEffect, useRef, useState } from 'react'
import type { CompiledBundle } from '../../../rules/index.ts'
import type { Answers, Decision, Language } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { eligibilityIn, summaryIn } from '../../view/summary.ts'
import { Eligibility, Remarks } from './eligibility.tsx'
import { ExplainerContext, useExplainer } from './explanations.tsx'
import { Departments, Figures, Items, Materials } from './outcomes.tsx'

/** The question that settles most; `go` leads to it where the applicant may go there. */
export interface NextQuestion {
  title: string
  step: string
  go: (() => void) | undefined
}

interface Props {
  compiled: CompiledBundle
  answers: Answers
  decision: Decision
  language: Language
  next: NextQuestion | undefined
}

/** Everything decided so far. */
export function DecisionDetails({ compiled, answers, decision, language }: Omit<Props, 'next'>) {
  const { document } = compiled
  const explainer = useExplainer(compiled, answers)
  const part = { decision, document, language }
  return (
    <ExplainerContext.Provider value={explainer}>
      <Eligibility {...part} />
      <Remarks {...part} />
      <Figures {...part} />
      <Materials {...part} />
      <Items {...part} />
      <Departments {...part} />
    </ExplainerContext.Provider>
  )
}

function AskNext({ next, language }: { next: NextQuestion | undefined; language: Language }) {
  const texts = formTexts[language]
  if (!next) return null
  if (!next.go) return <p className="ask-next">{texts.askLater(next.title, next.step)}</p>
  return (
    <p className="ask-next">
      {texts.askNext}
      <button className="link-button" type="button" onClick={next.go}>
        {next.title}
      </button>
    </p>
  )
}

/**
 * The decision as it is being made: beside the form on a wide screen, behind a bar at the bottom of a phone. Escape
 * closes it there.
 */
export const Panel = memo(function Panel(props: Props) {
  const { decision, language, next } = props
  const texts = formTexts[language]
  const [open, setOpen] = useState(false)
  const bar = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      bar.current?.focus()
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [open])
  return (
    <aside className={open ? 'decision decision-open' : 'decision'} aria-labelledby="decision-title">
      <button
        ref={bar}
        className="decision-bar"
        type="button"
        aria-expanded={open}
        aria-controls="decision-body"
        onClick={() => setOpen(!open)}
      >
        <span className="decision-bar-lines">
          <strong>{eligibilityIn(decision, language)}</strong>
          <span>{summaryIn(decision, language)}</span>
        </span>
        <span className="decision-bar-hint">{open ? texts.hideDecision : texts.showDecision}</span>
      </button>
      <div className="decision-body" id="decision-body">
        <h2 id="decision-title">{texts.decision}</h2>
        <AskNext next={next} language={language} />
        <DecisionDetails {...props} />
      </div>
    </aside>
  )
})
