import type { ReactNode } from 'react'
import type { BundleDocument, Certainty, Decision, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { byCertainty } from '../../view/certainty.ts'
import { amountIn, chargeTitle } from '../../view/charge.ts'
import { departmentsByStage, departmentTotals } from '../../view/stages.ts'
import { limitIn } from '../../view/summary.ts'
import type { About } from './explanations.tsx'
import { CertaintyTag, Outcome } from './outcome.tsx'

interface Part {
  decision: Decision
  document: BundleDocument
  language: Language
}

interface Entry {
  id: string
  about: About
  certainty: Certainty
  content: ReactNode
}

/** Outcomes of one kind: first what is certain, then, under a heading of its own, what still depends. */
function Outcomes({
  title,
  entries,
  counts,
  language,
}: {
  title: string
  entries: readonly Entry[]
  /** How many there are, where an entry is not always one of its own. */
  counts?: Record<Certainty, number>
  language: Language
}) {
  const texts = formTexts[language]
  const { certain, open } = byCertainty(entries)
  const list = (some: readonly Entry[]) => (
    <ul className="outcomes">
      {some.map(({ id, about, content }) => (
        <li key={id}>
          <Outcome about={about} language={language}>
            {content}
          </Outcome>
        </li>
      ))}
    </ul>
  )
  if (entries.length === 0) return null
  return (
    <section className="outcome-group">
      <h3>
        {title}{' '}
        <span className="tag tag-certain">{texts.certainCount(counts?.certain ?? certain.length)}</span>
      </h3>
      {certain.length > 0 ? list(certain) : null}
      {open.length > 0 ? (
        <details className="still-open">
          <summary>
            <span className="tag tag-open">{texts.openCount(counts?.open ?? open.length)}</span>{' '}
            {texts.stillOpen}
          </summary>
          {list(open)}
        </details>
      ) : null}
    </section>
  )
}

/** What to hand in and who brings it. */
export function Materials({ decision, document, language }: Part) {
  const shared = sharedTexts[language]
  const entries = decision.materials.flatMap(({ id, certainty }) => {
    const material = document.materials[id]
    if (!material) return []
    const content = (
      <>
        {textIn(material.name, language)}{' '}
        <span className={`tag tag-source-${material.source}`}>{shared.sources[material.source]}</span>
      </>
    )
    return [{ id, about: { type: 'require-material', id }, certainty, content }]
  })
  return <Outcomes title={formTexts[language].materials} entries={entries} language={language} />
}

/** The administrative matters inside the bundle. */
export function Items({ decision, document, language }: Part) {
  const entries = decision.items.flatMap(({ id, certainty }) => {
    const item = document.items[id]
    const about = { type: 'include-item', id }
    return item ? [{ id, about, certainty, content: textIn(item.name, language) }] : []
  })
  return <Outcomes title={formTexts[language].items} entries={entries} language={language} />
}

/** Who decides, stage after stage. */
export function Departments({ decision, document, language }: Part) {
  const shared = sharedTexts[language]
  const stages = departmentsByStage(document, decision)
  const entries = stages.flatMap(({ stage, title, departments }) =>
    departments.map(({ code, name, mode, certainty, rules }) => ({
      id: `${stage} ${code}`,
      about: { type: 'route-task', rules },
      certainty,
      content: (
        <>
          {textIn(name, language)}{' '}
          <span className="hint">
            {title ? textIn(title, language) : shared.stage(stage)} · {textIn(mode, language)}
          </span>
        </>
      ),
    })),
  )
  return (
    <Outcomes
      title={formTexts[language].departments}
      entries={entries}
      counts={departmentTotals(decision)}
      language={language}
    />
  )
}

/** Time, fees and figures worked out. */
export function Figures({ decision, document, language }: Part) {
  const texts = formTexts[language]
  const charge = (type: string) => (one: Decision['fees'][number]) => (
    <li key={`${type} ${one.id}`}>
      <Outcome about={{ type, id: one.id }} language={language}>
        {textIn(chargeTitle(document, one.id), language)} <strong>{amountIn(document, one, language)}</strong>{' '}
        <CertaintyTag certainty={one.certainty} language={language} />
      </Outcome>
    </li>
  )
  return (
    <section className="outcome-group">
      <ul className="outcomes">
        <li>
          <Outcome about={{ type: 'set-limit' }} language={language}>
            {texts.limit}{' '}
            <strong>{decision.limit.certainty === 'certain' ? limitIn(decision, language) : null}</strong>{' '}
            <CertaintyTag certainty={decision.limit.certainty} language={language} />
          </Outcome>
        </li>
        {decision.fees.map(charge('charge-fee'))}
        {decision.estimates.map(charge('estimate'))}
      </ul>
    </section>
  )
}
