/** @jsxImportSource hono/jsx */
import type { BundleDocument, Language } from '../../../schemas/index.ts'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { numberIn } from '../../view/language.ts'

const figures = ['items', 'steps', 'visits', 'days', 'materials'] as const

/** The five reductions (减事项、减环节、减跑动、减时限、减材料): before, and as announced. */
export function Reductions({ document, language }: { document: BundleDocument; language: Language }) {
  const texts = pageTexts[language]
  return (
    <>
      <p class="section-hint">
        <strong class="tag tag-demo">{sharedTexts[language].demoTitle}</strong> {texts.reductionsHint}
      </p>
      <ul class="reductions">
        {figures.map((figure) => {
          const before = document.baseline[figure]
          const after = document.announced[figure]
          return (
            <li class="reduction">
              <span class="visually-hidden">{texts.reduction(texts.figures[figure], before, after)}</span>
              <span class="reduction-name" aria-hidden="true">
                {texts.figures[figure]}
              </span>
              <span class="reduction-figures" aria-hidden="true">
                <span class="reduction-before">
                  {numberIn(language, before)} <small>{texts.before}</small>
                </span>
                <span class="reduction-arrow">→</span>
                <strong class="reduction-after">
                  {numberIn(language, after)} <small>{texts.after}</small>
                </strong>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
