import { useEffect, useRef } from 'react'
import type { Host } from '../../embed/frame/host.ts'
import type { Session } from '../state/session.ts'

/** Keeps whoever shows the form told how far it is. */
export function useHost(host: Host, { answers, place }: Session, isUnreachable: boolean): void {
  const atFirst = useRef(answers)
  const begun = answers !== atFirst.current
  const number = place.kind === 'receipt' ? place.receipt.number : undefined
  useEffect(() => host.ready(), [host])
  useEffect(() => {
    if (begun) host.begun()
  }, [host, begun])
  useEffect(() => {
    if (number !== undefined) host.submitted(number)
  }, [host, number])
  useEffect(() => {
    if (isUnreachable) host.unreachable()
  }, [host, isUnreachable])
}
