/** @jsxImportSource hono/jsx */
import { textIn } from '../../schemas/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { publicDocument } from '../view/public-document.ts'
import { DataBlock } from './parts/data-block.tsx'
import { Layout } from './parts/layout.tsx'
import { Local } from './parts/text.tsx'
import type { FormPage, PageContext } from './types.ts'

export const formEntry = 'portal/form/main.tsx'

/** The page around the form island: all it needs stands in a JSON data block, so that nothing more is fetched. */
export function Form({ context, page }: { context: PageContext; page: FormPage }) {
  const { language } = context
  const { version, today, answers } = page
  const { document, number } = version
  const texts = pageTexts[language]
  const data = { language, number, today, answers, document: publicDocument(document) }
  return (
    <Layout
      context={context}
      title={texts.formTitle(textIn(document.citizenTitle, language))}
      entry={formEntry}
    >
      <div class="container">
        <nav class="breadcrumb" aria-label={texts.breadcrumb}>
          <a href={`/b/${document.id}`}>{texts.backToBundle}</a>
        </nav>
        <h1>
          <Local of={document.citizenTitle} language={language} />
        </h1>
        <div id="form" translate="no">
          <p class="form-loading">{texts.formLoading}</p>
        </div>
        <noscript>
          <p class="notice notice-warning">{texts.formNeedsScript}</p>
        </noscript>
      </div>
      <DataBlock id="form-data" value={data} />
    </Layout>
  )
}
