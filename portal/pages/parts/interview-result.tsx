/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { catalogueKey } from '../../../rules/index.ts'
import type { Field, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { byCertainty } from '../../view/certainty.ts'
import { sourceOfRule } from '../../view/source.ts'
import type { InterviewTurn } from '../types.ts'
import { CarriedWalk, sideForm } from './carried.tsx'
import { GivenAnswers } from './given-answers.tsx'
import { Basis, Local } from './text.tsx'

type Verdict = InterviewTurn['verdicts'][number]

/** A bundle with the way on: its page, and its pre-check with the answers given here. */
function Entry({ verdict, language, children }: { verdict: Verdict; language: Language; children?: Child }) {
  const { document, answers } = verdict
  const texts = guideTexts[language]
  return (
    <li class="interview-entry">
      <h3>
        <a href={`/b/${document.id}`}>
          <Local of={document.citizenTitle} language={language} />
        </a>
      </h3>
      {children}
      <form method="post" action={`/p/${document.id}`}>
        <CarriedWalk walk={{ answers, trail: [] }} />
        <button class="button button-quiet" type="submit">
          {texts.goToPrecheck}
          <span class="visually-hidden"> {textIn(document.citizenTitle, language)}</span>
        </button>
      </form>
    </li>
  )
}

function Messages({
  verdict,
  language,
  kind,
}: {
  verdict: Verdict
  language: Language
  kind: 'rejections' | 'referrals'
}) {
  const { document, decision } = verdict
  return (
    <ul class="messages">
      {byCertainty(decision[kind]).certain.map(({ rule, message }) => {
        const source = sourceOfRule(document, rule)
        return (
          <li>
            <Local of={message} language={language} />
            {source ? <Basis {...source} language={language} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

function DependsOn({ verdict, language }: { verdict: Verdict; language: Language }) {
  const { document, dependsOn } = verdict
  return (
    <ul class="interview-depends">
      {dependsOn.map((id) => {
        const title = document.form.fields[id]?.title ?? { 'zh-CN': id }
        return (
          <li>
            <Local of={title} language={language} />{' '}
            <button
              class="link-button"
              type="submit"
              form={sideForm}
              name="change"
              value={catalogueKey(document, id)}
            >
              {guideTexts[language].answerNow}
              <span class="visually-hidden"> {textIn(title, language)}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Group({
  title,
  verdicts,
  children,
}: {
  title: string
  verdicts: readonly Verdict[]
  children: (verdict: Verdict) => Child
}) {
  if (verdicts.length === 0) return null
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="interview-entries">{verdicts.map(children)}</ul>
    </section>
  )
}

/** What came of the interview: what one may apply for, what not and why, what still depends on which question. */
export function InterviewResult({
  turn,
  fieldOf,
  language,
}: {
  turn: InterviewTurn
  fieldOf: (key: string) => Field | undefined
  language: Language
}) {
  const texts = guideTexts[language]
  const { verdicts, walk, dismissed } = turn
  const of = (...wanted: Verdict['decision']['eligibility'][]) =>
    verdicts.filter(({ decision }) => wanted.includes(decision.eligibility))
  return (
    <>
      <h1>{texts.interviewResult}</h1>
      <p class="lead">{texts.interviewResultLead(walk.trail.length)}</p>
      <Group title={texts.mayApply} verdicts={of('eligible', 'refer')}>
        {(verdict) => (
          <Entry verdict={verdict} language={language}>
            {verdict.decision.eligibility === 'refer' ? (
              <>
                <p>{texts.mayApplyReferred}</p>
                <Messages verdict={verdict} kind="referrals" language={language} />
              </>
            ) : null}
          </Entry>
        )}
      </Group>
      <Group title={texts.mayPerhaps} verdicts={of('open')}>
        {(verdict) => (
          <Entry verdict={verdict} language={language}>
            <p>{texts.mayPerhapsHint}</p>
            <DependsOn verdict={verdict} language={language} />
          </Entry>
        )}
      </Group>
      <Group title={texts.mayNot} verdicts={of('rejected')}>
        {(verdict) => (
          <Entry verdict={verdict} language={language}>
            <Messages verdict={verdict} kind="rejections" language={language} />
          </Entry>
        )}
      </Group>
      {dismissed.length > 0 ? (
        <section class="section">
          <h2>{texts.dismissed}</h2>
          <ul>
            {dismissed.map(({ id, citizenTitle }) => (
              <li>
                <Local of={citizenTitle} language={language} />{' '}
                <button class="link-button" type="submit" form={sideForm} name="restore" value={id}>
                  {texts.restore}
                  <span class="visually-hidden"> {textIn(citizenTitle, language)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {walk.trail.length > 0 ? (
        <section class="section">
          <h2>{texts.yourAnswers}</h2>
          <GivenAnswers walk={walk} fieldOf={fieldOf} language={language} />
        </section>
      ) : null}
      <p>
        <a href="/interview">{texts.restart}</a>
      </p>
    </>
  )
}
