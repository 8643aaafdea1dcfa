/** @jsxImportSource hono/jsx */
import type { Language } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'

/** How far a walk through questions is. How many are left is an estimate: each answer can make others unnecessary. */
export function Progress({
  answered,
  left,
  language,
}: {
  answered: number
  left: number
  language: Language
}) {
  const texts = guideTexts[language]
  return (
    <div class="walk-progress">
      <p id="progress">{texts.progress(answered, left)}</p>
      <progress max={answered + left} value={answered} aria-labelledby="progress"></progress>
    </div>
  )
}
