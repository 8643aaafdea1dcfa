/** @jsxImportSource hono/jsx */
import type { Language } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { guideTexts } from '../texts/guide/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { type CardView, cardView } from '../view/card.ts'
import { dayIn } from '../view/language.ts'
import { CardFigures } from './parts/card-figures.tsx'
import { CardMaterials } from './parts/card-materials.tsx'
import { CardPath } from './parts/card-path.tsx'
import { addressAt, CarriedWalk, SideForm, sideForm } from './parts/carried.tsx'
import { GivenAnswers } from './parts/given-answers.tsx'
import { Layout } from './parts/layout.tsx'
import { QrCode } from './parts/qr-code.tsx'
import { basisId } from './parts/reasons.tsx'
import { Unverified } from './parts/text.tsx'
import { Verdict } from './parts/verdict.tsx'
import type { CardPage, PageContext } from './types.ts'

function Bases({ view, language }: { view: CardView; language: Language }) {
  const texts = pageTexts[language]
  if (view.bases.length === 0) return null
  return (
    <section class="card-section" aria-labelledby="card-bases">
      <h2 id="card-bases">{texts.bases}</h2>
      <ol class="card-bases">
        {view.bases.map(({ basis, verified }, index) => (
          <li id={basisId(index + 1)}>
            <span lang="zh-CN">{basis}</span> {verified ? null : <Unverified language={language} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What to do next: apply with these answers, answer what is open, print. */
function Actions({ context, page }: { context: PageContext; page: CardPage }) {
  const { language } = context
  const { card, version } = page
  const texts = guideTexts[language]
  const { id } = version.document
  const begun = card.walk.trail.length > 0
  const mayApply = card.decision.eligibility !== 'rejected'
  const to = (path: string) => addressAt(context, `/${path}/${id}`)
  return (
    <div class="card-actions no-print">
      {mayApply ? (
        <button class="button" type="submit" form={sideForm} formaction={to('f')}>
          {pageTexts[language].start}
        </button>
      ) : null}
      {card.decision.complete || !mayApply ? null : (
        <button class="button button-quiet" type="submit" form={sideForm} formaction={to('p')}>
          {begun ? texts.goOn(card.decision.ask.length) : texts.begin}
        </button>
      )}
      {begun ? (
        <a class="card-restart" href={to('p')}>
          {texts.restart}
        </a>
      ) : null}
      <p class="hint">{texts.printHint}</p>
    </div>
  )
}

/** 明白卡: on one or two pages all that these answers mean. */
export function Card({ context, page }: { context: PageContext; page: CardPage }) {
  const { language } = context
  const { card, version } = page
  const { document } = version
  const { decision, walk } = card
  const texts = guideTexts[language]
  const view = cardView(document, decision, card.explanations)
  const precheck = addressAt(context, `/p/${document.id}`)
  const skipped = walk.trail.filter((id) => !Object.hasOwn(walk.answers, id))
  const open = skipped.filter((id) => decision.ask.some(({ field }) => field === id))
  return (
    <Layout
      context={context}
      title={texts.cardTitle(textIn(document.citizenTitle, language))}
      switchForm={sideForm}
      framedBy={document.embed.origins}
    >
      <div class="container">
        <nav class="breadcrumb" aria-label={pageTexts[language].breadcrumb}>
          <a href={`/b/${document.id}`}>{pageTexts[language].backToBundle}</a>
        </nav>
        <article class="clear-card">
          <header class="card-head">
            <div>
              <h1>{texts.cardTitle(textIn(document.citizenTitle, language))}</h1>
              <p class="card-line">
                {texts.cardLine(
                  textIn(document.title, language),
                  document.code,
                  version.number,
                  dayIn(language, card.today),
                )}
              </p>
              {walk.trail.length === 0 ? <p>{texts.generalCard}</p> : null}
              {page.ended && decision.complete ? <p class="no-print">{texts.nothingLeft}</p> : null}
              {open.length > 0 ? <p>{texts.skippedOpen(open.length)}</p> : null}
            </div>
            <figure class="card-qr">
              <QrCode text={page.formAddress} label={texts.qrLabel} />
              <figcaption>{texts.qrCaption}</figcaption>
            </figure>
          </header>
          <Verdict
            document={document}
            decision={decision}
            view={view}
            action={precheck}
            language={language}
          />
          <Actions context={context} page={page} />
          <CardFigures document={document} card={card} language={language} />
          {decision.eligibility === 'rejected' ? null : (
            <>
              <CardMaterials document={document} view={view} language={language} />
              <CardPath view={view} language={language} />
            </>
          )}
          {walk.trail.length > 0 ? (
            <section class="card-section" aria-labelledby="card-answers">
              <h2 id="card-answers">{texts.yourAnswers}</h2>
              <GivenAnswers
                walk={walk}
                fieldOf={(id) => document.form.fields[id]}
                action={precheck}
                language={language}
              />
            </section>
          ) : null}
          <Bases view={view} language={language} />
        </article>
        <SideForm action={addressAt(context, `/c/${document.id}`)}>
          <CarriedWalk walk={walk} />
        </SideForm>
      </div>
    </Layout>
  )
}
