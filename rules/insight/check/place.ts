import { isJsonObject } from '../../../schemas/index.ts'

/** The parts of a JSON Pointer. */
export function segmentsOf(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const names = ['id', 'code', 'name'] as const

function nameOf(value: unknown): string | undefined {
  // An accepted finding has the code of the finding, which is not its own.
  if (!isJsonObject(value) || 'place' in value) return undefined
  for (const key of names) {
    const name = value[key]
    if (typeof name === 'string') return name
  }
  return undefined
}

const escaped = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * A pointer with ids instead of positions: `/rules/3/conditions` is `/rules/E1/conditions`. It names the same thing
 * after others were added, removed or moved.
 */
export function placeOf(document: unknown, pointer: string): string {
  let current: unknown = document
  let place = ''
  for (const segment of segmentsOf(pointer)) {
    if (Array.isArray(current)) {
      current = current[Number(segment)]
      place += `/${escaped(nameOf(current) ?? segment)}`
    } else {
      current = isJsonObject(current) ? current[segment] : undefined
      place += `/${escaped(segment)}`
    }
  }
  return place
}
