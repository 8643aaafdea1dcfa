import { pointerTo } from '../json.ts'
import { isUnion, type LocatedError, unionKey } from './located.ts'

/** The errors of each branch of one union. */
type Branches = readonly (readonly LocatedError[])[]

/**
 * How far each kind of error takes a branch from being the one that was meant. The first three are kinds apart: no
 * number of lesser errors (10,000 at most) outweighs one of them.
 */
const distance = {
  wrongType: 1e12,
  wrongValue: 1e9,
  wrongKind: 1e6,
  wrongConstant: 5,
  unknownKey: 3,
  missingKey: 2,
  other: 1,
}

/**
 * Errors with each union reduced to what its closest branch says: the branch of the right JSON type, then the one
 * whose `type` (or other constant) fits, then the one with fewest faults. Where no branch comes close, one error
 * says what all of them would accept.
 *
 * @param level how many unions are already settled around these errors
 */
export function settleUnions(errors: readonly LocatedError[], level = 0): LocatedError[] {
  const groups = new Map<string, LocatedError[]>()
  for (const error of errors) {
    const own = isUnion(error.raw.keyword)
      ? unionKey(error.raw.keyword, error.raw.schemaPath, error.instance)
      : `error ${groups.size}`
    const key = error.unions[level]?.key ?? own
    const group = groups.get(key)
    if (group) group.push(error)
    else groups.set(key, [error])
  }
  return [...groups.values()].flatMap((group) => settleUnion(group, level))
}

function settleUnion(group: readonly LocatedError[], level: number): LocatedError[] {
  const byBranch = new Map<string, LocatedError[]>()
  let depth: number | undefined
  for (const error of group) {
    const union = error.unions[level]
    if (!union) continue
    depth = union.depth
    byBranch.set(union.branch, [...(byBranch.get(union.branch) ?? []), error])
  }
  if (depth === undefined) return [...group]
  const branches = [...byBranch.values()].map((errors) => settleUnions(errors, level + 1))
  return acceptedByAll(branches, depth) ?? closest(branches, depth)
}

function closest(branches: Branches, depth: number): LocatedError[] {
  const ranked = [...branches].sort((one, other) => total(one, depth) - total(other, depth))
  return [...(ranked[0] ?? [])]
}

function total(errors: readonly LocatedError[], depth: number): number {
  return errors.reduce((sum, error) => sum + distanceOf(error, depth), 0)
}

function distanceOf({ raw, instance }: LocatedError, depth: number): number {
  const below = instance.length - depth
  if (raw.keyword === 'type') return below === 0 ? distance.wrongType : distance.other
  if (raw.keyword === 'const' || raw.keyword === 'enum') {
    if (below === 0) return distance.wrongValue
    if (below === 1 && instance.at(-1) === 'type') return distance.wrongKind
    return raw.keyword === 'const' ? distance.wrongConstant : distance.other
  }
  if (raw.keyword === 'boolean') return distance.unknownKey
  // typebox adds this summary to the errors of the single keys.
  if (raw.keyword === 'additionalProperties') return 0
  return 'requiredProperties' in raw.params && Array.isArray(raw.params.requiredProperties)
    ? distance.missingKey * raw.params.requiredProperties.length
    : distance.other
}

/**
 * One error for a union none of whose branches comes close: every value allowed where all branches name values, every
 * type where all want another type, every `type` (or other constant) where all branches of the right type differ in it.
 */
function acceptedByAll(branches: Branches, depth: number): LocatedError[] | undefined {
  const atUnion = branches.map((errors) => errors.filter((error) => error.instance.length === depth))
  const values = atUnion.map((errors) => errors.flatMap(allowedValues))
  const types = atUnion.map((errors) => errors.flatMap(allowedTypes))
  const first = branches[0]?.[0]
  if (!first) return undefined
  const at = { ...first, instance: first.instance.slice(0, depth) }
  if (values.every((list) => list.length > 0)) return [restated(at, 'enum', { allowedValues: values.flat() })]
  const valuesOfRightType = values.filter((list, index) => list.length > 0 && types[index]?.length === 0)
  if (types.every((list, index) => list.length > 0 || (values[index]?.length ?? 0) > 0)) {
    return valuesOfRightType.length > 0
      ? [restated(at, 'enum', { allowedValues: valuesOfRightType.flat() })]
      : [restated(at, 'type', { type: [...new Set(types.flat())] })]
  }
  return differentConstant(
    branches.filter((_, index) => types[index]?.length === 0 && values[index]?.length === 0),
    depth,
  )
}

function differentConstant(branches: Branches, depth: number): LocatedError[] | undefined {
  if (branches.length < 2) return undefined
  for (const error of branches[0] ?? []) {
    if (error.instance.length !== depth + 1 || allowedValues(error).length === 0) continue
    const place = pointerTo(...error.instance)
    const perBranch = branches.map((errors) =>
      errors.filter((other) => pointerTo(...other.instance) === place).flatMap(allowedValues),
    )
    if (perBranch.every((list) => list.length > 0)) {
      return [restated(error, 'enum', { allowedValues: perBranch.flat() })]
    }
  }
  return undefined
}

function allowedValues({ raw: { keyword, params } }: LocatedError): unknown[] {
  if (keyword === 'const' && 'allowedValue' in params) return [params.allowedValue]
  return keyword === 'enum' && 'allowedValues' in params && Array.isArray(params.allowedValues)
    ? params.allowedValues
    : []
}

function allowedTypes({ raw: { keyword, params } }: LocatedError): unknown[] {
  if (keyword !== 'type' || !('type' in params)) return []
  return Array.isArray(params.type) ? params.type : [params.type]
}

function restated(error: LocatedError, keyword: string, params: object): LocatedError {
  return { ...error, raw: { ...error.raw, keyword, params } }
}
