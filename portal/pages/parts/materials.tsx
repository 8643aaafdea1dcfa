/** @jsxImportSource hono/jsx */
import type { BundleDocument, Certainty, Inclusion, Language, Material } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
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

function facts(material: Material, language: Language): string[] {
  const texts = sharedTexts[language]
  const { originals, copies, medium, deferrable, issuer, source } = material
  const toHandIn = source !== 'shared' && source !== 'generated'
  return [
    ...(toHandIn ? [texts.medium[medium]] : []),
    ...(originals > 0 ? [texts.originals(originals)] : []),
    ...(copies > 0 ? [texts.copies(copies)] : []),
    ...(deferrable ? [texts.deferrable] : []),
    ...(source === 'applicant' || source === 'generated' ? [] : [texts.issuer(textIn(issuer, language))]),
  ]
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
              {facts(material, language).map((fact) => (
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

/** Whether the applicant has to bring it. */
export function isBrought(document: BundleDocument, { id }: Inclusion): boolean {
  const source = document.materials[id]?.source
  return source !== 'shared' && source !== 'generated'
}
