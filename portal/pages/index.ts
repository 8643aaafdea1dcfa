/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Bundle } from './bundle.tsx'
import { Catalogue } from './catalogue.tsx'
import { Failure, NotFound } from './failure.tsx'
import { Form } from './form.tsx'
import { Receipts } from './receipts.tsx'
import type { BundlePage, CataloguePage, FailurePage, FormPage, PageContext, ReceiptsPage } from './types.ts'

async function documentOf(root: JSX.Element): Promise<string> {
  return `<!doctype html>${await root.toString()}`
}

/** The server-rendered pages: pure functions from data to a whole HTML document, readable without any script. */
export const pages = {
  catalogue: (context: PageContext, page: CataloguePage) =>
    documentOf(<Catalogue context={context} page={page} />),
  bundle: (context: PageContext, page: BundlePage) => documentOf(<Bundle context={context} page={page} />),
  form: (context: PageContext, page: FormPage) => documentOf(<Form context={context} page={page} />),
  receipts: (context: PageContext, page: ReceiptsPage) =>
    documentOf(<Receipts context={context} page={page} />),
  notFound: (context: PageContext) => documentOf(<NotFound context={context} />),
  failure: (context: PageContext, page: FailurePage) => documentOf(<Failure context={context} page={page} />),
}
