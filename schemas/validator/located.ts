import { isJsonObject } from '../json.ts'
import type { RawError } from './engine.ts'

/** A union (`anyOf`, `oneOf`) that an error lies inside of. */
export interface UnionStep {
  /** Names the union at its place in the input: two errors of one union have the same key. */
  readonly key: string
  readonly branch: string
  /** How many segments of the error's `instance` lead to the union. */
  readonly depth: number
}

/** An error with its two paths taken apart. */
export interface LocatedError {
  readonly raw: RawError
  /** Decoded segments of the place in the input. */
  readonly instance: readonly string[]
  readonly unions: readonly UnionStep[]
  /** The last keyword of the schema path: for a schema that is `false`, the keyword that holds it. */
  readonly lastKeyword: string | undefined
}

/** Keywords by what follows them in a schema path, and whether they lead into the input. */
const keywordSteps: Record<string, { named: boolean; deeper: boolean }> = {
  properties: { named: true, deeper: true },
  patternProperties: { named: true, deeper: true },
  prefixItems: { named: true, deeper: true },
  additionalProperties: { named: false, deeper: true },
  unevaluatedProperties: { named: false, deeper: true },
  propertyNames: { named: false, deeper: true },
  items: { named: false, deeper: true },
  contains: { named: false, deeper: true },
  unevaluatedItems: { named: false, deeper: true },
  anyOf: { named: true, deeper: false },
  oneOf: { named: true, deeper: false },
  allOf: { named: true, deeper: false },
  dependentSchemas: { named: true, deeper: false },
}

export function isUnion(keyword: string): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf'
}

/** The key of the union `keyword` at a place in schema and input. */
export function unionKey(keyword: string, schemaPath: string, instance: readonly string[]): string {
  return JSON.stringify([schemaPath, keyword, ...instance])
}

/** The segments of a JSON Pointer (RFC 6901). */
export function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function locate(raw: RawError): LocatedError {
  const instance = segmentsOf(raw.instancePath)
  const path = raw.schemaPath.split('/')
  const unions: UnionStep[] = []
  let depth = 0
  let lastKeyword: string | undefined
  for (let at = 1; at < path.length; at += 1) {
    lastKeyword = path[at] ?? ''
    const step = keywordSteps[lastKeyword]
    if (isUnion(lastKeyword)) {
      unions.push({
        key: unionKey(lastKeyword, path.slice(0, at).join('/'), instance.slice(0, depth)),
        branch: path[at + 1] ?? '',
        depth,
      })
    }
    if (step?.named) at += 1
    if (step?.deeper) depth += 1
  }
  return { raw, instance, unions, lastKeyword }
}

/** The value at a place in `value`; undefined where there is none. */
export function valueAt(value: unknown, instance: readonly string[]): unknown {
  return instance.reduce<unknown>((parent, segment) => {
    if (Array.isArray(parent)) return parent[Number(segment)]
    return isJsonObject(parent) && Object.hasOwn(parent, segment) ? parent[segment] : undefined
  }, value)
}
