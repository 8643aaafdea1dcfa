import { useState } from 'react'
import type { BundleDocument, Language, Receipt } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { departmentTotals } from '../../view/stages.ts'
import { limitIn } from '../../view/summary.ts'

function Copy({ text, language }: { text: string; language: Language }) {
  const texts = formTexts[language]
  const [state, setState] = useState<'copied' | 'copyFailed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // Not every browser lets a page copy; the number and secret stand there to be written down.
      setState('copyFailed')
    }
  }
  return (
    <>
      <button className="button button-quiet" type="button" onClick={copy}>
        {texts.copy}
      </button>
      <span role="status">{state ? texts[state] : ''}</span>
    </>
  )
}

/** 回执: number and secret, shown once, and what happens next. */
export function ReceiptView({
  receipt,
  document,
  language,
}: {
  receipt: Receipt
  document: BundleDocument
  language: Language
}) {
  const texts = formTexts[language]
  const shared = sharedTexts[language]
  const { decision, number, secret } = receipt
  const toBring = decision.materials.flatMap(({ id }) => {
    const material = document.materials[id]
    return material && material.source !== 'shared' && material.source !== 'generated'
      ? [{ id, material }]
      : []
  })
  return (
    <div className="receipt">
      <div className="panel">
        <dl className="receipt-codes">
          <div>
            <dt>{texts.receiptNumber}</dt>
            <dd className="panel-number">{number}</dd>
          </div>
          <div>
            <dt>{texts.receiptSecret}</dt>
            <dd className="panel-number">{secret}</dd>
          </div>
        </dl>
        <p>{texts.receiptSecretHint}</p>
      </div>
      <div className="form-actions no-print">
        <Copy text={texts.receiptCopy(number, secret)} language={language} />
        <button className="button button-quiet" type="button" onClick={() => window.print()}>
          {texts.print}
        </button>
      </div>
      <h2>{texts.whatNext}</h2>
      <ol className="what-next">
        <li>
          {decision.eligibility === 'refer'
            ? texts.nextReferral
            : texts.nextDepartments(departmentTotals(decision).certain)}
        </li>
        {decision.limit.days === null ? null : <li>{texts.nextLimit(limitIn(decision, language))}</li>}
        <li>
          {toBring.length > 0 ? texts.nextMaterials(toBring.length) : texts.nextNoMaterials}
          <ul>
            {toBring.map(({ id, material }) => (
              <li key={id}>
                {textIn(material.name, language)}{' '}
                <span className="hint">
                  {material.originals > 0
                    ? shared.originals(material.originals)
                    : shared.medium[material.medium]}
                </span>
              </li>
            ))}
          </ul>
        </li>
        <li>
          {texts.nextTrack}
          <a href="/receipts">{texts.trackLink}</a>
        </li>
      </ol>
      <p className="no-print">
        <a href="/">{texts.anotherCase}</a>
      </p>
    </div>
  )
}
