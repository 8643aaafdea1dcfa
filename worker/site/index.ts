import { bundleRoute, formRoutes } from './bundle.ts'
import { cardRoutes } from './card.ts'
import { catalogueRoute } from './catalogue.ts'
import { interviewRoutes } from './interview.ts'
import type { PageRoute } from './page.ts'
import { precheckRoutes } from './precheck.ts'
import { receiptRoutes } from './receipts.ts'
import { selfTestRoute } from './self-test.ts'

/** The citizens' pages, line by line. */
export const pageRoutes: readonly PageRoute[] = [
  catalogueRoute,
  bundleRoute,
  ...formRoutes,
  ...precheckRoutes,
  ...cardRoutes,
  ...interviewRoutes,
  ...receiptRoutes,
  selfTestRoute,
]
