import { useEffect, useRef } from 'react'
import type { Place } from '../state/session.ts'

interface PlaceState {
  place: Place
}

function placeOf(state: unknown): Place | undefined {
  const held: Partial<PlaceState> | null = typeof state === 'object' ? state : null
  return held?.place
}

const nameOf = (place: Place) => (place.kind === 'step' ? place.id : place.kind)

/**
 * Keeps the browser's history in step with the form, so that its back button goes to the step before. The address gets
 * the name of the step, never an answer; a receipt leaves no way back into the form that made it.
 */
export function usePlace(place: Place, onGo: (place: Place) => void): void {
  const shown = useRef<string>(undefined)
  const go = useRef(onGo)
  go.current = onGo
  useEffect(() => {
    const name = nameOf(place)
    if (name === shown.current) return
    const state: PlaceState | null = place.kind === 'receipt' ? null : { place }
    const isFirst = shown.current === undefined
    const isKnown = nameOf(placeOf(history.state) ?? place) === name && history.state !== null
    shown.current = name
    if (isFirst || place.kind === 'receipt') history.replaceState(state, '', `#${name}`)
    else if (!isKnown) history.pushState(state, '', `#${name}`)
  }, [place])
  useEffect(() => {
    const back = (event: PopStateEvent) => {
      const to = placeOf(event.state)
      if (to && shown.current !== 'receipt') go.current(to)
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
}
