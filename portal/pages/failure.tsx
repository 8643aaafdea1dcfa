/** @jsxImportSource hono/jsx */
import { pageTexts } from '../texts/pages/index.ts'
import { Layout } from './parts/layout.tsx'
import { Local } from './parts/text.tsx'
import type { FailurePage, PageContext } from './types.ts'

export function NotFound({ context }: { context: PageContext }) {
  const texts = pageTexts[context.language]
  return (
    <Layout context={context} title={texts.notFoundTitle}>
      <div class="container container-narrow">
        <h1>{texts.notFoundTitle}</h1>
        <p class="lead">{texts.notFoundHint}</p>
        <p>
          <a class="button" href="/">
            {texts.toCatalogue}
          </a>
        </p>
      </div>
    </Layout>
  )
}

/** What went wrong, in words, with a reference to quote and no detail of the inside. */
export function Failure({ context, page }: { context: PageContext; page: FailurePage }) {
  const { language } = context
  const texts = pageTexts[language]
  return (
    <Layout context={context} title={texts.failureTitle}>
      <div class="container container-narrow">
        <h1>{texts.failureTitle}</h1>
        <p class="lead">
          <Local of={page.title} language={language} />
        </p>
        <p>{texts.failureHint}</p>
        {page.instance ? <p class="hint">{texts.failureReference(page.instance)}</p> : null}
        <p>
          <a class="button" href="/">
            {texts.toCatalogue}
          </a>
        </p>
      </div>
    </Layout>
  )
}
