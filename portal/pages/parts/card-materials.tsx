/** @jsxImportSource hono/jsx */
import type { BundleDocument, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import type { CardMaterial, CardView } from '../../view/card.ts'
import { listIn } from '../../view/language.ts'
import { materialFacts } from '../../view/material.ts'
import { SourceTag } from './materials.tsx'
import { BasisNumbers, Because } from './reasons.tsx'
import { Local } from './text.tsx'

interface Part {
  document: BundleDocument
  view: CardView
  language: Language
}

/** One document with why, how many, from whom, what to mind, and on what basis. */
function Entry({ entry, document, view, language }: Part & { entry: CardMaterial }) {
  const { material, certainty, reasons, sources, dependsOn } = entry
  const texts = guideTexts[language]
  const titles = dependsOn.map((id) => textIn(document.form.fields[id]?.title ?? { 'zh-CN': id }, language))
  return (
    <li class="card-material">
      <p class="card-material-name">
        <Local of={material.name} language={language} />{' '}
        <SourceTag source={material.source} language={language} />
        {material.deferrable ? <span class="tag tag-deferrable">{texts.deferrable}</span> : null}
      </p>
      <p class="card-material-facts">
        {materialFacts({ ...material, deferrable: false }, language).join(' · ')}
      </p>
      <p class="card-material-why">
        {certainty === 'open' ? (
          <span class="because">
            {titles.length > 0 ? texts.dependsOn(listIn(language, titles)) : sharedTexts[language].open}
          </span>
        ) : reasons.length > 0 ? (
          <Because reasons={reasons} language={language} />
        ) : (
          <span class="because">{texts.everybody}</span>
        )}{' '}
        <BasisNumbers sources={sources} bases={view.bases} language={language} />
      </p>
      {material.guidance ? (
        <p class="card-material-guidance">
          <Local of={material.guidance} language={language} />
        </p>
      ) : null}
    </li>
  )
}

function List({
  title,
  entries,
  toTick = false,
  ...part
}: Part & { title: string; entries: readonly CardMaterial[]; toTick?: boolean }) {
  if (entries.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class={toTick ? 'card-materials card-to-tick' : 'card-materials'}>
        {entries.map((entry) => (
          <Entry entry={entry} {...part} />
        ))}
      </ul>
    </>
  )
}

/** The documents: those to prepare as a list to tick off, those that need not be brought, those that still depend. */
export function CardMaterials({ document, view, language }: Part) {
  const texts = guideTexts[language]
  const part = { document, view, language }
  const certain = (entries: readonly CardMaterial[]) => entries.filter((one) => one.certainty === 'certain')
  const open = [...view.brought, ...view.notBrought].filter((one) => one.certainty === 'open')
  const brought = certain(view.brought)
  return (
    <section class="card-section" aria-labelledby="card-materials">
      <h2 id="card-materials">{pageTexts[language].materials}</h2>
      {brought.length === 0 ? <p>{texts.nothingToBring}</p> : null}
      <List title={texts.bring(brought.length)} entries={brought} toTick {...part} />
      <List
        title={texts.notBring(certain(view.notBrought).length)}
        entries={certain(view.notBrought)}
        {...part}
      />
      <List title={texts.perhapsBring(open.length)} entries={open} {...part} />
    </section>
  )
}
