/** @jsxImportSource hono/jsx */
import type { BundleDocument, CaseStatus, Language } from '../../schemas/index.ts'
import { receiptNumberPattern } from '../../schemas/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'
import { amountIn, chargeTitle } from '../view/charge.ts'
import { momentIn } from '../view/language.ts'
import { departmentsByStage } from '../view/stages.ts'
import { Layout } from './parts/layout.tsx'
import { MaterialList } from './parts/materials.tsx'
import { Local } from './parts/text.tsx'
import type { PageContext, ReceiptsPage } from './types.ts'

function LookUp({ number, language, failed }: { number: string; language: Language; failed: boolean }) {
  const texts = pageTexts[language]
  const describedBy = (id: string) => (failed ? `${id}-hint receipt-problem` : `${id}-hint`)
  return (
    <form class="look-up" action="/receipts" method="post">
      <div class="field">
        <label class="label" for="number">
          {texts.receiptNumber}
        </label>
        <p class="hint" id="number-hint">
          {texts.receiptNumberHint}
        </p>
        <input
          class="input input-number"
          id="number"
          name="number"
          value={number}
          required
          pattern={receiptNumberPattern.replace(/^\^|\$$/g, '')}
          maxlength={40}
          autocomplete="off"
          aria-describedby={describedBy('number')}
          aria-invalid={failed ? 'true' : undefined}
        />
      </div>
      <div class="field">
        <label class="label" for="secret">
          {texts.receiptSecret}
        </label>
        <p class="hint" id="secret-hint">
          {texts.receiptSecretHint}
        </p>
        <input
          class="input input-number"
          id="secret"
          name="secret"
          required
          maxlength={200}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={describedBy('secret')}
          aria-invalid={failed ? 'true' : undefined}
        />
      </div>
      <button class="button" type="submit">
        {texts.showStatus}
      </button>
    </form>
  )
}

function Status({
  status,
  document,
  language,
}: {
  status: CaseStatus
  document: BundleDocument
  language: Language
}) {
  const texts = pageTexts[language]
  const shared = sharedTexts[language]
  const { decision } = status
  return (
    <>
      <div class="panel panel-success">
        <p class="panel-number">{status.number}</p>
        <p class="panel-title">
          <Local of={status.title} language={language} />
        </p>
      </div>
      <dl class="figures">
        <div>
          <dt>{texts.statusState}</dt>
          <dd>
            <strong>{texts.states[status.state]}</strong>
          </dd>
        </div>
        <div>
          <dt>{texts.statusReceived}</dt>
          <dd>
            <time datetime={status.receivedAt}>{momentIn(language, status.receivedAt)}</time>
          </dd>
        </div>
        <div>
          <dt>{texts.statusLimit}</dt>
          <dd>
            {decision.limit.days === null ? shared.noLimitSet : shared.workingDays(decision.limit.days)}
          </dd>
        </div>
        {decision.fees.map((charge) => (
          <div>
            <dt>
              <Local of={chargeTitle(document, charge.id)} language={language} />
            </dt>
            <dd>{amountIn(document, charge, language) ?? texts.feesOpen}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.statusVersion}</dt>
          <dd>{texts.versionNumber(status.version)}</dd>
        </div>
      </dl>
      <h2>{texts.statusDepartments}</h2>
      <ol class="stages">
        {departmentsByStage(document, decision).map(({ stage, title, departments }) => (
          <li class="stage">
            <h3 class="stage-title">
              {title ? <Local of={title} language={language} /> : shared.stage(stage)}
            </h3>
            <ul class="stage-items">
              {departments.map(({ name, mode }) => (
                <li class="stage-item">
                  <span class="material-name">
                    <Local of={name} language={language} />
                  </span>{' '}
                  <span class="hint">
                    <Local of={mode} language={language} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <h2>{texts.statusMaterials}</h2>
      <p class="section-hint">{texts.statusMaterialsHint}</p>
      <MaterialList
        document={document}
        inclusions={decision.materials}
        language={language}
        words={{ certain: shared.certain, open: shared.open }}
      />
      <p>
        <a href="/receipts">{texts.lookUpAnother}</a>
      </p>
    </>
  )
}

function Problem({ title, hint }: { title: string; hint: string }) {
  return (
    <div class="notice notice-error" id="receipt-problem" role="alert">
      <h2 class="notice-title">{title}</h2>
      <p>{hint}</p>
    </div>
  )
}

/** Status of an application by receipt number and secret. The secret is never in an address and never shown again. */
export function Receipts({ context, page }: { context: PageContext; page: ReceiptsPage }) {
  const { language } = context
  const texts = pageTexts[language]
  const { outcome } = page
  const found = outcome.kind === 'found'
  return (
    <Layout context={context} title={found ? texts.statusTitle : texts.receiptsTitle}>
      <div class="container container-narrow">
        <h1>{found ? texts.statusTitle : texts.receiptsTitle}</h1>
        {outcome.kind === 'not-found' ? (
          <Problem title={texts.receiptNotFound} hint={texts.receiptNotFoundHint} />
        ) : null}
        {outcome.kind === 'unavailable' ? (
          <Problem title={texts.receiptUnavailable} hint={texts.receiptUnavailableHint} />
        ) : null}
        {outcome.kind === 'found' ? (
          <Status status={outcome.status} document={outcome.document} language={language} />
        ) : (
          <>
            <p class="lead">{texts.receiptsLead}</p>
            <LookUp number={page.number} language={language} failed={outcome.kind === 'not-found'} />
          </>
        )}
      </div>
    </Layout>
  )
}
