/** @jsxImportSource hono/jsx */
import type { BundleDocument, Decision, Item, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { listIn } from '../../view/language.ts'
import { itemsByStage } from '../../view/stages.ts'
import { CertaintyTag } from './materials.tsx'
import { Local } from './text.tsx'

function facts(item: Item, language: Language): string[] {
  const texts = pageTexts[language]
  const names = item.specialProcedures.map((name) => textIn(name, language))
  return [
    ...(item.handling === '1' ? [texts.itemSameDay] : []),
    ...(item.handling === '2' && item.promisedDays !== null ? [texts.itemDays(item.promisedDays)] : []),
    ...(item.commitment ? [texts.commitment] : []),
    ...(names.length > 0 ? [texts.specialTime(listIn(language, names))] : []),
  ]
}

/** The items of a decision, stage after stage. */
export function Stages({
  document,
  decision,
  language,
}: {
  document: BundleDocument
  decision: Decision
  language: Language
}) {
  const texts = pageTexts[language]
  const shared = sharedTexts[language]
  return (
    <ol class="stages">
      {itemsByStage(document, decision).map(({ stage, title, days, items }) => (
        <li class="stage">
          <h3 class="stage-title">
            {title ? <Local of={title} language={language} /> : shared.stage(stage)}
            {days === undefined ? null : <span class="stage-days">{shared.workingDays(days)}</span>}
          </h3>
          <ul class="stage-items">
            {items.map(({ item, department, certainty, after }) => (
              <li class="stage-item">
                <div class="material-head">
                  <span class="material-name">
                    <Local of={item.name} language={language} />
                  </span>
                  <CertaintyTag
                    certainty={certainty}
                    words={{ certain: texts.always, open: texts.dependsItem }}
                  />
                </div>
                <ul class="facts">
                  <li>
                    <Local of={department} language={language} />
                  </li>
                  {facts(item, language).map((fact) => (
                    <li>{fact}</li>
                  ))}
                  {after.length > 0 ? (
                    <li>
                      {texts.afterItems(
                        listIn(
                          language,
                          after.map((name) => textIn(name, language)),
                        ),
                      )}
                    </li>
                  ) : null}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
