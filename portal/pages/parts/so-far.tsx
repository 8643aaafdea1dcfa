/** @jsxImportSource hono/jsx */
import type { BundleDocument, Decision, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { byCertainty } from '../../view/certainty.ts'
import { amountIn, chargeTitle } from '../../view/charge.ts'
import { listIn } from '../../view/language.ts'
import { departmentName } from '../../view/stages.ts'
import { eligibilityIn, limitIn } from '../../view/summary.ts'
import { SourceTag } from './materials.tsx'
import { Local } from './text.tsx'

/** What is certain whatever is answered next: eligibility, days, documents, departments, fees. */
export function SoFar({
  document,
  decision,
  language,
}: {
  document: BundleDocument
  decision: Decision
  language: Language
}) {
  const texts = guideTexts[language]
  const form = formTexts[language]
  const materials = byCertainty(decision.materials)
  const tasks = byCertainty(decision.tasks).certain
  const departments = [...new Set(tasks.map(({ department }) => department))]
  const fees = byCertainty(decision.fees).certain
  return (
    <aside class="so-far" aria-labelledby="so-far">
      <h2 id="so-far">{texts.soFar}</h2>
      <p class={`so-far-verdict so-far-${decision.eligibility}`}>{eligibilityIn(decision, language)}</p>
      <dl class="so-far-facts">
        <div>
          <dt>{form.limit}</dt>
          <dd>{limitIn(decision, language)}</dd>
        </div>
        <div>
          <dt>{form.departments}</dt>
          <dd>
            {departments.length > 0
              ? listIn(
                  language,
                  departments.map((code) => textIn(departmentName(document, code), language)),
                )
              : texts.nothingYet}
          </dd>
        </div>
        {fees.map((charge) => (
          <div>
            <dt>
              <Local of={chargeTitle(document, charge.id)} language={language} />
            </dt>
            <dd>{amountIn(document, charge, language) ?? texts.nothingYet}</dd>
          </div>
        ))}
        <div>
          <dt>
            {form.materials}{' '}
            <span class="count">{texts.materialCount(materials.certain.length, materials.open.length)}</span>
          </dt>
          <dd>
            <ul class="so-far-materials">
              {materials.certain.map(({ id }) => {
                const material = document.materials[id]
                return material ? (
                  <li>
                    <Local of={material.name} language={language} />{' '}
                    <SourceTag source={material.source} language={language} />
                  </li>
                ) : null
              })}
            </ul>
          </dd>
        </div>
      </dl>
    </aside>
  )
}
