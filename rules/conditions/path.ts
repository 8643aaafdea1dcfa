/**
 * The part of JSONPath that conditions may use: a definite path of names and indices, `a.b`, `$.a.b`, `$.list[0]`.
 * Wildcards, slices, filters and scripts are refused: json-rules-engine would run them.
 */
const pathPattern = /^(?:\$|(?:\$\.)?[A-Za-z_][A-Za-z0-9_]*)(?:\.[A-Za-z_][A-Za-z0-9_]*|\[\d{1,4}\])*$/
const forbidden = new Set(['__proto__', 'constructor', 'prototype', 'length'])

/** The segments of a path, or undefined where it is not one we accept. */
export function parsePath(path: string): readonly string[] | undefined {
  if (!pathPattern.test(path)) return undefined
  const segments = path.match(/[A-Za-z0-9_]+/g) ?? []
  return segments.some((segment) => forbidden.has(segment)) ? undefined : segments
}

/** Whether a path can go on from `value`: as JSONPath has it, an index also takes a character out of a text. */
function isSteppable(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'string'
}

/** What stands at `segments` in `value`: primitives pass through, no match gives undefined. */
export function resolvePath(value: unknown, segments: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  let current: unknown = value
  for (const segment of segments) {
    if (!isSteppable(current) || !Object.hasOwn(current, segment)) return undefined
    current = current[segment]
  }
  return current
}
