/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { BundleDocument, Charge, Language } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { amountIn, chargeTitle } from '../../view/charge.ts'
import { dayIn } from '../../view/language.ts'
import { sourceOfRule } from '../../view/source.ts'
import { limitIn } from '../../view/summary.ts'
import type { ClearCard } from '../types.ts'
import { Local, Unverified } from './text.tsx'

function Figure({ name, className, children }: { name: Child; className?: string; children: Child }) {
  return (
    <div class={className}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function dueIn({ due, today }: ClearCard, language: Language): string | null {
  const texts = guideTexts[language]
  if (due.kind === 'date') return texts.due(dayIn(language, today), dayIn(language, due.date))
  return due.kind === 'uncovered' ? texts.dueUncovered(due.year) : null
}

/** Days with the date they lead to, fees and estimates, where, when, whom to call: what the data has, nothing besides. */
export function CardFigures({
  document,
  card,
  language,
}: {
  document: BundleDocument
  card: ClearCard
  language: Language
}) {
  const { decision } = card
  const texts = guideTexts[language]
  const form = formTexts[language]
  const { limit } = decision
  const due = limit.days === 0 ? null : dueIn(card, language)
  const isVerified = (rule: string | null) => rule === null || sourceOfRule(document, rule)?.verified === true
  const charge = (one: Charge) => (
    <Figure name={<Local of={chargeTitle(document, one.id)} language={language} />}>
      {amountIn(document, one, language) ?? pageTexts[language].feesOpen}{' '}
      {isVerified(one.rule) ? null : <Unverified language={language} />}
    </Figure>
  )
  return (
    <dl class="card-figures">
      {decision.eligibility === 'rejected' ? null : (
        <>
          <Figure name={form.limit} className="card-limit">
            {limitIn(decision, language)} {isVerified(limit.rule) ? null : <Unverified language={language} />}
            {limit.note ? (
              <>
                {' '}
                <Local of={limit.note} language={language} />
              </>
            ) : null}
            {due ? <span class="card-due">{due}</span> : null}
          </Figure>
          {decision.fees.length === 0 ? (
            <Figure name={form.fees}>{pageTexts[language].feesNone}</Figure>
          ) : null}
          {decision.fees.map(charge)}
          {decision.estimates.map(charge)}
        </>
      )}
      {document.hallZone ? (
        <Figure name={pageTexts[language].hallZone}>
          <Local of={document.hallZone} language={language} />
        </Figure>
      ) : null}
      <Figure name={texts.telephone}>{sharedTexts[language].hotline}</Figure>
    </dl>
  )
}
