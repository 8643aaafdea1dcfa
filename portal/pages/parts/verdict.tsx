/** @jsxImportSource hono/jsx */
import type { BundleDocument, Decision, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import type { CardMessage, CardView } from '../../view/card.ts'
import { listIn } from '../../view/language.ts'
import { messagesOf } from '../../view/messages.ts'
import { eligibilityIn } from '../../view/summary.ts'
import { sideForm } from './carried.tsx'
import { BasisNumbers, Because } from './reasons.tsx'
import { Local } from './text.tsx'

const symbols = { eligible: '✓', rejected: '✕', refer: '!', open: '?' } as const

function Messages({
  messages,
  view,
  language,
}: {
  messages: readonly CardMessage[]
  view: CardView
  language: Language
}) {
  return (
    <ul class="messages">
      {messages.map(({ message, reasons, sources }) => (
        <li>
          <Local of={message} language={language} /> <Because reasons={reasons} language={language} />{' '}
          <BasisNumbers sources={sources} bases={view.bases} language={language} />
        </li>
      ))}
    </ul>
  )
}

/** What would be in the way, and on which questions that hangs. */
function Open({
  document,
  view,
  language,
}: {
  document: BundleDocument
  view: CardView
  language: Language
}) {
  const texts = guideTexts[language]
  if (view.openRejections.length === 0) return <p>{texts.openReferral}</p>
  return (
    <>
      <p>{texts.openVerdict}</p>
      <ul class="messages">
        {view.openRejections.map(({ message, fields, sources }) => {
          const titles = fields.map((id) =>
            textIn(document.form.fields[id]?.title ?? { 'zh-CN': id }, language),
          )
          return (
            <li>
              <Local of={message} language={language} />{' '}
              {titles.length > 0 ? (
                <span class="because">{texts.dependsOn(listIn(language, titles))}</span>
              ) : null}{' '}
              <BasisNumbers sources={sources} bases={view.bases} language={language} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Buttons to change the answers that stand in the way. */
function Change({
  fields,
  document,
  action,
  language,
}: {
  fields: readonly string[]
  document: BundleDocument
  action: string
  language: Language
}) {
  const texts = guideTexts[language]
  return (
    <ul class="verdict-change no-print">
      {fields.map((id) => (
        <li>
          <button
            class="button button-quiet"
            type="submit"
            form={sideForm}
            formaction={action}
            name="change"
            value={id}
          >
            {texts.changeQuestion(textIn(document.form.fields[id]?.title ?? { 'zh-CN': id }, language))}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Whether one may apply, and why not; then what to mind. */
export function Verdict({
  document,
  decision,
  view,
  action,
  language,
}: {
  document: BundleDocument
  decision: Decision
  view: CardView
  /** Where changing an answer leads. */
  action: string
  language: Language
}) {
  const texts = guideTexts[language]
  const form = formTexts[language]
  const { eligibility } = decision
  const conditions = messagesOf(document, 'reject').length
  const fields = [...new Set(view.rejections.flatMap((message) => message.fields))]
  return (
    <>
      <section class={`verdict verdict-${eligibility}`} aria-labelledby="verdict">
        <h2 class="verdict-title" id="verdict">
          <span class="verdict-symbol" aria-hidden="true">
            {symbols[eligibility]}
          </span>
          {eligibilityIn(decision, language)}
        </h2>
        {eligibility === 'open' ? <Open document={document} view={view} language={language} /> : null}
        {eligibility === 'eligible' && conditions > 0 ? <p>{texts.conditionsMet(conditions)}</p> : null}
        {view.rejections.length > 0 ? (
          <>
            <p>{form.rejectedHint}</p>
            <Messages messages={view.rejections} view={view} language={language} />
            <p class="no-print">{texts.rejectedChange}</p>
            <Change fields={fields} document={document} action={action} language={language} />
          </>
        ) : null}
        {view.referrals.length > 0 ? (
          <>
            <p>{form.referHint}</p>
            <Messages messages={view.referrals} view={view} language={language} />
          </>
        ) : null}
      </section>
      {view.warnings.length > 0 ? (
        <section class="remarks" aria-labelledby="warnings">
          <h2 id="warnings">{form.warnings}</h2>
          <Messages messages={view.warnings} view={view} language={language} />
        </section>
      ) : null}
      {view.notices.length > 0 ? (
        <section class="remarks" aria-labelledby="notices">
          <h2 id="notices">{form.notices}</h2>
          <Messages messages={view.notices} view={view} language={language} />
        </section>
      ) : null}
    </>
  )
}
