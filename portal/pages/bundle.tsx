/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { BundleDocument, Decision, Inclusion, Language } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'
import { amountIn, chargeTitle } from '../view/charge.ts'
import { isBrought } from '../view/material.ts'
import { messagesOf } from '../view/messages.ts'
import { basesOf } from '../view/source.ts'
import { Layout } from './parts/layout.tsx'
import { MaterialList } from './parts/materials.tsx'
import { Overview } from './parts/overview.tsx'
import { Reductions } from './parts/reductions.tsx'
import { Stages } from './parts/stages.tsx'
import { Basis, Local, Unverified } from './parts/text.tsx'
import type { BundlePage, PageContext } from './types.ts'

interface Part {
  document: BundleDocument
  decision: Decision
  language: Language
}

function Section({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Conditions({ document, language }: Omit<Part, 'decision'>) {
  const texts = pageTexts[language]
  const refusals = messagesOf(document, 'reject')
  const referrals = messagesOf(document, 'refer')
  const list = (messages: typeof refusals) => (
    <ul class="conditions">
      {messages.map(({ message, basis, verified }) => (
        <li>
          <p>
            <Local of={message} language={language} />
          </p>
          <Basis basis={basis} verified={verified} language={language} />
        </li>
      ))}
    </ul>
  )
  if (refusals.length + referrals.length === 0) return null
  return (
    <Section id="conditions" title={texts.conditions}>
      <p class="section-hint">{texts.conditionsHint}</p>
      {list(refusals)}
      {referrals.length > 0 ? (
        <>
          <h3>{texts.conditionsRefer}</h3>
          {list(referrals)}
        </>
      ) : null}
    </Section>
  )
}

function Materials({ document, decision, language }: Part) {
  const texts = pageTexts[language]
  const words = { certain: texts.alwaysMaterial, open: texts.dependsMaterial }
  const isYours = ({ id }: Inclusion) =>
    document.materials[id] !== undefined && isBrought(document.materials[id])
  const yours = decision.materials.filter(isYours)
  const others = decision.materials.filter((inclusion) => !isYours(inclusion))
  const list = (inclusions: Decision['materials'], title: string) =>
    inclusions.length > 0 ? (
      <>
        <h3>{title}</h3>
        <MaterialList document={document} inclusions={inclusions} language={language} words={words} />
      </>
    ) : null
  return (
    <Section id="materials" title={texts.materials}>
      <p class="section-hint">{texts.materialsHint}</p>
      {list(yours, texts.materialsYours)}
      {list(others, texts.materialsNotYours)}
    </Section>
  )
}

function Fees({ document, decision, language }: Part) {
  const texts = pageTexts[language]
  const fees = Object.entries(document.fees)
  const estimates = Object.values(document.estimates)
  return (
    <Section id="fees" title={texts.fees}>
      {fees.length === 0 ? <p>{texts.feesNone}</p> : null}
      <dl class="figures">
        {fees.map(([id, fee]) => {
          const charge = decision.fees.find((candidate) => candidate.id === id)
          const amount = charge && amountIn(document, charge, language)
          return (
            <div>
              <dt>
                <Local of={chargeTitle(document, id)} language={language} />
              </dt>
              <dd>
                {charge?.certainty === 'certain' && amount ? amount : texts.feesOpen}
                <Basis basis={fee.basis} verified={fee.verified !== undefined} language={language} />
              </dd>
            </div>
          )
        })}
      </dl>
      {estimates.length > 0 ? (
        <>
          <h3>{texts.estimates}</h3>
          <ul>
            {estimates.map(({ title }) => (
              <li>
                <Local of={title} language={language} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

function TimeLimit({ document, language }: Omit<Part, 'decision'>) {
  const texts = pageTexts[language]
  return (
    <Section id="time-limit" title={texts.timeLimit}>
      <p>
        <strong class="big-figure">{texts.wholeDays(document.announced.days)}</strong>{' '}
        <Unverified language={language} />
      </p>
      <p>{texts.timeLimitLead}</p>
      <p>{texts.timeLimitOpen}</p>
    </Section>
  )
}

function Questions({ document, language }: Omit<Part, 'decision'>) {
  if (document.faq.length === 0) return null
  return (
    <Section id="faq" title={pageTexts[language].faq}>
      {document.faq.map(({ question, answer }) => (
        <details class="question">
          <summary>
            <Local of={question} language={language} />
          </summary>
          <p>
            <Local of={answer} language={language} />
          </p>
        </details>
      ))}
    </Section>
  )
}

function Bases({ document, language }: Omit<Part, 'decision'>) {
  const bases = basesOf(document)
  if (bases.length === 0) return null
  return (
    <Section id="bases" title={pageTexts[language].bases}>
      <p class="section-hint">{pageTexts[language].basesHint}</p>
      <details class="question">
        <summary>{pageTexts[language].basisCount(bases.length)}</summary>
        <ul class="bases">
          {bases.map(({ basis, verified }) => (
            <li class="base">
              <span lang="zh-CN">{basis}</span> {verified ? null : <Unverified language={language} />}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

/** 办事指南: all about one bundle before anything is answered. */
export function Bundle({ context, page }: { context: PageContext; page: BundlePage }) {
  const { language } = context
  const { document } = page.version
  const { decision } = page
  const texts = pageTexts[language]
  return (
    <Layout context={context} title={textIn(document.citizenTitle, language)}>
      <div class="container">
        <nav class="breadcrumb" aria-label={texts.breadcrumb}>
          <a href="/">{sharedTexts[language].catalogue}</a>
        </nav>
        <div class="guide">
          <header class="guide-head">
            <h1>
              <Local of={document.citizenTitle} language={language} />
            </h1>
            {document.summary ? (
              <p class="lead">
                <Local of={document.summary} language={language} />
              </p>
            ) : null}
          </header>
          <Overview version={page.version} language={language} />
          <div class="guide-body">
            <Section id="reductions" title={texts.reductions}>
              <Reductions document={document} language={language} />
            </Section>
            <Conditions document={document} language={language} />
            <Section id="departments" title={texts.departments}>
              <p class="section-hint">{texts.departmentsHint}</p>
              <Stages document={document} decision={decision} language={language} />
            </Section>
            <Materials document={document} decision={decision} language={language} />
            <Fees document={document} decision={decision} language={language} />
            <TimeLimit document={document} language={language} />
            <Questions document={document} language={language} />
            <Bases document={document} language={language} />
          </div>
        </div>
      </div>
    </Layout>
  )
}
