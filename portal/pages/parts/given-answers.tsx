/** @jsxImportSource hono/jsx */
import type { Field, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { answerIn } from '../../view/answer.ts'
import type { Walk } from '../types.ts'
import { sideForm } from './carried.tsx'
import { Local } from './text.tsx'

/** Every question dealt with and its answer, each with a button to change it. */
export function GivenAnswers({
  walk,
  fieldOf,
  action,
  language,
}: {
  walk: Walk
  fieldOf: (id: string) => Field | undefined
  /** Where a change goes on; the side form's own address unless given. */
  action?: string
  language: Language
}) {
  const texts = guideTexts[language]
  return (
    <dl class="given">
      {walk.trail.map((id) => {
        const field = fieldOf(id)
        if (!field) return null
        const isSkipped = !Object.hasOwn(walk.answers, id)
        return (
          <div class={walk.answers[id] === null ? 'no-print' : undefined}>
            <dt>
              <Local of={field.title} language={language} />
            </dt>
            <dd>
              <span class={isSkipped ? 'given-skipped' : undefined}>
                {isSkipped ? texts.skipped : answerIn(field, walk.answers[id], language)}
              </span>
              <button
                class="link-button no-print"
                type="submit"
                form={sideForm}
                formaction={action}
                name="change"
                value={id}
              >
                {isSkipped ? texts.answerNow : texts.change}
                <span class="visually-hidden"> {textIn(field.title, language)}</span>
              </button>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
