/** @jsxImportSource hono/jsx */
import { textIn } from '../../schemas/index.ts'
import { formTexts } from '../texts/form/index.ts'
import { guideTexts } from '../texts/guide/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { addressAt, CarriedWalk, SideForm, sideForm } from './parts/carried.tsx'
import { GivenAnswers } from './parts/given-answers.tsx'
import { Layout } from './parts/layout.tsx'
import { Progress } from './parts/progress.tsx'
import { Question, QuestionFaults } from './parts/question.tsx'
import { SoFar } from './parts/so-far.tsx'
import { Local } from './parts/text.tsx'
import type { PageContext, PrecheckPage } from './types.ts'

/** The guided pre-check: one question at a time, only such as can still change something. */
export function Precheck({ context, page }: { context: PageContext; page: PrecheckPage }) {
  const { language } = context
  const { walk, decision, question, left } = page
  const { document } = page.version
  const texts = guideTexts[language]
  const action = addressAt(context, `/p/${document.id}`)
  const card = addressAt(context, `/c/${document.id}`)
  const prefix = question.faults.length > 0 ? formTexts[language].faultPrefix : ''
  const isFirst = walk.trail.length === 0 || walk.trail[0] === question.id
  return (
    <Layout
      context={context}
      title={texts.precheckTitle(
        `${prefix}${textIn(question.field.title, language)}`,
        textIn(document.citizenTitle, language),
      )}
      switchForm={sideForm}
      framedBy={document.embed.origins}
    >
      <div class="container">
        <nav class="breadcrumb" aria-label={pageTexts[language].breadcrumb}>
          <a href={`/b/${document.id}`}>{pageTexts[language].backToBundle}</a>
        </nav>
        <div class="walk">
          <div class="walk-main">
            <p class="walk-about">
              <Local of={document.citizenTitle} language={language} />
              {' · '}
              {decision.eligibility === 'open' ? texts.phaseEligibility : texts.phaseRest}
            </p>
            <Progress
              answered={walk.trail.filter((id) => id !== question.id).length}
              left={left}
              language={language}
            />
            <QuestionFaults question={question} language={language} />
            <form class="walk-question" method="post" action={action}>
              <Question question={question} language={language} />
              <CarriedWalk walk={walk} question={question.id} />
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
            <SideForm action={action}>
              <CarriedWalk walk={walk} question={question.id} />
            </SideForm>
          </div>
          <div class="walk-side">
            <SoFar document={document} decision={decision} language={language} />
            <button class="button button-quiet walk-card" type="submit" form={sideForm} formaction={card}>
              {texts.seeCard}
            </button>
          </div>
          {walk.trail.length > 0 ? (
            <section class="walk-given" aria-labelledby="given">
              <h2 id="given">{texts.yourAnswers}</h2>
              <GivenAnswers walk={walk} fieldOf={(id) => document.form.fields[id]} language={language} />
            </section>
          ) : null}
        </div>
      </div>
    </Layout>
  )
}
