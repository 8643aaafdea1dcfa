import { useState } from 'react'
import type { Language } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import type { StepOverview } from '../state/overview.ts'
import type { Place } from '../state/session.ts'

const marks = { done: '✓', current: '', open: '', faulty: '!' } as const

function Entry({
  title,
  number,
  state,
  go,
  language,
}: {
  title: string
  number: number
  state: StepOverview['state']
  go: (() => void) | undefined
  language: Language
}) {
  const content = (
    <>
      <span className="step-mark" aria-hidden="true">
        {marks[state] || number}
      </span>
      <span className="step-title">{title}</span>
      <span className="visually-hidden">{formTexts[language].stepStates[state]}</span>
    </>
  )
  return (
    <li className={`step step-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
      {go ? (
        <button className="step-link" type="button" onClick={go}>
          {content}
        </button>
      ) : (
        <span className="step-link">{content}</span>
      )}
    </li>
  )
}

/** All steps in order with how far each is; steps that may be reached are buttons. Folded away on a phone. */
export function StepList({
  steps,
  place,
  complete,
  onGo,
  language,
}: {
  steps: readonly StepOverview[]
  place: Place
  complete: boolean
  onGo: (place: Place) => void
  language: Language
}) {
  const texts = formTexts[language]
  const [open, setOpen] = useState(false)
  const go = (to: Place) => () => {
    setOpen(false)
    onGo(to)
  }
  const atReview = place.kind === 'review'
  return (
    <nav className={open ? 'steps steps-open' : 'steps'} aria-label={texts.steps}>
      <button
        className="steps-toggle"
        type="button"
        aria-expanded={open}
        aria-controls="step-list"
        onClick={() => setOpen(!open)}
      >
        {texts.allSteps}
      </button>
      <ol className="step-list" id="step-list">
        {steps.map(({ id, title, state, reachable }, index) => (
          <Entry
            key={id}
            title={title}
            number={index + 1}
            state={state}
            go={reachable && state !== 'current' ? go({ kind: 'step', id }) : undefined}
            language={language}
          />
        ))}
        <Entry
          title={texts.review}
          number={steps.length + 1}
          state={atReview ? 'current' : 'open'}
          go={complete && !atReview ? go({ kind: 'review' }) : undefined}
          language={language}
        />
      </ol>
    </nav>
  )
}
