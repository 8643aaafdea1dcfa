import type { BundleDocument, Decision, Language, Message } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { byCertainty } from '../../view/certainty.ts'
import { sourceOfRule } from '../../view/source.ts'
import { eligibilityIn } from '../../view/summary.ts'
import { Basis } from './basis.tsx'
import { Outcome } from './outcome.tsx'

interface Part {
  document: BundleDocument
  language: Language
}

function Messages({
  messages,
  type,
  document,
  language,
}: Part & { messages: readonly Message[]; type: 'reject' | 'refer' | 'warn' | 'inform' }) {
  return (
    <ul className="messages">
      {messages.map(({ rule, message }) => {
        const source = sourceOfRule(document, rule)
        return (
          <li key={rule}>
            <Outcome about={{ type, id: rule }} language={language}>
              {textIn(message, language)}
            </Outcome>
            {source ? <Basis {...source} language={language} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

const symbols = { eligible: '✓', rejected: '✕', refer: '!', open: '?' } as const

/** Whether the applicant may apply, and if not, why: 可以办理, 不能办理, 需要人工研判, or how many questions decide it. */
export function Eligibility({ decision, document, language }: Part & { decision: Decision }) {
  const texts = formTexts[language]
  const rejections = byCertainty(decision.rejections)
  const referrals = byCertainty(decision.referrals).certain
  const { eligibility, ask } = decision
  return (
    <section className={`verdict verdict-${eligibility}`}>
      <p className="verdict-title">
        <span className="verdict-symbol" aria-hidden="true">
          {symbols[eligibility]}
        </span>
        {eligibilityIn(decision, language)}
      </p>
      {eligibility === 'open' && ask.length > 0 ? <p>{texts.undecided(ask.length)}</p> : null}
      {rejections.certain.length > 0 ? (
        <>
          <p>{texts.rejectedHint}</p>
          <Messages messages={rejections.certain} type="reject" document={document} language={language} />
        </>
      ) : null}
      {referrals.length > 0 ? (
        <>
          <p>{texts.referHint}</p>
          <Messages messages={referrals} type="refer" document={document} language={language} />
        </>
      ) : null}
    </section>
  )
}

/** Warnings and things good to know, once they are certain. */
export function Remarks({ decision, document, language }: Part & { decision: Decision }) {
  const texts = formTexts[language]
  const warnings = byCertainty(decision.warnings).certain
  const notices = byCertainty(decision.notices).certain
  return (
    <>
      {warnings.length > 0 ? (
        <section className="remarks">
          <h3>{texts.warnings}</h3>
          <Messages messages={warnings} type="warn" document={document} language={language} />
        </section>
      ) : null}
      {notices.length > 0 ? (
        <section className="remarks">
          <h3>{texts.notices}</h3>
          <Messages messages={notices} type="inform" document={document} language={language} />
        </section>
      ) : null}
    </>
  )
}
