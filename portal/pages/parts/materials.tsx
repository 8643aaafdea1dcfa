/** @jsxImportSource hono/jsx */
import type { BundleDocument, Certainty, Inclusion, Language, Material } from '../../../schemas/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { materialFacts } from '../../view/material.ts'
import { Basis, Local } from './text.tsx'

/** Who brings a material, in a word. */
export function SourceTag({ source, language }: { source: Material['source']; language: Language }) {
  const texts = sharedTexts[language]
  return (
    <span class={`tag tag-source-${source}`} title={texts.sourceHints[source]}>
      {texts.sources[source]}
    </span>
  )
}

/** 确定 or 待定, with words of the page's own. */
export function CertaintyTag({
  certainty,
  words,
}: {
  certainty: Certainty
  words: { certain: string; open: string }
}) {
  return <span class={`tag tag-${certainty}`}>{words[certainty]}</span>
}

/** Materials with who brings them, how many, and whether they are certainly needed. */
export function MaterialList({
  document,
  inclusions,
  language,
  words,
}: {
  document: BundleDocument
  inclusions: readonly Inclusion[]
  language: Language
  words: { certain: string; open: string }
}) {
  return (
    <ul class="materials">
      {inclusions.map(({ id, certainty }) => {
        const material = document.materials[id]
        if (!material) return null
        return (
          <li class="material">
            <div class="material-head">
              <span class="material-name">
                <Local of={material.name} language={language} />
              </span>
              <span class="tags">
                <SourceTag source={material.source} language={language} />
                <CertaintyTag certainty={certainty} words={words} />
              </span>
            </div>
            <ul class="facts">
              {materialFacts(material, language).map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
            {material.guidance ? (
              <p class="hint">
                <Local of={material.guidance} language={language} />
              </p>
            ) : null}
            <Basis
              basis={material.basis}
              verified={material.verified !== undefined || material.basis === undefined}
              language={language}
            />
          </li>
        )
      })}
    </ul>
  )
}
