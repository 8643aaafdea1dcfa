/** @jsxImportSource hono/jsx */
import type { Language } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { type Diagnosis, diagnose, type Lack, leastPolicy } from '../embed/diagnosis.ts'
import { embedTexts } from '../texts/embed/index.ts'
import { Layout } from './parts/layout.tsx'
import type { PageContext, SelfTestPage } from './types.ts'

/** Code to copy. Reached by the keyboard, because it may have to be scrolled. */
function Code({ text, label }: { text: string; label: string }) {
  return (
    <section class="code" tabindex={0} aria-label={label}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  )
}

function Question({ page, language, wrong }: { page: SelfTestPage; language: Language; wrong: boolean }) {
  const texts = embedTexts[language]
  return (
    <form class="look-up" action="/embed/self-test" method="get">
      <div class="field">
        <label class="label" for="bundle">
          {texts.bundle}
        </label>
        <select class="input" id="bundle" name="bundle">
          {page.bundles.map(({ id, citizenTitle }) => (
            <option value={id} selected={id === page.asked.bundle}>
              {textIn(citizenTitle, language)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label class="label" for="site">
          {texts.site}
        </label>
        <p class="hint" id="site-hint">
          {texts.siteHint}
        </p>
        {wrong ? (
          <p class="fault" id="site-fault" role="alert">
            {texts.siteWrong}
          </p>
        ) : null}
        <input
          class="input"
          id="site"
          name="site"
          value={page.asked.site}
          required
          maxlength={200}
          inputmode="url"
          autocomplete="url"
          aria-describedby={wrong ? 'site-hint site-fault' : 'site-hint'}
          aria-invalid={wrong ? 'true' : undefined}
        />
      </div>
      <div class="field">
        <label class="label" for="policy">
          {texts.policy}
        </label>
        <p class="hint" id="policy-hint">
          {texts.policyHint}
        </p>
        <textarea
          class="input"
          id="policy"
          name="policy"
          rows={4}
          maxlength={4000}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="policy-hint"
        >
          {page.asked.policy}
        </textarea>
      </div>
      <button class="button" type="submit">
        {texts.check}
      </button>
    </form>
  )
}

function Lacking({ lack, language }: { lack: Lack; language: Language }) {
  const texts = embedTexts[language]
  switch (lack.kind) {
    case 'not-listed':
      return (
        <>
          <p>{texts.notListed(lack.origin)}</p>
          <Code text={`"embed": { "origins": ["${lack.origin}"] }`} label="embed.origins" />
        </>
      )
    case 'directive':
      return (
        <>
          <p>{texts.directive}</p>
          <Code text={lack.directive} label="Content-Security-Policy" />
        </>
      )
    case 'sandbox':
      return <p>{texts.sandbox(lack.tokens.join(' '))}</p>
    default:
      return <p>{texts[lack.kind]}</p>
  }
}

function Result({ diagnosis, language }: { diagnosis: Diagnosis; language: Language }) {
  const texts = embedTexts[language]
  const { origin, lacks } = diagnosis
  return (
    <section class="section" aria-labelledby="result">
      <h2 id="result">{texts.resultTitle(origin)}</h2>
      {lacks.length === 0 ? (
        <div class="notice notice-success">
          <h3 class="notice-title">{texts.complete}</h3>
          <p>{texts.completeHint}</p>
        </div>
      ) : (
        <div class="notice notice-warning">
          <h3 class="notice-title">{texts.lacking(lacks.length)}</h3>
          <ol>
            {lacks.map((lack) => (
              <li>
                <Lacking lack={lack} language={language} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

/** What an integrator puts into a page. Ids and origins hold no character that HTML gives a meaning to. */
function snippet(page: SelfTestPage, language: Language): string {
  const { server, asked } = page
  const address = `${server}/f/${asked.bundle}`
  const bundle = page.bundles.find(({ id }) => id === asked.bundle)
  const title = bundle ? textIn(bundle.citizenTitle, language).replaceAll('"', '&quot;') : ''
  return `<script src="${server}/embed.js" async></script>
<yijianshi-form src="${address}" lang="${language}" title="${title}">
  <a href="${address}">${embedTexts[language].formLink}</a>
</yijianshi-form>`
}

function liveCheck(page: SelfTestPage, language: Language): string {
  return `<div data-yijianshi-check>${embedTexts[language].liveStays(page.server)}</div>
<script src="${page.server}/embed-check.js"></script>
${snippet(page, language).replace('<yijianshi-form ', '<yijianshi-form loading="eager" ')}`
}

/** What another site still lacks before it can embed a form, and the code to put into it. */
export function SelfTest({ context, page }: { context: PageContext; page: SelfTestPage }) {
  const { language } = context
  const texts = embedTexts[language]
  const { server, listed, asked } = page
  const diagnosis = asked.site ? diagnose({ server, listed, ...asked }) : undefined
  return (
    <Layout context={context} title={texts.title}>
      <div class="container container-narrow">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <Question page={page} language={language} wrong={asked.site !== '' && !diagnosis} />
        {diagnosis ? <Result diagnosis={diagnosis} language={language} /> : null}
        <section class="section" aria-labelledby="policy-least">
          <h2 id="policy-least">{texts.policyTitle}</h2>
          <Code text={leastPolicy(server).join('\n')} label={texts.policyTitle} />
          <p class="section-hint">{texts.policyNone}</p>
        </section>
        {listed ? (
          <>
            <section class="section" aria-labelledby="snippet">
              <h2 id="snippet">{texts.snippetTitle}</h2>
              <Code text={snippet(page, language)} label={texts.snippetTitle} />
            </section>
            <section class="section" aria-labelledby="live">
              <h2 id="live">{texts.liveTitle}</h2>
              <p class="section-hint">{texts.liveHint}</p>
              <Code text={liveCheck(page, language)} label={texts.liveTitle} />
            </section>
          </>
        ) : null}
      </div>
    </Layout>
  )
}
