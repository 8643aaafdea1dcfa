import { statusOf } from '../domain/receipt.ts'
import { Refusal } from '../domain/refusal.ts'
import { readText } from '../http/request-body.ts'
import type { ReceiptsPage } from '../pages.ts'
import { StoreBusyError } from '../ports.ts'
import type { Services } from '../services.ts'
import type { PageRoute } from './page.ts'

/** Far more than a number and a secret need. */
const maxFormBytes = 4096

/** What a receipt opens belongs to one person: no cache keeps it, and no other site learns where it was. */
const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

async function look(
  { cases, bundles }: Services,
  number: string,
  secret: string,
): Promise<ReceiptsPage['outcome']> {
  try {
    return { kind: 'found', ...(await statusOf(cases, bundles, number, secret)) }
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'unknown-receipt') return { kind: 'not-found' }
    if (error instanceof StoreBusyError) return { kind: 'unavailable' }
    throw error
  }
}

const statuses = { empty: 200, found: 200, 'not-found': 404, unavailable: 503 } as const

export const receiptRoutes: PageRoute[] = [
  {
    method: 'GET',
    path: '/receipts',
    async answer({ pages, context }) {
      return { html: pages.receipts(context, { number: '', outcome: { kind: 'empty' } }), headers }
    },
  },
  {
    method: 'POST',
    path: '/receipts',
    async answer({ request, services, pages, context }) {
      const form = new URLSearchParams(await readText(request, maxFormBytes))
      const number = (form.get('number') ?? '').trim()
      const outcome = await look(services, number, (form.get('secret') ?? '').trim())
      return { html: pages.receipts(context, { number, outcome }), status: statuses[outcome.kind], headers }
    },
  },
]
