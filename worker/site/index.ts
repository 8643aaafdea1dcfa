import { bundleRoute, formRoute } from './bundle.ts'
import { catalogueRoute } from './catalogue.ts'
import type { PageRoute } from './page.ts'
import { receiptRoutes } from './receipts.ts'
import { selfTestRoute } from './self-test.ts'

/** The citizens' pages, line by line. */
export const pageRoutes: readonly PageRoute[] = [
  catalogueRoute,
  bundleRoute,
  formRoute,
  ...receiptRoutes,
  selfTestRoute,
]
