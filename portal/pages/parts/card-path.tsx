/** @jsxImportSource hono/jsx */
import type { Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import type { CardItem, CardView } from '../../view/card.ts'
import { listIn } from '../../view/language.ts'
import { BasisNumbers } from './reasons.tsx'
import { Local } from './text.tsx'

function itemFacts({ item, certainty }: CardItem, language: Language): string[] {
  const texts = pageTexts[language]
  const special = item.specialProcedures.map((name) => textIn(name, language))
  return [
    ...(item.handling === '1' ? [texts.itemSameDay] : []),
    ...(item.handling === '2' && item.promisedDays !== null ? [texts.itemDays(item.promisedDays)] : []),
    ...(item.commitment ? [texts.commitment] : []),
    ...(special.length > 0 ? [texts.specialTime(listIn(language, special))] : []),
    ...(certainty === 'open' ? [texts.dependsItem] : []),
  ]
}

/** Which departments do what, stage after stage. */
export function CardPath({ view, language }: { view: CardView; language: Language }) {
  const texts = guideTexts[language]
  const shared = sharedTexts[language]
  if (view.stages.length === 0) return null
  return (
    <section class="card-section" aria-labelledby="card-path">
      <h2 id="card-path">{texts.path}</h2>
      <ol class="card-stages">
        {view.stages.map(({ stage, title, days, items, others }) => (
          <li class="card-stage">
            <h3>
              {title ? <Local of={title} language={language} /> : shared.stage(stage)}
              {days === undefined ? null : <span class="stage-days"> {shared.workingDays(days)}</span>}
            </h3>
            <ul>
              {items.map((entry) => (
                <li>
                  <strong>
                    <Local of={entry.item.name} language={language} />
                  </strong>
                  {' — '}
                  {[textIn(entry.department, language), ...itemFacts(entry, language)].join(' · ')}{' '}
                  <BasisNumbers sources={entry.sources} bases={view.bases} language={language} />
                </li>
              ))}
              {others.map(({ name, mode, certainty }) => (
                <li>
                  <Local of={name} language={language} />
                  {' — '}
                  {[
                    textIn(mode, language),
                    ...(certainty === 'open' ? [pageTexts[language].dependsItem] : []),
                  ].join(' · ')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
