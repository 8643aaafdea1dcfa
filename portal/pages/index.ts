import type { HtmlEscapedString } from 'hono/utils/html'
import { Bundle } from './bundle.tsx'
import { Card } from './card.tsx'
import { Catalogue } from './catalogue.tsx'
import { Failure, NotFound } from './failure.tsx'
import { Form } from './form.tsx'
import { Interview } from './interview.tsx'
import { Precheck } from './precheck.tsx'
import { Receipts } from './receipts.tsx'
import { SelfTest } from './self-test.tsx'
import type {
  BundlePage,
  CardPage,
  CataloguePage,
  FailurePage,
  FormPage,
  InterviewPage,
  PageContext,
  PrecheckPage,
  ReceiptsPage,
  SelfTestPage,
} from './types.ts'

async function documentOf(root: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> {
  return `<!doctype html>${await root.toString()}`
}

/** The server-rendered pages: pure functions from data to a whole HTML document, readable without any script. */
export const pages = {
  catalogue: (context: PageContext, page: CataloguePage) => documentOf(Catalogue({ context, page })),
  bundle: (context: PageContext, page: BundlePage) => documentOf(Bundle({ context, page })),
  form: (context: PageContext, page: FormPage) => documentOf(Form({ context, page })),
  precheck: (context: PageContext, page: PrecheckPage) => documentOf(Precheck({ context, page })),
  card: (context: PageContext, page: CardPage) => documentOf(Card({ context, page })),
  interview: (context: PageContext, page: InterviewPage) => documentOf(Interview({ context, page })),
  receipts: (context: PageContext, page: ReceiptsPage) => documentOf(Receipts({ context, page })),
  selfTest: (context: PageContext, page: SelfTestPage) => documentOf(SelfTest({ context, page })),
  notFound: (context: PageContext) => documentOf(NotFound({ context })),
  failure: (context: PageContext, page: FailurePage) => documentOf(Failure({ context, page })),
}
