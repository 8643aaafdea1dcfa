import { useRef, useState } from 'react'
import { answersToSubmit, type Overview } from '../state/overview.ts'
import { moved, renewed, type Session } from '../state/session.ts'
import { refusedByServer } from '../state/walk.ts'
import { currentVersion } from '../submit/current-version.ts'
import type { Outcome } from '../submit/outcome.ts'
import { Submitter } from '../submit/submitter.ts'
import type { Setback } from './review.tsx'

type Change = (session: Session) => Session

/** Sends the application and turns the server's answer into the next session, or into a setback to tell about. */
export function useSubmission(update: (change: Change) => void) {
  const submitter = useRef<Submitter>(undefined)
  const [sending, setSending] = useState(false)
  const [setback, setSetback] = useState<Setback>()
  const [attempt, setAttempt] = useState(0)

  async function renew(bundle: string): Promise<Setback | undefined> {
    try {
      const { document, number } = await currentVersion(bundle, fetch)
      update((session) => renewed(session, document, number))
      return undefined
    } catch {
      return { kind: 'reload-failed' }
    }
  }

  async function settle(outcome: Outcome, session: Session): Promise<Setback | undefined> {
    switch (outcome.kind) {
      case 'received':
        update((now) => moved(now, { kind: 'receipt', receipt: outcome.receipt }))
        return undefined
      case 'stale':
        return renew(session.document.id)
      case 'invalid': {
        const shown = refusedByServer(session, outcome.faults)
        if (!shown) return { kind: 'not-eligible', faults: outcome.faults }
        update(() => shown)
        return undefined
      }
      default:
        return outcome
    }
  }

  async function submit(session: Session, overview: Overview): Promise<void> {
    submitter.current ??= new Submitter((...request) => fetch(...request))
    setSending(true)
    const { document, number } = session
    const answers = answersToSubmit(session, overview)
    const outcome = await submitter.current.submit({ bundle: document.id, version: number, answers })
    setSetback(await settle(outcome, session))
    setAttempt((attempts) => attempts + 1)
    setSending(false)
  }
  return { sending, setback, attempt, submit, forget: () => setSetback(undefined) }
}
