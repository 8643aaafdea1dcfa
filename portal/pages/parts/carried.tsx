/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { PageContext, Walk } from '../types.ts'

/** Where a form of this page sends to: inside another site's page, language and view stay in the address. */
export function addressAt({ address, embedded }: PageContext, path: string): string {
  const query = embedded ? address.split('?')[1] : undefined
  return query ? `${path}?${query}` : path
}

/** Answers and the questions dealt with, carried along without standing in any address or store. */
export function CarriedWalk({ walk, question }: { walk: Walk; question?: string | undefined }) {
  return (
    <>
      <input type="hidden" name="answers" value={JSON.stringify(walk.answers)} />
      <input type="hidden" name="trail" value={walk.trail.join(' ')} />
      {question ? <input type="hidden" name="question" value={question} /> : null}
    </>
  )
}

/**
 * The form that buttons outside the question belong to: those that change an answer, and the switches in the header. A
 * form of their own, so that the Enter key in the question's form always means “next”.
 */
export const sideForm = 'side'

export function SideForm({ action, children }: { action: string; children: Child }) {
  return (
    <form id={sideForm} method="post" action={action} hidden>
      {children}
    </form>
  )
}
