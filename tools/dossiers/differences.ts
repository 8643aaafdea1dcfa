import { isJsonObject } from '../../schemas/index.ts'

class Contains {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Stands for any text that has `text` in it. */
export const contains = (text: string): Contains => new Contains(text)

/**
 * Where `found` lacks something of `expected`, one line each. Objects may hold more than expected, except below a key
 * `answers`; lists have to be the same.
 */
export function differences(expected: unknown, found: unknown, place: string): string[] {
  if (expected instanceof Contains) {
    const holds = typeof found === 'string' && found.includes(expected.text)
    return holds
      ? []
      : [`${place}: expected a text with ${JSON.stringify(expected.text)}, found ${JSON.stringify(found)}`]
  }
  if (isJsonObject(expected) && isJsonObject(found)) {
    const extra = place.endsWith('.answers')
      ? Object.keys(found).filter((key) => !Object.hasOwn(expected, key))
      : []
    return [
      ...extra.map((key) => `${place}.${key}: not in the dossier`),
      ...Object.entries(expected).flatMap(([key, one]) => differences(one, found[key], `${place}.${key}`)),
    ]
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((one, index) => differences(one, found[index], `${place}[${index}]`))
  }
  return expected === found
    ? []
    : [`${place}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`]
}
