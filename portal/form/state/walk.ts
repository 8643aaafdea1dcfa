import { overviewOf, type StepOverview } from './overview.ts'
import { fieldOfFault, moved, type Place, passed, refused, type Session } from './session.ts'

/** The place after a step: the next step, or on the way back to the review the next one that is not complete. */
function placeAfter(session: Session, step: string): Place {
  const { steps } = overviewOf(session, 'zh-CN')
  const next = session.reviewed
    ? steps.find(({ complete }) => !complete)
    : steps[steps.findIndex(({ id }) => id === step) + 1]
  return next ? { kind: 'step', id: next.id } : { kind: 'review' }
}

/** The session after the applicant asked to go on from a step: moved on, or refused with what is wrong in the step. */
export function submitStep(session: Session, step: string): Session {
  const { steps, faults } = overviewOf(session, 'zh-CN')
  const fields = steps.find(({ id }) => id === step)?.fields ?? []
  const own = faults.filter((fault) => fields.includes(fieldOfFault(fault)))
  if (own.length > 0) return refused(session, own)
  const after = passed(session, step, fields)
  return moved(after, placeAfter(after, step))
}

/** The session at a place, if the applicant may go there; otherwise where the first unfinished step is. */
export function goTo(session: Session, place: Place): Session {
  const { steps, complete } = overviewOf(session, 'zh-CN')
  if (place.kind === 'review' ? complete : place.kind === 'step' && isReachable(steps, place.id)) {
    return moved(session, place)
  }
  const unfinished = steps.findLast(({ reachable }) => reachable)
  return unfinished ? moved(session, { kind: 'step', id: unfinished.id }) : session
}

function isReachable(steps: readonly StepOverview[], id: string): boolean {
  return steps.some((step) => step.id === id && step.reachable)
}

/** The step before, or undefined at the first. */
export function stepBefore(steps: readonly StepOverview[], place: Place): StepOverview | undefined {
  if (place.kind === 'review') return steps.at(-1)
  return place.kind === 'step' ? steps[steps.findIndex(({ id }) => id === place.id) - 1] : undefined
}

/** The session with the server's faults shown in the first step that has one; undefined where none is about an answer. */
export function refusedByServer(session: Session, faults: Session['faults']): Session | undefined {
  const { steps } = overviewOf(session, 'zh-CN')
  const step = steps.find(({ fields }) => faults.some((fault) => fields.includes(fieldOfFault(fault))))
  return step && refused(moved(session, { kind: 'step', id: step.id }), faults)
}
