import type { Fault } from '../fault.ts'
import { pointerTo } from '../json.ts'
import { messageFor } from './messages.ts'

/** More faults than anybody reads; the rest is left out. */
export const mostFaults = 200

/**
 * Entries of a list or an object: more than any contract allows (3000 rules). Reporting what is wrong with longer ones
 * costs more than their reading, for repeated entries the square of it.
 */
export const mostEntries = 5000

/** Pointers repeat the sender's own keys, which may be as long as the whole input. */
const longestPointer = 1000

export function shortened(pointer: string): string {
  return pointer.length > longestPointer ? `${pointer.slice(0, longestPointer)}…` : pointer
}

/** A place reached on a walk; the pointer is only spelled out where a fault needs it. */
export interface Place {
  readonly value: unknown
  readonly key: string | number
  readonly parent: Place | null
  readonly depth: number
}

export function placeOf(value: unknown): Place {
  return { value, key: '', parent: null, depth: 0 }
}

/** The places one step below. */
export function below(place: Place): Place[] {
  const { value } = place
  if (typeof value !== 'object' || value === null) return []
  const depth = place.depth + 1
  return Array.isArray(value)
    ? value.map((entry, key) => ({ value: entry, key, parent: place, depth }))
    : Object.entries(value).map(([key, entry]) => ({ value: entry, key, parent: place, depth }))
}

export function faultAt(place: Place, keyword: string, message: Fault['message']): Fault {
  const segments: (string | number)[] = []
  for (let at = place; at.parent; at = at.parent) segments.unshift(at.key)
  return { pointer: shortened(pointerTo(...segments)), keyword, message }
}

/** The fault of a list or an object with more entries than any input may have; null where it has not. */
export function overlong(place: Place): Fault | null {
  const { value } = place
  if (typeof value !== 'object' || value === null) return null
  const keyword = Array.isArray(value) ? 'maxItems' : 'maxProperties'
  const length = Array.isArray(value) ? value.length : Object.keys(value).length
  return length > mostEntries ? faultAt(place, keyword, messageFor(keyword, { limit: mostEntries })) : null
}

/** A fault for each list or object with more entries than any input may have. */
export function overlongFaults(value: unknown): Fault[] {
  const faults: Fault[] = []
  const open = [placeOf(value)]
  for (let place = open.pop(); place && faults.length < mostFaults; place = open.pop()) {
    const fault = overlong(place)
    if (fault) faults.push(fault)
    else for (const next of below(place)) open.push(next)
  }
  return faults
}
