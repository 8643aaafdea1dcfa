import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import type { Host } from '../../embed/frame/host.ts'
import { formTexts } from '../../texts/form/index.ts'
import { eligibilityIn, summaryIn } from '../../view/summary.ts'
import { Announcer } from '../decision/announcer.tsx'
import { Panel } from '../decision/panel.tsx'
import type { FormPageData } from '../page-data.ts'
import { idOfPointer } from '../rjsf/context.ts'
import { overviewOf } from '../state/overview.ts'
import { answered, begin, type Place, type Session } from '../state/session.ts'
import { Typing } from '../state/typing.ts'
import { goTo, stepBefore, submitStep } from '../state/walk.ts'
import { FaultSummary } from './fault-summary.tsx'
import { focusAnswer } from './focus.ts'
import { NewQuestions } from './new-questions.tsx'
import { nextQuestion } from './next-question.ts'
import { ReceiptView } from './receipt.tsx'
import { Review } from './review.tsx'
import { StepForm } from './step-form.tsx'
import { StepList } from './step-list.tsx'
import { watchPreferences } from './surroundings.ts'
import { useHost } from './use-host.ts'
import { usePlace } from './use-place.ts'
import { useSubmission } from './use-submission.ts'

/** Asks before the page is left with answers on it: they are kept nowhere else. */
function useLeaveGuard(needed: boolean) {
  useEffect(() => {
    if (!needed) return
    const guard = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [needed])
}

/** The whole form: steps, the decision beside them, review, receipt. */
export function App({ data, host }: { data: FormPageData; host: Host }) {
  const [language, setLanguage] = useState<Language>(data.language)
  const [session, update] = useReducer(
    (now: Session, change: (session: Session) => Session) => change(now),
    data,
    ({ document, number, today, answers }) => {
      const given = { ...answers, ...host.prefill }
      return answered(begin(document, number, today), Object.keys(given), given)
    },
  )
  const typing = useRef(new Typing()).current
  const heading = useRef<HTMLHeadingElement>(null)
  const target = useRef<string>(undefined)
  const overview = useMemo(() => overviewOf(session, language), [session, language])
  const submission = useSubmission(update)
  const texts = formTexts[language]
  const { place, document: bundle } = session
  const isFaulty = session.faults.length > 0
  const placeName = place.kind === 'step' ? place.id : place.kind
  const number = overview.steps.findIndex(({ id }) => id === placeName) + 1
  const step = overview.steps[number - 1]
  const title = step?.title ?? (place.kind === 'receipt' ? texts.receiptTitle : texts.review)

  const go = (to: Place, answer?: string) => {
    submission.forget()
    target.current = answer
    const move = () => update((now) => goTo(now, to))
    // What was typed has to be rendered into the answers before its step goes away.
    if (typing.flush()) window.setTimeout(move)
    else move()
  }
  usePlace(place, go)
  useHost(host, session, submission.setback?.kind === 'unreachable')
  useLeaveGuard(place.kind !== 'receipt' && Object.keys(session.answers).length > 0)
  useEffect(() => watchPreferences((chosen) => setLanguage(chosen === 'en' ? 'en' : 'zh-CN')), [])
  useEffect(() => {
    const prefix = isFaulty ? texts.faultPrefix : ''
    document.title = `${prefix}${texts.pageTitle(title, textIn(bundle.citizenTitle, language))}`
  }, [texts, title, bundle, language, isFaulty])

  const arrived = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only arriving at another place moves the focus
  useLayoutEffect(() => {
    const answer = target.current
    target.current = undefined
    if (answer) focusAnswer(answer)
    else if (arrived.current && !isFaulty) {
      window.scrollTo({ top: 0 })
      heading.current?.focus({ preventScroll: true })
      if (heading.current) host.moved(heading.current)
    }
    arrived.current = true
  }, [placeName])

  const before = stepBefore(overview.steps, place)
  const summary = texts.announcement(
    eligibilityIn(overview.decision, language),
    summaryIn(overview.decision, language),
  )
  const next = nextQuestion(overview, bundle, language, (holder, field) => {
    const id = idOfPointer(`/${field}`)
    if (holder === placeName) focusAnswer(id)
    else go({ kind: 'step', id: holder }, id)
  })

  const head = (
    <header className="step-head">
      {step ? <p className="step-count">{texts.stepOf(number, overview.steps.length + 1)}</p> : null}
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {step?.help ? <p className="hint">{step.help}</p> : null}
    </header>
  )
  if (place.kind === 'receipt') {
    return (
      <div className="form-done">
        {head}
        <ReceiptView receipt={place.receipt} document={bundle} language={language} />
      </div>
    )
  }
  return (
    <div className="form-page">
      <StepList
        steps={overview.steps}
        place={place}
        complete={overview.complete}
        onGo={go}
        language={language}
      />
      <div className="form-main">
        <FaultSummary
          faults={session.faults}
          attempt={session.refusals}
          document={bundle}
          language={language}
        />
        {head}
        {step ? (
          <>
            <StepForm
              key={`${session.number} ${step.id}`}
              session={session}
              overview={overview}
              step={step}
              typing={typing}
              language={language}
              onChange={(fields, values) => update((now) => answered(now, fields, values))}
              onSubmit={(fields, values) =>
                update((now) => submitStep(answered(now, fields, values), step.id))
              }
              onBack={before ? () => go({ kind: 'step', id: before.id }) : undefined}
            />
            <NewQuestions
              key={step.id}
              questions={step.fields.map((id) => ({
                id,
                title: textIn(bundle.form.fields[id]?.title ?? { 'zh-CN': id }, language),
              }))}
              language={language}
            />
          </>
        ) : (
          <Review
            session={session}
            overview={overview}
            language={language}
            sending={submission.sending}
            setback={submission.setback}
            attempt={submission.attempt}
            onGo={go}
            onSubmit={() => submission.submit(session, overview)}
          />
        )}
      </div>
      {place.kind === 'step' ? (
        <Panel
          compiled={session.compiled}
          answers={overview.answers}
          decision={overview.decision}
          language={language}
          next={next}
        />
      ) : null}
      <Announcer text={summary} />
    </div>
  )
}
