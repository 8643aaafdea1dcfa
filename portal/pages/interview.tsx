/** @jsxImportSource hono/jsx */
import { catalogueKey } from '../../rules/index.ts'
import type { BundleSummary, Language } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { formTexts } from '../texts/form/index.ts'
import { guideTexts } from '../texts/guide/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'
import { listIn } from '../view/language.ts'
import { CarriedWalk, SideForm, sideForm } from './parts/carried.tsx'
import { GivenAnswers } from './parts/given-answers.tsx'
import { InterviewResult } from './parts/interview-result.tsx'
import { Layout } from './parts/layout.tsx'
import { Progress } from './parts/progress.tsx'
import { Question, QuestionFaults } from './parts/question.tsx'
import { Local } from './parts/text.tsx'
import type { AskedQuestion, InterviewPage, InterviewTurn, PageContext } from './types.ts'

const address = '/interview'

/** What has been said so far, as hidden inputs. */
function CarriedTurn({ turn }: { turn: InterviewTurn }) {
  return (
    <>
      <input type="hidden" name="begun" value="1" />
      <input type="hidden" name="audience" value={turn.audience.join(' ')} />
      <input type="hidden" name="dismissed" value={turn.dismissed.map(({ id }) => id).join(' ')} />
      <CarriedWalk walk={turn.walk} question={turn.question?.id} />
    </>
  )
}

/** The first question: whom it is for. */
function Audience({ audiences, language }: { audiences: BundleSummary['audience']; language: Language }) {
  const texts = guideTexts[language]
  return (
    <div class="container container-narrow">
      <h1>{texts.interviewTitle}</h1>
      <p class="lead">{texts.interviewLead}</p>
      <form class="walk-question" method="post" action={address}>
        <fieldset class="field">
          <legend class="question-legend">
            <h2 class="question-title">{texts.forWhom}</h2>
          </legend>
          <p class="hint">{texts.forWhomHint}</p>
          <div class="options">
            {audiences.map((code) => (
              <label class="option">
                <input type="checkbox" name="audience" value={code} />
                <span>{texts.audiences[code]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <input type="hidden" name="begun" value="1" />
        <button class="button" type="submit">
          {formTexts[language].next}
        </button>
      </form>
    </div>
  )
}

function About({ turn, language }: { turn: InterviewTurn; language: Language }) {
  const texts = guideTexts[language]
  return (
    <div class="walk-about walk-for">
      <p>
        {texts.askedFor(
          listIn(
            language,
            turn.askedFor.map(({ citizenTitle }) => textIn(citizenTitle, language)),
          ),
        )}
      </p>
      {turn.askedFor.map(({ id, citizenTitle }) => (
        <button class="link-button" type="submit" form={sideForm} name="dismiss" value={id}>
          {texts.dismiss}
          <span class="visually-hidden"> {textIn(citizenTitle, language)}</span>
        </button>
      ))}
    </div>
  )
}

function Turn({
  turn,
  question,
  language,
}: {
  turn: InterviewTurn
  question: AskedQuestion
  language: Language
}) {
  const texts = guideTexts[language]
  const { walk, verdicts } = turn
  const isFirst = walk.trail.length === 0 || walk.trail[0] === question.id
  return (
    <div class="walk">
      <div class="walk-main">
        <About turn={turn} language={language} />
        <Progress
          answered={walk.trail.filter((key) => key !== question.id).length}
          left={turn.left}
          language={language}
        />
        <QuestionFaults question={question} language={language} />
        <form class="walk-question" method="post" action={address}>
          <Question question={question} language={language} />
          <CarriedTurn turn={turn} />
          <div class="form-actions">
            <button class="button" type="submit">
              {formTexts[language].next}
            </button>
            <button class="button button-quiet" type="submit" name="do" value="skip">
              {texts.skip}
            </button>
            {isFirst ? null : (
              <button class="link-button" type="submit" name="do" value="back">
                {formTexts[language].back}
              </button>
            )}
          </div>
        </form>
      </div>
      <div class="walk-side">
        <aside class="so-far" aria-labelledby="so-far">
          <h2 id="so-far">{texts.interviewSoFar}</h2>
          <ul class="interview-so-far">
            {verdicts.map(({ document, decision }) => (
              <li>
                <Local of={document.citizenTitle} language={language} />{' '}
                <span class={`tag interview-${decision.eligibility}`}>
                  {texts.eligibilities[decision.eligibility]}
                </span>
              </li>
            ))}
          </ul>
        </aside>
        <button class="button button-quiet walk-card" type="submit" form={sideForm} name="do" value="stop">
          {texts.seeResult}
        </button>
      </div>
      {walk.trail.length > 0 ? (
        <section class="walk-given" aria-labelledby="given">
          <h2 id="given">{texts.yourAnswers}</h2>
          <GivenAnswers walk={walk} fieldOf={(key) => fieldOf(turn, key)} language={language} />
        </section>
      ) : null}
    </div>
  )
}

/** The field behind a key of the interview. */
function fieldOf({ verdicts }: InterviewTurn, key: string) {
  for (const { document } of verdicts) {
    const found = Object.entries(document.form.fields).find(([id]) => catalogueKey(document, id) === key)
    if (found) return found[1]
  }
  return undefined
}

/** “What may I apply for?”: an interview over all bundles, one question at a time. */
export function Interview({ context, page }: { context: PageContext; page: InterviewPage }) {
  const { language } = context
  const texts = guideTexts[language]
  if (page.kind === 'audience') {
    return (
      <Layout context={context} title={texts.interviewTitle}>
        <Audience audiences={page.audiences} language={language} />
      </Layout>
    )
  }
  const { turn } = page
  const { question } = turn
  const prefix = question && question.faults.length > 0 ? formTexts[language].faultPrefix : ''
  const title = question
    ? texts.precheckTitle(`${prefix}${textIn(question.field.title, language)}`, texts.interviewTitle)
    : texts.interviewResult
  return (
    <Layout context={context} title={title} switchForm={sideForm}>
      <div class="container">
        <nav class="breadcrumb" aria-label={pageTexts[language].breadcrumb}>
          <a href="/">{sharedTexts[language].catalogue}</a>
        </nav>
        {question ? (
          <Turn turn={turn} question={question} language={language} />
        ) : (
          <InterviewResult turn={turn} fieldOf={(key) => fieldOf(turn, key)} language={language} />
        )}
        <SideForm action={address}>
          <CarriedTurn turn={turn} />
        </SideForm>
      </div>
    </Layout>
  )
}
