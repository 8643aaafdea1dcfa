import { useState } from 'react'
import type { Fault, Language, LocalText } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { listIn } from '../../view/language.ts'
import { DecisionDetails } from '../decision/panel.tsx'
import type { Overview } from '../state/overview.ts'
import type { Place, Session } from '../state/session.ts'
import { Answer } from './answer.tsx'
import { Alert } from './fault-summary.tsx'
import { focusAnswer } from './focus.ts'

/** Why the last attempt to submit came to nothing. */
export type Setback =
  | { kind: 'not-eligible'; faults: readonly Fault[] }
  | { kind: 'unreachable' }
  | { kind: 'reload-failed' }
  | { kind: 'refused'; title: LocalText; instance: string | undefined }

interface Props {
  session: Session
  overview: Overview
  language: Language
  sending: boolean
  setback: Setback | undefined
  /** Grows with every attempt, so that its message takes the focus. */
  attempt: number
  onGo: (place: Place) => void
  onSubmit: () => void
}

function SetbackAlert({
  setback,
  attempt,
  language,
}: {
  setback: Setback
  attempt: number
  language: Language
}) {
  const texts = formTexts[language]
  switch (setback.kind) {
    case 'not-eligible':
      return (
        <Alert title={texts.rejectedTitle} attempt={attempt}>
          <p>{texts.rejectedHint}</p>
          <ul>
            {setback.faults.map((fault) => (
              <li key={fault.keyword}>{textIn(fault.message, language)}</li>
            ))}
          </ul>
        </Alert>
      )
    case 'unreachable':
      return (
        <Alert title={texts.unreachableTitle} attempt={attempt}>
          <p>{texts.unreachableHint}</p>
        </Alert>
      )
    case 'reload-failed':
      return (
        <Alert title={texts.staleTitle} attempt={attempt}>
          <p>{texts.staleFailed}</p>
        </Alert>
      )
    case 'refused':
      return (
        <Alert title={texts.refusedTitle} attempt={attempt}>
          <p>{textIn(setback.title, language)}</p>
          {setback.instance ? <p>{texts.refusedReference(setback.instance)}</p> : null}
        </Alert>
      )
  }
}

function Answers({
  session,
  overview,
  language,
  onGo,
}: Pick<Props, 'session' | 'overview' | 'language' | 'onGo'>) {
  const texts = formTexts[language]
  return overview.steps.map(({ id, title, fields }) => (
    <section key={id} className="review-step" aria-labelledby={`review-${id}`}>
      <div className="review-head">
        <h3 id={`review-${id}`}>{title}</h3>
        <button
          className="link-button"
          type="button"
          aria-label={texts.changeStep(title)}
          onClick={() => onGo({ kind: 'step', id })}
        >
          {texts.change}
        </button>
      </div>
      <dl className="figures">
        {fields.map((field) => (
          <Answer
            key={field}
            document={session.document}
            field={field}
            value={session.answers[field] ?? overview.answers[field]}
            language={language}
          />
        ))}
      </dl>
    </section>
  ))
}

/** Everything once more before it is submitted: the answers, the decision, the declaration. */
export function Review(props: Props) {
  const { session, overview, language, sending, setback, attempt, onGo, onSubmit } = props
  const texts = formTexts[language]
  const [declared, setDeclared] = useState(false)
  const [reminded, setReminded] = useState(0)
  const unfinished = overview.steps.filter(({ complete }) => !complete)
  const rejected = overview.decision.eligibility === 'rejected'
  const submit = () => {
    if (sending || unfinished.length > 0 || rejected) return
    if (declared) return onSubmit()
    setReminded(reminded + 1)
    focusAnswer('declaration')
  }
  return (
    <form
      className="review"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {session.updated ? (
        <Alert title={texts.staleTitle} attempt={0}>
          <p>{texts.staleHint}</p>
        </Alert>
      ) : null}
      {setback ? <SetbackAlert setback={setback} attempt={attempt} language={language} /> : null}
      {unfinished.length > 0 ? (
        <Alert title={texts.incompleteTitle} attempt={0}>
          <p>
            {texts.incompleteHint(
              listIn(
                language,
                unfinished.map(({ title }) => title),
              ),
            )}
          </p>
        </Alert>
      ) : null}
      <p>{texts.reviewLead}</p>
      <Answers session={session} overview={overview} language={language} onGo={onGo} />
      <section className="review-step" aria-labelledby="review-decision">
        <h3 id="review-decision">{texts.decisionTitle}</h3>
        <DecisionDetails
          compiled={session.compiled}
          answers={overview.answers}
          decision={overview.decision}
          language={language}
        />
      </section>
      <fieldset className={reminded > 0 && !declared ? 'field field-faulty' : 'field'}>
        <legend className="label">{texts.declarationTitle}</legend>
        {reminded > 0 && !declared ? (
          <p className="fault" id="declaration:fault" role="alert">
            {texts.declarationMissing}
          </p>
        ) : null}
        <label className="option">
          <input
            type="checkbox"
            id="declaration"
            checked={declared}
            aria-describedby={reminded > 0 && !declared ? 'declaration:fault' : undefined}
            aria-invalid={(reminded > 0 && !declared) || undefined}
            onChange={(event) => setDeclared(event.currentTarget.checked)}
          />
          <span>{texts.declaration}</span>
        </label>
      </fieldset>
      {rejected ? (
        <p className="notice notice-warning" id="cannot-submit">
          {texts.cannotSubmit}
        </p>
      ) : null}
      <div className="form-actions">
        <button
          className="button"
          type="submit"
          aria-describedby={rejected ? 'cannot-submit' : undefined}
          aria-disabled={sending || unfinished.length > 0 || rejected || undefined}
        >
          {sending ? texts.submitting : texts.submit}
        </button>
      </div>
    </form>
  )
}
